import { Text, View } from '@tarojs/components'
import type { Shop } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { balanceOf } from '@shared/points/account'
import { endingSoonText } from '@shared/points/standing'
import { expiryOf } from '@/features/coupons'
import { JoinCard, POINTS, spendable, useMe, WALLET } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import './MemberStrip.scss'

type Props = { readonly shop: Pick<Shop, 'welcome' | 'loyalty'> }

/** A stranger is invited with one tap; a member sees coupons and points, and what of them is about to end. */
export function MemberStrip({ shop }: Props) {
  const me = useMe((s) => s.me)
  if (me === null) return null
  if (me.member === null) return <JoinCard welcome={shop.welcome} />
  const { account, nickname } = me.member
  const now = cloudNow()
  const coupons = spendable(me, now)
  return (
    <View className='member-strip'>
      <View className='member-strip__words' onClick={() => goTo(WALLET)}>
        <Text className='member-strip__title'>{nickname === '' ? '欢迎回来' : `${nickname}，欢迎回来`}</Text>
        <Text className='member-strip__hint'>
          {endingCoupon(coupons) ?? endingSoonText(account, now) ?? firstCoupon(coupons)}
        </Text>
      </View>
      <Count number={coupons.length} unit='张券' onTap={() => goTo(WALLET)} />
      {shop.loyalty.pointsPerYuan > 0 && (
        <Count number={balanceOf(account, now)} unit='积分' onTap={() => goTo(POINTS)} />
      )}
    </View>
  )
}

type CountProps = { readonly number: number; readonly unit: string; readonly onTap: () => void }

function Count({ number, unit, onTap }: CountProps) {
  return (
    <View className='member-strip__count' aria-label={`${number} ${unit}`} onClick={onTap}>
      <Text className='member-strip__number'>{number}</Text>
      <Text className='member-strip__unit'>{unit}</Text>
    </View>
  )
}

const soonest = (coupons: readonly CouponView[]) => [...coupons].sort((a, b) => a.expiresAt - b.expiresAt)[0]

/** The coupon that ends first, if it ends within days. */
function endingCoupon(coupons: readonly CouponView[]): string | null {
  const first = soonest(coupons)
  if (first === undefined) return null
  const { text, soon, ticking } = expiryOf(first.expiresAt, cloudNow())
  return soon ? `${first.terms.title} · ${ticking ? '不到 1 小时' : text}` : null
}

function firstCoupon(coupons: readonly CouponView[]): string {
  const first = soonest(coupons)
  if (first === undefined) return '暂时没有可用的券'
  return `${first.terms.title} · ${expiryOf(first.expiresAt, cloudNow()).text}`
}
