import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCoversPage } from './cover'
import { cx } from './cx'
import { Icon } from './Icon'
import './Sheet.scss'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title?: string
  readonly children: ReactNode
  /** Stays at the bottom while the content scrolls. */
  readonly footer?: ReactNode
  readonly className?: string
}

/**
 * A bottom sheet over a mask. Nothing is mounted while it is closed. The page behind doesn't scroll: `catchMove`
 * stops it in WeChat, `overscroll-behavior` in a browser.
 */
export function Sheet({ open, onClose, title, children, footer, className }: Props) {
  useCoversPage(open)
  if (!open) return null
  return (
    <View className={cx('ui-sheet', className)}>
      <View className='ui-sheet__mask' catchMove onClick={onClose} />
      <View className='ui-sheet__panel'>
        {title !== undefined && (
          <View className='ui-sheet__head'>
            <Text className='ui-sheet__title'>{title}</Text>
          </View>
        )}
        <View className='ui-sheet__close' aria-label='关闭' onClick={onClose}>
          <Icon name='close' />
        </View>
        <ScrollView className='ui-sheet__body' scrollY>
          {children}
        </ScrollView>
        {footer !== undefined && <View className='ui-sheet__foot'>{footer}</View>}
      </View>
    </View>
  )
}
