import type { Menu, Product, Way } from '@shared/catalogue/contract'
import { benefitAtThreshold } from '@shared/coupons/benefit'
import type { CouponView } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { CartLine, CouponVerdict } from '@shared/orders/contract'
import type { Account, Loyalty } from '@shared/points/contract'
import { bestPick } from '@shared/pricing/best-pick'
import { goodsLine, type GoodsLine } from '@shared/pricing/goods'
import { goodsTotal, memberTotal, pricedForMember } from '@shared/pricing/member-price'
import { keyOf } from './lines'

/** One line as the drawer shows it. */
export type Row = {
  readonly key: string
  readonly line: CartLine
  readonly product: Product
  /** What the menu says about it. */
  readonly goods: GoodsLine
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
  /** At list prices. */
  readonly goodsFen: Fen
  /** What the member's prices and the best coupons take off. */
  readonly offFen: Fen
  /** Before packaging, which is chosen at the checkout. */
  readonly payFen: Fen
  readonly nudge: Nudge | null
}
/** Who buys, where and how: what member prices and coupons depend upon. */
export type Customer = {
  readonly coupons: readonly CouponView[]
  /** null: no member. */
  readonly account: Account | null
  readonly loyalty: Loyalty
  readonly storeId: string
  readonly way: Way
}

/** What a line is today, or null when the menu no longer offers it as it was chosen. */
function rowOf(
  line: CartLine,
  products: ReadonlyMap<string, Product>,
  soldOut: readonly string[],
): Row | null {
  const product = products.get(line.productId)
  if (product === undefined) return null
  const goods = goodsLine(product, line)
  if (goods === null) return null
  const { specText, unitFen, listFen } = goods
  return {
    key: keyOf(line),
    line,
    product,
    goods,
    specText,
    unitFen,
    listFen,
    soldOut: soldOut.includes(line.skuId),
  }
}

const byId = (menu: Menu) => new Map(menu.products.map((p) => [p.id, p]))

/** Lines that today's menu still offers. The others are gone for good: the cart drops them, with a word. */
export function stillOffered(lines: readonly CartLine[], menu: Menu): readonly CartLine[] {
  const products = byId(menu)
  return lines.filter((line) => rowOf(line, products, []) !== null)
}

/**
 * A cart with today's prices and the best coupons, before packaging, delivery and points; `customer` null: at list
 * prices, without coupons. The cloud prices anew at the checkout; this is what the bar says.
 */
export function priceCart(
  lines: readonly CartLine[],
  menu: Menu,
  soldOut: readonly string[],
  customer: Customer | null,
  now: Instant,
): PricedCart {
  const products = byId(menu)
  const rows = lines.flatMap((line) => rowOf(line, products, soldOut) ?? [])
  const sold = rows.filter((row) => !row.soldOut)
  const goods = sold.map((row) => row.goods)
  const goodsFen = goodsTotal(goods)
  const { payFen, nudge } = customer ? couponed(goods, customer, now) : { payFen: goodsFen, nudge: null }
  return {
    rows,
    count: sold.reduce((sum, row) => sum + row.line.qty, 0),
    goodsFen,
    offFen: goodsFen - payFen,
    payFen,
    nudge: sold.length === 0 ? null : nudge,
  }
}

function couponed(goods: readonly GoodsLine[], customer: Customer, now: Instant) {
  const { coupons, account, loyalty, storeId, way } = customer
  const lines = pricedForMember(goods, account, loyalty, now)
  const { best, verdicts } = bestPick(coupons, { lines, deliveryFen: 0, storeId, way, now })
  return {
    payFen: memberTotal(lines) - best.itemOffFen - best.orderOffFen,
    nudge: nudgeOf(coupons, verdicts, best.orderOffFen),
  }
}

/** The nearest order coupon that would take off more than the one that is applied. */
function nudgeOf(
  coupons: readonly CouponView[],
  verdicts: readonly CouponVerdict[],
  orderOffFen: Fen,
): Nudge | null {
  const better = verdicts.flatMap((v) => {
    const coupon = coupons.find((c) => c.id === v.couponId)
    if (v.why.code !== 'BELOW_THRESHOLD' || coupon === undefined) return []
    const offFen = benefitAtThreshold(coupon.terms.benefit)
    return offFen > orderOffFen ? [{ shortFen: v.why.shortFen, offFen }] : []
  })
  return better.sort((a, b) => a.shortFen - b.shortFen || b.offFen - a.offFen)[0] ?? null
}
