/** How long the best pick takes on a large cart with a full wallet: every verdict included, in this process. */
import * as fc from 'fast-check'
import type { CouponView } from '@shared/coupons/contract'
import { bestPick } from '@shared/pricing/best-pick'
import { pricedForMember } from '@shared/pricing/member-price'
import type { PriceInput } from '@shared/pricing/price'
import { NOW, priceInput } from '../builders/carts'

export type PickFigures = {
  readonly carts: number
  readonly couponsEach: number
  readonly linesEach: number
  readonly medianMs: number
  readonly p95Ms: number
}

const COUPONS = 200
const LINES = 50
const CARTS = 300
const SEED = 20261124

/** The worst wallet: nothing stands in the way of any coupon but its scope, so that all are weighed and many go together. */
const freed = (coupon: CouponView): CouponView => ({
  ...coupon,
  state: 'issued',
  startsAt: 0,
  expiresAt: NOW + 1,
  terms: { ...coupon.terms, storeIds: [], ways: [], days: [], hours: [] },
})
/** The same with one benefit in each slot a hundred times: every pair ties with every other. */
function alike(coupons: readonly CouponView[]): CouponView[] {
  const scope = { categoryIds: [], productIds: [], skuIds: [] }
  return coupons.map(freed).map((coupon, i): CouponView => {
    const benefit =
      i % 2 === 0
        ? { kind: 'exchange' as const, capFen: 500 }
        : { kind: 'amountOff' as const, offFen: 500, thresholdFen: 0 }
    return { ...coupon, terms: { ...coupon.terms, benefit, scope } }
  })
}

/** Different carts, the same on each run; each is timed once, after others have warmed the engine up. */
function measure(change: (coupons: readonly CouponView[]) => readonly CouponView[]): PickFigures {
  const inputs = fc.sample(priceInput([LINES, LINES], [COUPONS, COUPONS]), { seed: SEED, numRuns: CARTS * 2 })
  const times = inputs.map((input) => timed({ ...input, coupons: change(input.coupons) }))
  const sorted = times.slice(CARTS).sort((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(3))
  return { carts: CARTS, couponsEach: COUPONS, linesEach: LINES, medianMs: at(0.5), p95Ms: at(0.95) }
}

function timed(input: PriceInput): number {
  const lines = pricedForMember(input.lines, input.account, input.loyalty, input.now)
  const from = performance.now()
  bestPick(input.coupons, { ...input, lines })
  return performance.now() - from
}

export const measurePicks = (): Record<string, PickFigures> => ({
  'a usual wallet': measure((coupons) => coupons),
  'every coupon usable': measure((coupons) => coupons.map(freed)),
  'all coupons alike': measure(alike),
})
