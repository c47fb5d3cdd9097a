/**
 * What coupons take off a cart, written down from their definitions (decision 0005) as slowly as they read: each unit by
 * itself, each combination tried. The engine is compared with it and shares nothing with it but types.
 */
import type { CouponView, Terms } from '@shared/coupons/contract'
import type { CouponVerdict } from '@shared/orders/contract'
import type { PriceInput } from '@shared/pricing/price'

type Unit = {
  readonly line: number
  readonly fen: number
  readonly skuId: string
  readonly names: readonly string[]
}
type Code = CouponVerdict['why']['code']
/** A way to pay: which coupons, what they take off together, and each by itself within it. */
export type Way = { readonly coupons: readonly CouponView[]; readonly offFen: number }

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)

/** What one unit of each line costs this customer: the lowest of list price, member price and tier price. */
function unitsOf({ lines, account, loyalty }: PriceInput): Unit[] {
  const spent = sum(Object.values(account?.spend ?? {}))
  const tier = loyalty.tiers.filter((t) => t.fromFen <= spent).at(-1)
  return lines.flatMap((l, line) => {
    const tierFen = Math.ceil((l.unitFen * (tier?.priceBp ?? 10_000)) / 10_000)
    const fen = account ? Math.min(l.unitFen, l.memberSkuUnitFen, tierFen) : l.unitFen
    const names = [l.categoryId, l.productId, l.skuId]
    return Array.from({ length: l.qty }, () => ({ line, fen, skuId: l.skuId, names }))
  })
}

const covered = ({ categoryIds, productIds, skuIds }: Terms['scope'], unit: Unit) => {
  const all = [...categoryIds, ...productIds, ...skuIds]
  return all.length === 0 || all.some((id) => unit.names.includes(id))
}

/** Fen of an amount when it costs `payBp` of its price, the shop losing no part of a fen. */
const percentOf = (payBp: number, fen: number) => fen - Math.ceil((fen * payBp) / 10_000)

/** What an item coupon takes off each line. */
function itemOff(coupon: CouponView, units: readonly Unit[], lineCount: number): number[] {
  const b = coupon.terms.benefit
  const dearest = units
    .filter((u) => covered(coupon.terms.scope, u))
    .sort((x, y) => y.fen - x.fen || x.line - y.line)
  const off = Array.from({ length: lineCount }, () => 0)
  const give = (unit: Unit | undefined, fen: number) => {
    if (unit) off[unit.line] = off[unit.line]! + fen
  }
  if (b.kind === 'fixedPrice' && dearest[0]) give(dearest[0], Math.max(0, dearest[0].fen - b.priceFen))
  if (b.kind === 'exchange' && dearest[0]) give(dearest[0], dearest[0].fen)
  if (b.kind === 'nthUnit') give(dearest[b.nth - 1], percentOf(b.payBp, dearest[b.nth - 1]?.fen ?? 0))
  if (b.kind === 'buyNGetM' && dearest.length >= b.buy + b.get)
    for (const unit of dearest.slice(b.buy, b.buy + b.get)) give(unit, unit.fen)
  return capped(off, 'capFen' in b ? b.capFen : 0)
}

/** Shares of a cap, one fen after the other to the line that is furthest behind its exact share. */
function capped(off: readonly number[], capFen: number): number[] {
  const total = sum(off)
  if (total <= capFen) return [...off]
  const shares = off.map((fen) => Math.floor((fen * capFen) / total))
  const behind = (i: number) => (off[i]! * capFen) % total
  const order = off.map((_, i) => i).sort((i, j) => behind(j) - behind(i) || i - j)
  for (const i of order.slice(0, capFen - sum(shares))) shares[i]!++
  return shares
}

function orderOff(coupon: CouponView, units: readonly Unit[], taken: readonly number[]): number {
  const b = coupon.terms.benefit
  // every unit of a line is in scope or none is, so what was taken off a line was taken off the scope
  const inScope = units.filter((u) => covered(coupon.terms.scope, u))
  const rest =
    sum(inScope.map((u) => u.fen)) - sum([...new Set(inScope.map((u) => u.line))].map((l) => taken[l]!))
  if (b.kind === 'amountOff') return Math.min(b.offFen, rest)
  if (b.kind === 'percentOff') return Math.min(b.capFen, percentOf(b.payBp, rest))
  return 0
}

const SLOTS = {
  amountOff: 'order',
  percentOff: 'order',
  fixedPrice: 'item',
  nthUnit: 'item',
  exchange: 'item',
  buyNGetM: 'item',
  freeDelivery: 'delivery',
} as const

