import { reminderValues } from '@shared/coupons/reminder'
import { KINDS } from '@shared/reach/kinds'
import { couponView, findCoupon } from '../coupons'
import type { Journey } from '../reach'
import { recoveryRepository } from './repository'

/**
 * Says that a coupon for an order that was left is in the wallet: as long as it is there, unused, and its member has
 * bought nothing since. Leads back to that order, whose goods go into the cart again from there. Three reads.
 */
export const tellCoupon: Journey = {
  kind: KINDS.orderLeft,
  async compose(db, { about, memberId }, { name }, now) {
    const [couponId = '', orderId = ''] = about
    const coupon = await findCoupon(db, couponId)
    if (coupon?.memberId !== memberId || coupon.state !== 'issued' || coupon.expiresAt <= now)
      return { skip: 'couponGone' }
    const repo = recoveryRepository(db)
    const [exposure, member] = [await repo.exposure(orderId), await repo.member(memberId)]
    if (!exposure || (member?.account.paidOrders ?? 0) > exposure.paidOrders) return { skip: 'boughtSince' }
    return {
      values: { ...reminderValues([couponView(coupon)], name), tip: '上次那单还想喝的话，这张券能用' },
      page: `features/orders/pages/detail/index?id=${orderId}`,
      endsAt: coupon.expiresAt,
    }
  },
}
