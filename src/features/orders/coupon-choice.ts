import { couponSentence } from '@shared/orders/coupon-sentences'
import type { CouponSlot, CouponVerdict, Quote } from '@shared/orders/contract'

export const isUsable = ({ why }: Pick<CouponVerdict, 'why'>): boolean =>
  why.code === 'BEST' || why.code === 'USABLE'

/** In the order in which they act on the price. */
const SLOTS: readonly { readonly slot: CouponSlot; readonly title: string }[] = [
  { slot: 'item', title: '单品券' },
  { slot: 'order', title: '订单券' },
  { slot: 'delivery', title: '配送券' },
]
export type Section = {
  readonly slot: CouponSlot
  readonly title: string
  readonly verdicts: readonly CouponVerdict[]
}

/** The usable coupons by the part of the price that they lower; parts without any are left out. */
export function sectionsOf(verdicts: readonly CouponVerdict[]): Section[] {
  return SLOTS.map((s) => ({
    ...s,
    verdicts: verdicts.filter((v) => isUsable(v) && v.slot === s.slot),
  })).filter((s) => s.verdicts.length > 0)
}

/**
 * The choice after a tap on a coupon: it takes the place of the one of its kind, or goes when it was chosen already.
 * Law: at most one a slot, whatever is tapped.
 */
export function tapped(
  chosen: readonly string[],
  { couponId, slot }: Pick<CouponVerdict, 'couponId' | 'slot'>,
  verdicts: readonly CouponVerdict[],
): string[] {
  const slots = new Map(verdicts.map((v) => [v.couponId, v.slot]))
  const others = chosen.filter((id) => slots.get(id) !== slot)
  return chosen.includes(couponId) ? others : [...others, couponId]
}

/** The coupons of the best pick. */
export const bestIds = (verdicts: readonly CouponVerdict[]): string[] =>
  verdicts.filter((v) => v.why.code === 'BEST').map((v) => v.couponId)

export const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** What stands in the checkout's coupon row: the names of the applied ones and why, or what the nearest one lacks. */
export function couponRowWords({ verdicts, couponIds }: Pick<Quote, 'verdicts' | 'couponIds'>): string {
  const applied = verdicts.filter((v) => couponIds.includes(v.couponId))
  const names = applied.map((v) => v.title).join(' + ')
  if (applied.length > 0) return sameIds(couponIds, bestIds(verdicts)) ? `${names} · 已选最优惠` : names
  const [first] = verdicts
  if (first === undefined) return ''
  return isUsable(first) ? '这次不用券' : `${first.title} · ${couponSentence(first)}`
}
