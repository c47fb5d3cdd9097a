import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Offer, PayoutWay } from '@shared/promoters/contract'
import { PAYOUT_WAYS } from '@shared/promoters/sentences'
import { Icon, type IconName } from '@/ui/Icon'
import { Radio } from '@/ui/Radio'
import './WayPicker.scss'

type Props = {
  readonly ways: readonly PayoutWay[]
  readonly offer: Offer
  readonly chosen: PayoutWay
  readonly onChoose: (way: PayoutWay) => void
}

const ICONS: Readonly<Record<PayoutWay, IconName>> = {
  transfer: 'card',
  cash: 'shop',
  points: 'coin',
  coupon: 'ticket',
}
const HINTS: Readonly<Record<PayoutWay, (offer: Offer) => string>> = {
  transfer: ({ transferMaxFen }) => `24 小时内确认收款，一次最多 ¥${yuan(transferMaxFen)}`,
  cash: () => '店家转账给你，付好会写明怎么付的',
  points: ({ pointsPerYuan }) => `¥1 换 ${pointsPerYuan} 积分，马上到账`,
  coupon: () => '按标价兑换，马上放进卡包',
}

/** By which of the shop's ways the commission is to come. */
export function WayPicker({ ways, offer, chosen, onChoose }: Props) {
  return (
    <View className='way-picker'>
      {ways.map((way) => (
        <View key={way} className='way-picker__way' onClick={() => onChoose(way)}>
          <View className='way-picker__icon'>
            <Icon name={ICONS[way]} />
          </View>
          <View className='way-picker__words'>
            <Text className='way-picker__name'>{PAYOUT_WAYS[way]}</Text>
            <Text className='way-picker__hint'>{HINTS[way](offer)}</Text>
          </View>
          <Radio on={way === chosen} />
        </View>
      ))}
    </View>
  )
}
