import type { Fen } from '../kernel/money'
import type { Weighed } from './weigh'

/** Coupons that go together, at most one a slot, and what each takes off beside the others. */
export type Picked = {
  readonly item: Weighed | null
  readonly order: Weighed | null
  readonly delivery: Weighed | null
  readonly itemOffFen: Fen
  /** Of what the item coupon left of its scope. */
  readonly orderOffFen: Fen
  readonly deliveryOffFen: Fen
}

/** Puts a coupon, or none, into each slot. */
export const combine = (item: Weighed | null, order: Weighed | null, delivery: Weighed | null): Picked => ({
  item,
  order,
  delivery,
  itemOffFen: item?.offFen ?? 0,
  orderOffFen: order ? orderOffBeside(order, item) : 0,
  deliveryOffFen: delivery?.offFen ?? 0,
})

/** What an order coupon takes off what an item coupon leaves of its scope. At most what it takes off alone. */
export function orderOffBeside({ rule, covers, scopeFen }: Weighed, item: Weighed | null): Fen {
  if (rule.slot !== 'order') return 0
  let restFen = scopeFen
  for (const { line, fen } of item?.takes ?? []) if (covers[line]) restFen -= fen
  return rule.off(restFen)
}

export const offOf = (pick: Picked): Fen => pick.itemOffFen + pick.orderOffFen + pick.deliveryOffFen

/** The coupons of a pick, by slot. */
export const couponsOf = ({ item, order, delivery }: Picked): Weighed[] =>
  [item, order, delivery].filter((one) => one !== null)

/** What `one` takes off beside the others of the pick; by itself when it is none of them. */
export function offBeside(one: Weighed, pick: Picked): Fen {
  return one === pick.order ? pick.orderOffFen : one.offFen
}

/** Which of two coupons should be used first: the one that ends first, then the smaller id. */
export const earlier = ({ coupon: a }: Weighed, { coupon: b }: Weighed): number =>
  a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Below zero when `a` is the better pick: more off, then fewer coupons, then those that should be used first. */
export function rank(a: Picked, b: Picked): number {
  const [ofA, ofB] = [couponsOf(a).sort(earlier), couponsOf(b).sort(earlier)]
  return (
    offOf(b) - offOf(a) ||
    ofA.length - ofB.length ||
    ofA.reduce((sign, one, i) => sign || earlier(one, ofB[i] ?? one), 0)
  )
}
