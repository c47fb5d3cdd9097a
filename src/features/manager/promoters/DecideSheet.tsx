import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { ReasonPicker } from '../ReasonPicker'
import './DecideSheet.scss'

type Props = {
  readonly title: string
  readonly presets: readonly string[]
  /** Who reads the reason. */
  readonly hint: string
  readonly confirm: string
  readonly danger?: boolean
  /** What it means, above the reason. */
  readonly children?: ReactNode
  readonly onConfirm: (reason: string) => unknown
  readonly onClose: () => void
}

/** Something that needs a reason: what it means, why, and the button that does it. */
export function DecideSheet(props: Props) {
  const { title, presets, hint, confirm, danger = false, children, onConfirm, onClose } = props
  const [reason, setReason] = useState('')
  const own = reason.trim()
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <PrimaryButton
          size='l'
          tone={danger ? 'danger' : 'accent'}
          disabled={own === ''}
          onTap={() => onConfirm(own)}
        >
          {confirm}
        </PrimaryButton>
      }
    >
      {children !== undefined && <View className='decide-sheet'>{children}</View>}
      <ReasonPicker presets={presets} reason={reason} onReason={setReason} hint={hint} />
    </Sheet>
  )
}

/** A line of what a decision means. */
export const Meaning = ({ words }: { readonly words: string }) => (
  <Text className='decide-sheet__line'>{words}</Text>
)
