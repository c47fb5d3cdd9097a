import type { CouponView } from '../coupons/contract'
import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import type { CouponVerdict } from '../orders/contract'

const amounts = ({ terms: { benefit } }: CouponView) =>
  benefit.kind === 'amountOff' ? benefit : { offFen: 0, thresholdFen: 0 }

/** What a coupon takes off goods of this value, if it can be used: never more than the goods cost. */
export const offOf = (coupon: CouponView, goodsFen: Fen): Fen => Math.min(amounts(coupon).offFen, goodsFen)

type Hindrance = Exclude<CouponVerdict['why'], { code: 'BEST' } | { code: 'USABLE' }>

/** Why this coupon can't be used on goods of this value, or null. It runs in `[startsAt, expiresAt)` (law 14). */
export function hindrance(coupon: CouponView, goodsFen: Fen, now: Instant): Hindrance | null {
  if (now < coupon.startsAt) return { code: 'NOT_YET', startsAt: coupon.startsAt }
  if (coupon.state === 'held') return { code: 'HELD' }
  if (now >= coupon.expiresAt) return { code: 'EXPIRED' }
  const shortFen = amounts(coupon).thresholdFen - goodsFen
  return shortFen > 0 ? { code: 'BELOW_THRESHOLD', shortFen } : null
}

const earlier = (a: CouponView, b: CouponView) =>
  a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const RANK: Partial<Record<CouponVerdict['why']['code'], number>> = {
  BEST: 0,
  USABLE: 1,
  BELOW_THRESHOLD: 2,
  HELD: 3,
  EXPIRED: 4,
}
const rank = (v: CouponVerdict) => RANK[v.why.code] ?? 9

/**
 * The coupon that leaves the lowest amount to pay, and every coupon's reason.
 *
 * Law 3: equal to trying each one; one more coupon never raises the price. Ties go to the earliest expiry, then the
 * smaller id. A coupon that takes nothing off is never picked, so it isn't wasted. Coupons that are redeemed, revoked or
 * not yet begun are not spoken of. Verdicts: the best, usable ones by what they take off, then those that miss the least.
 */
export function bestPick(
  coupons: readonly CouponView[],
  goodsFen: Fen,
  now: Instant,
): { best: CouponView | null; verdicts: CouponVerdict[] } {
  const spoken = coupons.filter((c) => c.state === 'issued' || c.state === 'held').sort(earlier)
  let best: CouponView | null = null
  for (const coupon of spoken) {
    if (hindrance(coupon, goodsFen, now) || offOf(coupon, goodsFen) === 0) continue
    if (!best || offOf(coupon, goodsFen) > offOf(best, goodsFen)) best = coupon
  }
  const verdicts = spoken.flatMap((coupon): CouponVerdict | [] => {
    const why = hindrance(coupon, goodsFen, now)
    if (why?.code === 'NOT_YET') return []
    return {
      couponId: coupon.id,
      title: coupon.terms.title,
      slot: 'order',
      thresholdFen: amounts(coupon).thresholdFen,
      expiresAt: coupon.expiresAt,
      offFen: why ? 0 : offOf(coupon, goodsFen),
      why: why ?? { code: coupon === best ? 'BEST' : 'USABLE' },
    }
  })
  const shortOf = (v: CouponVerdict) => (v.why.code === 'BELOW_THRESHOLD' ? v.why.shortFen : 0)
  verdicts.sort((a, b) => rank(a) - rank(b) || b.offFen - a.offFen || shortOf(a) - shortOf(b))
  return { best, verdicts }
}
