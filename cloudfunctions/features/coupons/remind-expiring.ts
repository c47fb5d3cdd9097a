import { reminderValues } from '@shared/coupons/reminder'
import { KINDS } from '@shared/reach/kinds'
import type { CouponRow } from '../../database/rows'
import type { Journey } from '../reach'
import { couponRepository, couponView } from './repository'

/**
 * What a reminder says at sending: of the coupons that it is about, those that are still there, unused and alive. One read
 * for each. A coupon that an unpaid order holds is on its way to being used, and needs no reminder.
 */
export const remindExpiring: Journey = {
  kind: KINDS.couponExpiring,
  async compose(db, { about, memberId }, { name }, now) {
    const coupons: CouponRow[] = []
    for (const id of about) {
      const coupon = await couponRepository(db).coupon(id)
      const live = coupon?.memberId === memberId && coupon.state === 'issued' && now < coupon.expiresAt
      if (live) coupons.push(coupon)
    }
    const [first] = coupons
    if (!first) return { skip: 'couponGone' }
    return {
      values: reminderValues(coupons.map(couponView), name),
      page: 'features/coupons/pages/wallet/index',
      endsAt: first.expiresAt,
    }
  },
}
