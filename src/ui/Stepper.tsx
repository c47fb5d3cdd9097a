import { Text, View } from '@tarojs/components'
import { cx } from './cx'
import { Icon } from './Icon'
import './Stepper.scss'

type Props = {
  readonly qty: number
  readonly onChange: (qty: number) => void
  readonly min?: number
  readonly max?: number
}

/** − n +. At `min` 0 and nothing chosen only the + shows; beyond `max` the + is grey. */
export function Stepper({ qty, onChange, min = 0, max = 99 }: Props) {
  const step = (to: number) => {
    if (to >= min && to <= max) onChange(to)
  }
  return (
    <View className='ui-stepper'>
      {qty > 0 && (
        <View
          className={cx('ui-stepper__tap', qty <= min && 'ui-stepper__tap--off')}
          aria-label='减一份'
          onClick={() => step(qty - 1)}
        >
          <View className='ui-stepper__dot ui-stepper__dot--less'>
            <Icon name='minus' size='s' />
          </View>
        </View>
      )}
      {qty > 0 && <Text className='ui-stepper__qty'>{qty}</Text>}
      <View
        className={cx('ui-stepper__tap', qty >= max && 'ui-stepper__tap--off')}
        aria-label='加一份'
        onClick={() => step(qty + 1)}
      >
        <View className='ui-stepper__dot'>
          <Icon name='plus' size='s' />
        </View>
      </View>
    </View>
  )
}
