import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { OfflineBar } from './OfflineBar'
import './Page.scss'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** A bar fixed at the bottom, above the home indicator. The page leaves room for it. */
  readonly footer?: ReactNode
  /** A tab page: room is left for the tab bar. */
  readonly tab?: boolean
  readonly className?: string
}

/** The frame of every page: paper, title in the navigation bar, safe areas, the word when the network is away. */
export function Page({ title, children, footer, tab = false, className }: Props) {
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title })
  })
  return (
    <View
      className={cx('ui-page', footer !== undefined && 'ui-page--footed', tab && 'ui-page--tab', className)}
    >
      <OfflineBar />
      {children}
      {footer !== undefined && <View className='ui-page__footer'>{footer}</View>}
    </View>
  )
}
