import { ruleOf } from '../coupons/benefit'
import type { BenefitRule, ItemRule } from '../coupons/benefits/rule'
import type { CouponView, Scope } from '../coupons/contract'
import { hindranceOf, type Hindrance, type Occasion } from '../coupons/hindrance'
import { isInScope } from '../coupons/scope'
import type { Fen } from '../kernel/money'
import type { PricedLine } from './member-price'
import { splitDiscount } from './split-discount'

/** What coupons look at. */
export type Cart = Occasion & {
  readonly lines: readonly PricedLine[]
  /** The delivery fee before coupons; 0 where nothing is delivered. */
  readonly deliveryFen: Fen
}
/** What an item coupon takes off a line (its number). */
export type Take = { readonly line: number; readonly fen: Fen }
/** A coupon and what it does to a cart by itself. */
export type Weighed = {
  readonly coupon: CouponView
  readonly rule: BenefitRule
  /** Why it can't be used; null: it can. */
  readonly hindrance: Hindrance | null
  /** What it takes off by itself: above 0 exactly when it can be used. */
  readonly offFen: Fen
  /** Line by line, whether it is in scope. */
  readonly covers: readonly boolean[]
  /** What is in scope at member prices. */
  readonly scopeFen: Fen
  /** Of an item coupon: the lines whose units it takes, `offFen` together. */
  readonly takes: readonly Take[]
}

/**
 * Weighs every live coupon on a cart. Redeemed and revoked ones are not spoken of.
 *
 * The first hindrance is told: those of the occasion (`hindranceOf`), then OUT_OF_SCOPE, TOO_FEW, BELOW_THRESHOLD,
 * NOTHING_OFF. So whatever is short is the only thing that is missing. Below its threshold a delivery coupon is not short
 * of anything while delivery costs nothing: that is NOTHING_OFF.
 */
export function weigh(coupons: readonly CouponView[], cart: Cart): Weighed[] {
  const byPrice = cart.lines
    .map((line, number) => ({ line, number }))
    .sort((a, b) => b.line.memberUnitFen - a.line.memberUnitFen || a.number - b.number)
  const reachOf = reaches(cart)
  return coupons
    .filter(({ state }) => state === 'issued' || state === 'held')
    .map((coupon) => weighOne(coupon, cart, reachOf, byPrice))
}

/** What of a cart is in a scope. */
type Reach = Pick<Weighed, 'covers' | 'scopeFen'> & { readonly units: number }

/** Looks each scope up once: the coupons of one campaign share theirs. */
function reaches({ lines }: Cart): (scope: Scope) => Reach {
  const known = new Map<string, Reach>()
  return (scope) => {
    const key = JSON.stringify([scope.categoryIds, scope.productIds, scope.skuIds])
    const found = known.get(key)
    if (found) return found
    const covers = lines.map((line) => isInScope(scope, line))
    let [units, scopeFen] = [0, 0]
    lines.forEach(({ qty, memberUnitFen }, i) => {
      if (!covers[i]) return
      units += qty
      scopeFen += qty * memberUnitFen
    })
    const reach = { covers, units, scopeFen }
    known.set(key, reach)
    return reach
  }
}

type Numbered = { readonly line: PricedLine; readonly number: number }

function weighOne(
  coupon: CouponView,
  cart: Cart,
  reachOf: (scope: Scope) => Reach,
  byPrice: readonly Numbered[],
): Weighed {
  const rule = ruleOf(coupon.terms.benefit)
  const useless = (hindrance: Hindrance): Weighed => ({
    coupon,
    rule,
    hindrance,
    offFen: 0,
    covers: [],
    scopeFen: 0,
    takes: [],
  })
  const otherwise = hindranceOf(coupon, cart)
  if (otherwise) return useless(otherwise)
  const { covers, units, scopeFen } = reachOf(coupon.terms.scope)
  const short = shortcoming(rule, units, scopeFen, cart.deliveryFen)
  if (short) return useless(short)
  const takes = rule.slot === 'item' ? takesOf(rule, covers, byPrice) : []
  const offFen =
    rule.slot === 'item'
      ? takes.reduce((sum, take) => sum + take.fen, 0)
      : rule.off(rule.slot === 'order' ? scopeFen : cart.deliveryFen)
  if (offFen === 0) return useless({ code: 'NOTHING_OFF' })
  return { coupon, rule, hindrance: null, offFen, covers, scopeFen, takes }
}

function shortcoming(rule: BenefitRule, units: number, scopeFen: Fen, deliveryFen: Fen): Hindrance | null {
  if (units === 0) return { code: 'OUT_OF_SCOPE' }
  if (rule.slot === 'item' && units < rule.units) return { code: 'TOO_FEW', short: rule.units - units }
  if (rule.slot === 'delivery' && deliveryFen === 0) return { code: 'NOTHING_OFF' }
  if (scopeFen < rule.thresholdFen) return { code: 'BELOW_THRESHOLD', shortFen: rule.thresholdFen - scopeFen }
  return null
}

/**
 * What an item coupon takes off which lines. It acts on the dearest units in scope, of equal ones on the earlier line's;
 * where the cap leaves less, the lines get their shares of it by the largest remainder.
 */
function takesOf(rule: ItemRule, covers: readonly boolean[], byPrice: readonly Numbered[]): Take[] {
  const numbers: number[] = []
  const unitsFen: Fen[] = []
  for (const { line, number } of byPrice) {
    if (!covers[number]) continue
    for (let n = 0; n < line.qty && unitsFen.length < rule.units; n++) {
      numbers.push(number)
      unitsFen.push(line.memberUnitFen)
    }
  }
  const offs = new Map<number, Fen>()
  rule.unitOffs(unitsFen).forEach((off, i) => {
    const number = numbers[i]
    if (number !== undefined && off > 0) offs.set(number, (offs.get(number) ?? 0) + off)
  })
  const taken = [...offs].sort(([a], [b]) => a - b)
  const total = taken.reduce((sum, [, off]) => sum + off, 0)
  const parts = splitDiscount(
    taken.map(([, off]) => off),
    Math.min(total, rule.largestCostFen),
  )
  return taken.map(([line], i) => ({ line, fen: parts[i] ?? 0 }))
}
