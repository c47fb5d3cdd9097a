import type { Packaging } from '../catalogue/contract'
import type { Way } from '../catalogue/store-contract'
import type { CouponView } from '../coupons/contract'
import type { Fen } from '../kernel/money'
import { refuse } from '../kernel/refusal'
import type { Instant } from '../kernel/time'
import type { Quote } from '../orders/quote-contract'
import type { Account, Loyalty } from '../points/contract'
import { pickBest } from './best-pick'
import type { GoodsLine } from './goods'
import { goodsTotal, memberTotal, pricedForMember, type PricedLine } from './member-price'
import { combine, couponsOf, type Picked } from './picked'
import { quoteHash } from './quote-hash'
import { quoteLines } from './quote-lines'
import { usablePoints } from './usable-points'
import { verdictsOf } from './verdicts'
import { weigh, type Weighed } from './weigh'

export type PriceInput = {
  /** At list prices. */
  readonly lines: readonly GoodsLine[]
  /** Every coupon of the customer that may matter. */
  readonly coupons: readonly CouponView[]
  /** `best`: those that leave the least to pay; else the customer's own choice, at most one a slot. */
  readonly choice: 'best' | readonly string[]
  readonly packaging: Packaging
  /** The delivery fee before coupons; 0 where nothing is delivered. */
  readonly deliveryFen: Fen
  readonly storeId: string
  readonly way: Way
  /** null: no member: no member price, no points. */
  readonly account: Account | null
  readonly loyalty: Loyalty
  /** Whether points pay what they can. */
  readonly usePoints: boolean
  readonly now: Instant
}

/**
 * What a cart costs, as a quote. Order: list → member price → item coupon → order coupon → points → packaging and
 * delivery, which only a delivery coupon lowers (decision 0005). Fen. Law 1: Σ shares = discount of each kind, no line
 * and no amount below zero. COUPON_UNUSABLE: a chosen coupon is unknown, can't be used on this cart, takes nothing off
 * it beside the others, or shares a slot with another; a choice is never changed silently.
 */
export function price(input: PriceInput) {
  const lines = pricedForMember(input.lines, input.account, input.loyalty, input.now)
  const weighed = weigh(input.coupons, { ...input, lines })
  const best = pickBest(weighed)
  const applied = input.choice === 'best' ? best : choose(weighed, input.choice)
  if (applied === null) return refuse('COUPON_UNUSABLE')
  return { quote: quoteOf(input, lines, applied, verdictsOf(weighed, best, applied)) }
}

/** The coupons that the customer chose, or null when they can't all be used together. */
function choose(weighed: readonly Weighed[], ids: readonly string[]): Picked | null {
  const chosen = weighed.filter((w) => w.hindrance === null && ids.includes(w.coupon.id))
  const inSlot = (slot: Weighed['rule']['slot']) => chosen.find((w) => w.rule.slot === slot) ?? null
  const pick = combine(inSlot('item'), inSlot('order'), inSlot('delivery'))
  if (couponsOf(pick).length !== ids.length) return null
  return pick.order && pick.orderOffFen === 0 ? null : pick
}

function quoteOf(
  input: PriceInput,
  priced: readonly PricedLine[],
  pick: Picked,
  verdicts: Quote['verdicts'],
): Quote {
  const { account, loyalty, now, deliveryFen } = input
  const { itemOffFen, orderOffFen, deliveryOffFen } = pick
  const [goodsFen, memberFen] = [goodsTotal(priced), memberTotal(priced)]
  const most = usablePoints(memberFen - itemOffFen - orderOffFen, account, loyalty, now)
  const spent = input.usePoints ? most : { points: 0, fen: 0 }
  const packagingFen = input.packaging.feeFen
  const sums = {
    lines: quoteLines(priced, pick, spent.fen),
    goodsFen,
    memberOffFen: goodsFen - memberFen,
    itemOffFen,
    orderOffFen,
    pointsOffFen: spent.fen,
    packagingFen,
    deliveryFen,
    deliveryOffFen,
    couponFen: itemOffFen + orderOffFen + deliveryOffFen,
    payFen: memberFen - itemOffFen - orderOffFen - spent.fen + packagingFen + deliveryFen - deliveryOffFen,
    couponIds: couponsOf(pick).map(({ coupon }) => coupon.id),
    points: spent.points,
    usablePoints: most.points,
    usablePointsFen: most.fen,
  }
  return { ...sums, verdicts, hash: quoteHash(sums) }
}
