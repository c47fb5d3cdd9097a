import type { Store, Way } from '@shared/catalogue/contract'
import { benefitAtThreshold } from '@shared/coupons/benefit'
import type { CouponView } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import type { CouponVerdict } from '@shared/orders/contract'

/** What a store asks of an order, by the way it goes. Fen of goods at list prices. */
export type WayTerms = {
  /** 起送, 起订; 0: no minimum. */
  readonly minimumFen: Fen
  /** From here on delivery is free; null: never by itself, or nothing is delivered. */
  readonly freeFromFen: Fen | null
}
/** What a little more would unlock: `minimum` an order at all · `freeDelivery` no fee · `coupon` so much more off. */
export type Nudge =
  | { readonly kind: 'minimum'; readonly shortFen: Fen }
  | { readonly kind: 'freeDelivery'; readonly shortFen: Fen }
  | { readonly kind: 'coupon'; readonly shortFen: Fen; readonly offFen: Fen }

export function wayTerms(
  { minimumFen, delivery }: Pick<Store, 'minimumFen' | 'delivery'>,
  way: Way,
): WayTerms {
  if (way === 'preorder') return { minimumFen: 0, freeFromFen: null }
  if (way !== 'delivery' || delivery === null) return { minimumFen, freeFromFen: null }
  const costs = delivery.bands.some(({ feeFen }) => feeFen > 0)
  return { minimumFen: delivery.minimumFen, freeFromFen: costs ? delivery.freeFromFen : null }
}

/** The nearest order coupon that would take off more than the one that is applied. */
export function couponNudge(
  coupons: readonly CouponView[],
  verdicts: readonly CouponVerdict[],
  orderOffFen: Fen,
): Nudge | null {
  const better = verdicts.flatMap((v) => {
    const coupon = coupons.find((c) => c.id === v.couponId)
    if (v.why.code !== 'BELOW_THRESHOLD' || coupon === undefined) return []
    const offFen = benefitAtThreshold(coupon.terms.benefit)
    return offFen > orderOffFen ? [{ kind: 'coupon' as const, shortFen: v.why.shortFen, offFen }] : []
  })
  return better.sort((a, b) => a.shortFen - b.shortFen || b.offFen - a.offFen)[0] ?? null
}

/** The one thing worth saying over the cart: what keeps it from being ordered, else what is nearest. */
export function nudgeOf(goodsFen: Fen, terms: WayTerms, coupon: Nudge | null): Nudge | null {
  const { minimumFen, freeFromFen } = terms
  if (goodsFen < minimumFen) return { kind: 'minimum', shortFen: minimumFen - goodsFen }
  if (freeFromFen === null || goodsFen >= freeFromFen) return coupon
  const free = { kind: 'freeDelivery' as const, shortFen: freeFromFen - goodsFen }
  return coupon !== null && coupon.shortFen < free.shortFen ? coupon : free
}