/** What a set of at most one coupon a slot takes off, coupon by coupon: item, order, delivery. */
export function offOfSet(input: PriceInput, set: readonly CouponView[]): number[] {
  const units = unitsOf(input)
  const item = set.find((c) => SLOTS[c.terms.benefit.kind] === 'item')
  const order = set.find((c) => SLOTS[c.terms.benefit.kind] === 'order')
  const delivery = set.find((c) => SLOTS[c.terms.benefit.kind] === 'delivery')?.terms.benefit
  const taken = item ? itemOff(item, units, input.lines.length) : input.lines.map(() => 0)
  const deliveryOff = delivery?.kind === 'freeDelivery' ? Math.min(delivery.capFen, input.deliveryFen) : 0
  return [sum(taken), order ? orderOff(order, units, taken) : 0, deliveryOff]
}

/** The first reason in the documented order why a coupon can't be used; USABLE if there is none. */
export function codeOf(input: PriceInput, coupon: CouponView): Code {
  const { terms, state, startsAt, expiresAt } = coupon
  const b = terms.benefit
  const shop = new Date(input.now + 8 * 3_600_000)
  const minute = shop.getUTCHours() * 60 + shop.getUTCMinutes()
  const open = terms.hours.some((h) =>
    h.from <= h.to ? h.from <= minute && minute < h.to : h.from <= minute || minute < h.to,
  )
  const units = unitsOf(input).filter((u) => covered(terms.scope, u))
  const needed = b.kind === 'nthUnit' ? b.nth : b.kind === 'buyNGetM' ? b.buy + b.get : 1
  const reasons: [Code, boolean][] = [
    ['HELD', state === 'held'],
    ['EXPIRED', input.now >= expiresAt],
    ['NOT_YET', input.now < startsAt],
    ['OTHER_STORE', terms.storeIds.length > 0 && !terms.storeIds.includes(input.storeId)],
    ['OTHER_WAY', terms.ways.length > 0 && !terms.ways.includes(input.way)],
    ['OTHER_WAY', b.kind === 'freeDelivery' && input.way !== 'delivery'],
    ['OTHER_DAY', terms.days.length > 0 && !terms.days.includes(shop.getUTCDay())],
    ['OTHER_HOUR', terms.hours.length > 0 && !open],
    ['OUT_OF_SCOPE', units.length === 0],
    ['TOO_FEW', units.length < needed],
    ['NOTHING_OFF', b.kind === 'freeDelivery' && input.deliveryFen === 0],
    ['BELOW_THRESHOLD', 'thresholdFen' in b && sum(units.map((u) => u.fen)) < b.thresholdFen],
    ['NOTHING_OFF', sum(offOfSet(input, [coupon])) === 0],
  ]
  return reasons.find(([, holds]) => holds)?.[0] ?? 'USABLE'
}

/** Every combination that an order may carry: none, or coupons of different slots that each take something off. */
export function legalWays(input: PriceInput): Way[] {
  const usable = input.coupons.filter((c) => c.state === 'issued' && codeOf(input, c) === 'USABLE')
  const inSlot = (slot: string) => [
    [],
    ...usable.filter((c) => SLOTS[c.terms.benefit.kind] === slot).map((c) => [c]),
  ]
  return inSlot('item').flatMap((item) =>
    inSlot('order').flatMap((order) =>
      inSlot('delivery').flatMap((delivery): Way[] => {
        const set = [...item, ...order, ...delivery]
        const offs = offOfSet(input, set)
        return offs.filter((off) => off > 0).length === set.length
          ? [{ coupons: set, offFen: sum(offs) }]
          : []
      }),
    ),
  )
}

/** Which of two ways is taken: more off, then fewer coupons, then those that end first, then smaller ids. */
function better(a: Way, b: Way): Way {
  if (a.offFen !== b.offFen) return a.offFen > b.offFen ? a : b
  if (a.coupons.length !== b.coupons.length) return a.coupons.length < b.coupons.length ? a : b
  const urgency = ({ coupons }: Way) =>
    coupons
      .map((c) => `${String(c.expiresAt).padStart(16, '0')} ${c.id}`)
      .sort()
      .join('\n')
  return urgency(a) <= urgency(b) ? a : b
}

export const bestWay = (input: PriceInput): Way => legalWays(input).reduce(better)

/** What a cart costs before coupons and points, delivery and packaging included. */
export const memberFenOf = (input: PriceInput): number => sum(unitsOf(input).map((u) => u.fen))
