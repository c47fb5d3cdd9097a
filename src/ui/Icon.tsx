import { View } from '@tarojs/components'
import { cx } from './cx'
import './Icon.scss'

export type IconName =
  | 'back'
  | 'bag'
  | 'bell'
  | 'bike'
  | 'box'
  | 'card'
  | 'check'
  | 'clock'
  | 'close'
  | 'coin'
  | 'copy'
  | 'cup'
  | 'cut'
  | 'edit'
  | 'gear'
  | 'gift'
  | 'home'
  | 'info'
  | 'minus'
  | 'more'
  | 'note'
  | 'offline'
  | 'order'
  | 'person'
  | 'phone'
  | 'pin'
  | 'plus'
  | 'qr'
  | 'refresh'
  | 'right'
  | 'scan'
  | 'search'
  | 'shield'
  | 'shop'
  | 'table'
  | 'ticket'
  | 'trash'
  | 'warn'

type Props = {
  readonly name: IconName
  /** s 14, m 20, l 28, xl 56 px */
  readonly size?: 's' | 'm' | 'l' | 'xl'
  readonly className?: string
}

/** A line drawing in the colour of the surrounding text. It says nothing by itself: words stand beside it. */
export function Icon({ name, size = 'm', className }: Props) {
  return <View className={cx('ui-icon', `ui-icon--${name}`, `ui-icon--${size}`, className)} />
}
