import { Text, View } from '@tarojs/components'
import { yuan, type Fen } from '@shared/kernel/money'
import { cx } from './cx'
import './Money.scss'

type Props = {
  readonly fen: Fen
  /** s 13, m 17, l 24, xl 40 px */
  readonly size?: 's' | 'm' | 'l' | 'xl'
  readonly tone?: 'ink' | 'accent' | 'soft' | 'plain'
  /** A price that no longer holds, struck through. */
  readonly was?: boolean
  /** Written before the sign: '-' on a row that takes off. */
  readonly prefix?: string
}

/** A price: small sign, large digits of one width. `plain` takes the colour of its surroundings. */
export function Money({ fen, size = 'm', tone = 'ink', was = false, prefix = '' }: Props) {
  return (
    <View className={cx('ui-money', `ui-money--${size}`, `ui-money--${tone}`, was && 'ui-money--was')}>
      <Text className='ui-money__sign'>{prefix}¥</Text>
      <Text className='ui-money__digits'>{yuan(fen)}</Text>
    </View>
  )
}
