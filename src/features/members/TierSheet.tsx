import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { TIER_WINDOW_DAYS } from '@shared/points/account'
import type { Loyalty, Tier } from '@shared/points/contract'
import { perksOf, type Standing } from '@shared/points/standing'
import { goTo } from '@/platform/navigation'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Sheet } from '@/ui/Sheet'
import { OFFERS } from './paths'
import './TierSheet.scss'

type Props = {
  readonly open: boolean
  readonly loyalty: Loyalty
  readonly standing: Standing
  readonly onClose: () => void
}

/** All tiers with what each brings, the member's own marked, and by which rule one comes to another. */
export function TierSheet({ open, loyalty, standing, onClose }: Props) {
  return (
    <Sheet open={open} title='会员等级' onClose={onClose}>
      <View className='tier-sheet'>
        <Text className='tier-sheet__spent'>
          近 {TIER_WINDOW_DAYS} 天消费 ¥{yuan(standing.spentFen)}
          {standing.next !== null && `，再消费 ¥${yuan(standing.missingFen)} 升级${standing.next.name}`}
        </Text>
        {loyalty.tiers.map((tier) => (
          <TierRow key={tier.id} tier={tier} loyalty={loyalty} own={tier.id === standing.tier.id} />
        ))}
        <View
          className='tier-sheet__coupons'
          onClick={() => {
            onClose()
            goTo(OFFERS)
          }}
        >
          <Icon name='ticket' />
          <Text className='tier-sheet__coupons-words'>会员月度券、等级专享券在领券中心领</Text>
          <Icon name='right' size='s' />
        </View>
        <Text className='tier-sheet__rule'>
          消费按商品实付金额算，不含打包费和配送费，退款会扣掉。等级随近 {TIER_WINDOW_DAYS}{' '}
          天的消费变化，达到就升，当天生效。
        </Text>
      </View>
    </Sheet>
  )
}

type RowProps = { readonly tier: Tier; readonly loyalty: Loyalty; readonly own: boolean }

function TierRow({ tier, loyalty, own }: RowProps) {
  const perks = perksOf(tier, loyalty)
  return (
    <View className={cx('tier-sheet__row', own && 'tier-sheet__row--own')}>
      <View className='tier-sheet__head'>
        <Text className='tier-sheet__name'>{tier.name}</Text>
        {own && <Text className='tier-sheet__own'>当前</Text>}
        <Text className='tier-sheet__from'>
          {tier.fromFen === 0 ? '入会即得' : `近 ${TIER_WINDOW_DAYS} 天满 ¥${yuan(tier.fromFen)}`}
        </Text>
      </View>
      <View className='tier-sheet__perks'>
        {perks.map(({ name, value }) => (
          <View key={name} className='tier-sheet__perk'>
            <Text className='tier-sheet__value'>{value}</Text>
            <Text className='tier-sheet__what'>{name}</Text>
          </View>
        ))}
        {perks.length === 0 && <Text className='tier-sheet__what'>入会礼、会员券</Text>}
      </View>
    </View>
  )
}
