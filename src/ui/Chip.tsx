import { Text, View } from '@tarojs/components'
import { cx } from './cx'
import './Chip.scss'

type Props = {
  readonly label: string
  readonly on: boolean
  readonly onTap: () => void
  /** Can't be chosen: greyed, taps do nothing. */
  readonly disabled?: boolean
  /** Small words behind the label: +¥3. */
  readonly extra?: string
}

/** One choice among several. */
export function Chip({ label, on, onTap, disabled = false, extra }: Props) {
  return (
    <View
      className={cx('ui-chip', on && 'ui-chip--on', disabled && 'ui-chip--disabled')}
      onClick={() => {
        if (!disabled) onTap()
      }}
    >
      <Text className='ui-chip__label'>{label}</Text>
      {extra !== undefined && <Text className='ui-chip__extra'>{extra}</Text>}
    </View>
  )
}
