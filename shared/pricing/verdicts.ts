import type { CouponVerdict } from '../orders/quote-contract'
import { couponsOf, earlier, offBeside, type Picked } from './picked'
import type { Weighed } from './weigh'

type Why = CouponVerdict['why']

/** Which reasons are told first: what a larger cart mends, then another cart, time, way or place, then what nothing mends. */
const RANK: Record<Why['code'], number> = {
  BEST: 0,
  USABLE: 1,
  BELOW_THRESHOLD: 2,
  TOO_FEW: 3,
  OUT_OF_SCOPE: 4,
  NOTHING_OFF: 5,
  ADDRESS_NEEDED: 5,
  TOO_FAR: 5,
  OTHER_HOUR: 6,
  OTHER_DAY: 7,
  OTHER_WAY: 8,
  OTHER_STORE: 9,
  NOT_YET: 10,
  HELD: 11,
  EXPIRED: 12,
}

const missing = (why: Why): number =>
  why.code === 'BELOW_THRESHOLD' ? why.shortFen : why.code === 'TOO_FEW' ? why.short : 0

/**
 * One verdict for each coupon: the applied ones first, by slot, then the usable ones by what they take off, then those
 * that miss the least. Those of the best pick are BEST, applied or not, with what they take off within it.
 */
export function verdictsOf(weighed: readonly Weighed[], best: Picked, applied: Picked): CouponVerdict[] {
  const [first, ofBest] = [couponsOf(applied), new Set(couponsOf(best))]
  const verdict = (w: Weighed): CouponVerdict => ({
    couponId: w.coupon.id,
    title: w.coupon.terms.title,
    slot: w.rule.slot,
    thresholdFen: w.rule.thresholdFen,
    expiresAt: w.coupon.expiresAt,
    offFen: ofBest.has(w) ? offBeside(w, best) : w.offFen,
    why: w.hindrance ?? { code: ofBest.has(w) ? 'BEST' : 'USABLE' },
  })
  const others = weighed
    .filter((w) => !first.includes(w))
    .sort(earlier)
    .map(verdict)
    .sort(
      (a, b) => RANK[a.why.code] - RANK[b.why.code] || b.offFen - a.offFen || missing(a.why) - missing(b.why),
    )
  return [...first.map(verdict), ...others]
}
