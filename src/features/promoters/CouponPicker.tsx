import { Text, View } from '@tarojs/components'
import type { Offer } from '@shared/promoters/contract'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import { Radio } from '@/ui/Radio'
import './CouponPicker.scss'

type Props = {
  readonly coupons: Offer['coupons']
  /** The campaign that is chosen; null: none yet. */
  readonly chosen: string | null
  readonly onChoose: (campaignId: string) => void
  /** Why the chosen one is not to be had. */
  readonly wrong: string | null
  /** What there is to be spent, or what the choice leads to. */
  readonly outcome: string
}

/** The coupons that commission can be exchanged for, and what each takes of it. */
export function CouponPicker({ coupons, chosen, onChoose, wrong, outcome }: Props) {
  return (
    <View className='coupon-picker'>
      {coupons.map(({ campaignId, title, fen }) => (
        <View key={campaignId} className='coupon-picker__one' onClick={() => onChoose(campaignId)}>
          <Text className='coupon-picker__title'>{title}</Text>
          <Money fen={fen} />
          <Radio on={campaignId === chosen} />
        </View>
      ))}
      <Text className={cx('coupon-picker__word', wrong !== null && 'coupon-picker__word--wrong')}>
        {wrong ?? outcome}
      </Text>
    </View>
  )
}
