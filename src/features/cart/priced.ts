import type { Menu, Product } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import { isRefused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CartLine } from '@shared/orders/contract'
import { bestPick } from '@shared/pricing/best-pick'
import { specText, unitPrice } from '@shared/pricing/unit-price'
import { keyOf } from './lines'

/** One line as the drawer shows it. */
export type Row = {
  readonly key: string
  readonly line: CartLine
  readonly product: Product
  readonly specText: string
  readonly unitFen: Fen
  readonly listFen: Fen
  /** Can't be had now in this store: shown, not counted, not ordered. */
  readonly soldOut: boolean
}
/** "再买 ¥3 可用 ¥5 券": what a little more would unlock. */
export type Nudge = { readonly shortFen: Fen; readonly offFen: Fen }
export type PricedCart = {
  readonly rows: readonly Row[]
  /** Units that can be ordered. */
  readonly count: number
  readonly goodsFen: Fen
  /** What the best coupon takes off. */
  readonly offFen: Fen
  /** Before packaging, which is chosen at the checkout. */
  readonly payFen: Fen
  readonly nudge: Nudge | null
}

/** What a line is today, or null when the menu no longer offers it as it was chosen. */
function rowOf(
  line: CartLine,
  products: ReadonlyMap<string, Product>,
  soldOut: readonly string[],
): Row | null {
  const product = products.get(line.productId)
  if (product === undefined) return null
  const price = unitPrice(product, line.skuId, line.choices)
  if (isRefused(price)) return null
  return {
    key: keyOf(line),
    line,
    product,
    specText: specText(product, line.skuId, line.choices),
    unitFen: price.unitFen,
    listFen: price.unitFen * line.qty,
    soldOut: soldOut.includes(line.skuId),
  }
}

const byId = (menu: Menu) => new Map(menu.products.map((p) => [p.id, p]))

/** Lines that today's menu still offers. The others are gone for good: the cart drops them, with a word. */
export function stillOffered(lines: readonly CartLine[], menu: Menu): readonly CartLine[] {
  const products = byId(menu)
  return lines.filter((line) => rowOf(line, products, []) !== null)
}

/** A cart with today's prices and the best coupon. The cloud prices anew at the checkout; this is what the bar says. */
export function priceCart(
  lines: readonly CartLine[],
  menu: Menu,
  soldOut: readonly string[],
  coupons: readonly CouponView[],
  now: Instant,
): PricedCart {
  const products = byId(menu)
  const rows = lines.flatMap((line) => rowOf(line, products, soldOut) ?? [])
  const sold = rows.filter((row) => !row.soldOut)
  const goodsFen = sold.reduce((sum, row) => sum + row.listFen, 0)
  const { verdicts } = bestPick(coupons, goodsFen, now)
  const offFen = verdicts.find((v) => v.why.code === 'BEST')?.offFen ?? 0
  return {
    rows,
    count: sold.reduce((sum, row) => sum + row.line.qty, 0),
    goodsFen,
    offFen,
    payFen: goodsFen - offFen,
    nudge: sold.length === 0 ? null : nudge(coupons, goodsFen, offFen, now),
  }
}

/** The nearest coupon that would take off more than the best one does now. */
function nudge(coupons: readonly CouponView[], goodsFen: Fen, offFen: Fen, now: Instant): Nudge | null {
  const better = bestPick(coupons, goodsFen, now).verdicts.flatMap((v) => {
    if (v.why.code !== 'BELOW_THRESHOLD') return []
    const gain = mostOf(coupons.find((c) => c.id === v.couponId))
    return gain > offFen ? [{ shortFen: v.why.shortFen, offFen: gain }] : []
  })
  return better.sort((a, b) => a.shortFen - b.shortFen || b.offFen - a.offFen)[0] ?? null
}

const mostOf = (coupon: CouponView | undefined): Fen =>
  coupon?.terms.benefit.kind === 'amountOff' ? coupon.terms.benefit.offFen : 0
