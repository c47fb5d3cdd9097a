import { Input, Text, View } from '@tarojs/components'
import { Chip } from '@/ui/Chip'
import { REASON_MAX } from './words'
import './ReasonPicker.scss'

type Props = {
  readonly presets: readonly string[]
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** Who reads it. */
  readonly hint?: string
}

/** A reason, which the customer reads unless `hint` says otherwise: one of the usual ones, or a sentence of one's own. */
export function ReasonPicker({ presets, reason, onReason, hint = '顾客会看到这个理由' }: Props) {
  return (
    <View className='reason'>
      <Text className='reason__hint'>{hint}</Text>
      <View className='reason__presets'>
        {presets.map((preset) => (
          <Chip key={preset} label={preset} on={reason === preset} onTap={() => onReason(preset)} />
        ))}
      </View>
      <View className='reason__own'>
        <Input
          className='reason__input'
          value={reason}
          maxlength={REASON_MAX}
          placeholder='或者自己写一句'
          onInput={(e) => onReason(e.detail.value)}
        />
        <Text className='reason__count'>
          {reason.length}/{REASON_MAX}
        </Text>
      </View>
    </View>
  )
}
