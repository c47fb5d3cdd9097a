import { Input, Text, View } from '@tarojs/components'
import './Field.scss'
import './TextRow.scss'

type Props = {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder: string
  readonly max: number
  /** Which keyboard WeChat shows. */
  readonly type?: 'text' | 'number' | 'idcard'
  /** What is wrong with it. */
  readonly error?: string | undefined
}

/** One line of a form that is typed. */
export function TextRow({ label, value, onInput, placeholder, max, type = 'text', error }: Props) {
  return (
    <View className='ui-field'>
      <View className='ui-text-row'>
        <Text className='ui-text-row__label'>{label}</Text>
        <Input
          className='ui-text-row__input'
          value={value}
          type={type}
          maxlength={max}
          placeholder={placeholder}
          placeholderClass='ui-text-row__placeholder'
          onInput={(e) => onInput(e.detail.value)}
        />
      </View>
      {error !== undefined && <Text className='ui-field__hint ui-field__hint--wrong'>{error}</Text>}
    </View>
  )
}
