import { Text, View } from '@tarojs/components'
import type { Shop } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { expiryOf } from '@/features/coupons'
import { JoinCard, spendable, useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import './MemberStrip.scss'

const WALLET = '/features/coupons/pages/wallet/index'

/** A stranger is invited with one tap; a member sees what is in the wallet, and what is about to end. */
export function MemberStrip({ welcome }: { readonly welcome: Shop['welcome'] }) {
  const me = useMe((s) => s.me)
  if (me === null) return null
  if (me.member === null) return <JoinCard welcome={welcome} />
  const coupons = spendable(me, cloudNow())
  const name = me.member.nickname
  return (
    <View className='member-strip' onClick={() => goTo(WALLET)}>
      <View className='member-strip__icon'>
        <Icon name='ticket' />
      </View>
      <View className='member-strip__words'>
        <Text className='member-strip__title'>{name === '' ? '欢迎回来' : `${name}，欢迎回来`}</Text>
        <Text className='member-strip__hint'>{soonest(coupons)}</Text>
      </View>
      <View className='member-strip__count'>
        <Text className='member-strip__number'>{coupons.length}</Text>
        <Text className='member-strip__unit'>张券</Text>
        <Icon name='right' size='s' />
      </View>
    </View>
  )
}

/** The coupon that ends first, in one line. */
function soonest(coupons: readonly CouponView[]): string {
  const first = [...coupons].sort((a, b) => a.expiresAt - b.expiresAt)[0]
  if (first === undefined) return '暂时没有可用的券'
  const { text, ticking } = expiryOf(first.expiresAt, cloudNow())
  return `${first.terms.title} · ${ticking ? '不到 1 小时' : text}`
}
