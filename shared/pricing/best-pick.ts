import type { CouponView } from '../coupons/contract'
import type { Fen } from '../kernel/money'
import type { CouponVerdict } from '../orders/quote-contract'
import { combine, earlier, orderOffBeside, rank, type Picked } from './picked'
import { verdictsOf } from './verdicts'
import { weigh, type Cart, type Weighed } from './weigh'

/**
 * The coupons that leave the lowest amount to pay, delivery included and points not.
 *
 * Law 3: equal to trying every combination, whatever the order of the coupons; one more coupon never raises the price.
 * Nothing depends on the delivery coupon, so the best is taken. Beside each item coupon, and none, goes its best mate
 * among the order coupons. Ties: fewer coupons, then those that end first, then smaller ids. A coupon that takes nothing
 * off is never picked.
 */
export function pickBest(weighed: readonly Weighed[]): Picked {
  const inSlot = (slot: Weighed['rule']['slot']) =>
    weighed
      .filter((w) => w.hindrance === null && w.rule.slot === slot)
      .sort((a, b) => b.offFen - a.offFen || earlier(a, b))
  const [items, orders, [delivery = null]] = [inSlot('item'), inSlot('order'), inSlot('delivery')]
  let best = combine(null, orders[0] ?? null, delivery)
  for (const item of items) {
    const worthwhileFen = best.itemOffFen + best.orderOffFen - item.offFen
    const pick = combine(item, mateOf(item, orders, worthwhileFen), delivery)
    if (rank(pick, best) < 0) best = pick
  }
  return best
}

/**
 * The order coupon that takes the most off beside an item coupon; of equal ones the one that should be used first; null
 * when none takes anything off. `orders` come by what they take off alone, which is a bound: where it falls below the
 * most so far, or below what makes the pair worthwhile, none of the rest can win.
 */
function mateOf(item: Weighed, orders: readonly Weighed[], worthwhileFen: Fen): Weighed | null {
  let mate: Weighed | null = null
  let most = 0
  for (const order of orders) {
    if (order.offFen < Math.max(most, worthwhileFen)) break
    const off = orderOffBeside(order, item)
    if (off > most || (mate && off === most && earlier(order, mate) < 0)) [mate, most] = [order, off]
  }
  return mate
}

/** The best pick for a cart, and every live coupon's reason: what the cart bar speaks of. */
export function bestPick(
  coupons: readonly CouponView[],
  cart: Cart,
): { readonly best: Picked; readonly verdicts: CouponVerdict[] } {
  const weighed = weigh(coupons, cart)
  const best = pickBest(weighed)
  return { best, verdicts: verdictsOf(weighed, best, best) }
}
