import { View } from '@tarojs/components'
import { cx } from './cx'
import { Icon } from './Icon'
import './Radio.scss'

/** The mark of what is chosen among several. The row around it takes the tap. */
export function Radio({ on }: { readonly on: boolean }) {
  return <View className={cx('ui-radio', on && 'ui-radio--on')}>{on && <Icon name='check' size='s' />}</View>
}
