import { View } from '@tarojs/components'
import { cx } from './cx'
import './Toggle.scss'

type Props = {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** What it switches, for who can't see it. */
  readonly label: string
}

/** A switch, drawn alike in WeChat and in a browser. */
export function Toggle({ on, onChange, label }: Props) {
  return (
    <View className='ui-toggle' aria-label={label} onClick={() => onChange(!on)}>
      <View className={cx('ui-toggle__track', on && 'ui-toggle__track--on')}>
        <View className='ui-toggle__knob' />
      </View>
    </View>
  )
}
