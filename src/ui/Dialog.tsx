import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCoversPage } from './cover'
import { PrimaryButton } from './PrimaryButton'
import './Dialog.scss'

type Props = {
  readonly open: boolean
  readonly title: string
  readonly children?: ReactNode
  readonly confirmText?: string
  /** null: there is nothing to choose, only to read. */
  readonly cancelText?: string | null
  /** May return a promise: the button stays busy until it settles. */
  readonly onConfirm: () => unknown
  readonly onCancel: () => void
  /** What can't be undone is confirmed in red. */
  readonly danger?: boolean
}

/** Asks before something happens. Nothing is mounted while it is closed; a tap on the mask cancels. */
export function Dialog(props: Props) {
  const { open, title, children, confirmText = '确定', cancelText = '取消', onConfirm, onCancel } = props
  useCoversPage(open)
  if (!open) return null
  return (
    <View className='ui-dialog'>
      <View className='ui-dialog__mask' catchMove onClick={onCancel} />
      <View className='ui-dialog__panel'>
        <Text className='ui-dialog__title'>{title}</Text>
        {children !== undefined && <View className='ui-dialog__body'>{children}</View>}
        <View className='ui-dialog__buttons'>
          {cancelText !== null && (
            <PrimaryButton className='ui-dialog__button' tone='plain' onTap={onCancel}>
              {cancelText}
            </PrimaryButton>
          )}
          <PrimaryButton
            className='ui-dialog__button'
            tone={props.danger === true ? 'danger' : 'accent'}
            onTap={onConfirm}
          >
            {confirmText}
          </PrimaryButton>
        </View>
      </View>
    </View>
  )
}
