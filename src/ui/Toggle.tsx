import { View } from '@tarojs/components'
import { cx } from './cx'
import './Toggle.scss'

type Props = {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** What it switches, for who can't see it. */
  readonly label: string
  /** Its answer is on the way: it shows what was wanted, and takes no tap. */
  readonly busy?: boolean
  /** green: it is well as it is, and off is what needs a look */
  readonly tone?: 'accent' | 'green'
}

/** A switch, drawn alike in WeChat and in a browser. It shows what it is told to: nothing moves before the answer does. */
export function Toggle({ on, onChange, label, busy = false, tone = 'accent' }: Props) {
  return (
    <View
      className={cx('ui-toggle', busy && 'ui-toggle--busy')}
      aria-label={label}
      onClick={() => {
        if (!busy) onChange(!on)
      }}
    >
      <View className={cx('ui-toggle__track', on && `ui-toggle__track--on ui-toggle__track--${tone}`)}>
        <View className='ui-toggle__knob' />
      </View>
    </View>
  )
}
