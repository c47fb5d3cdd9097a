import type { Menu, Product, Way } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { CartLine } from '@shared/orders/contract'
import type { Account, Loyalty } from '@shared/points/contract'
import { bestPick } from '@shared/pricing/best-pick'
import { goodsLine, type GoodsLine } from '@shared/pricing/goods'
import { goodsTotal, memberTotal, pricedForMember, type PricedLine } from '@shared/pricing/member-price'
import { keyOf } from './lines'
import { couponNudge, nudgeOf, type Nudge, type WayTerms } from './nudge'

/** One line as the drawer shows it. */
export type Row = {
  readonly key: string
  readonly line: CartLine
  readonly product: Product
  readonly specText: string
  readonly listFen: Fen
  /** What it costs this customer, before coupons. */
  readonly payFen: Fen
  /** Can't be had now in this store: shown, not counted, not ordered. */
  readonly soldOut: boolean
}
export type PricedCart = {
  readonly rows: readonly Row[]
  /** Units that can be ordered. */
  readonly count: number
  /** At list prices. */
  readonly goodsFen: Fen
  /** What the member's prices and the best coupons take off. */
  readonly offFen: Fen
  /** Before packaging, which is chosen at the checkout, and delivery. */
  readonly payFen: Fen
  /** So much is missing before the store takes the order at all. */
  readonly belowFen: Fen
  readonly nudge: Nudge | null
}
/** Who buys, where and how: what member prices, coupons and minimums depend upon. */
export type Customer = {
  readonly coupons: readonly CouponView[]
  /** null: no member. */
  readonly account: Account | null
  readonly loyalty: Loyalty
  readonly storeId: string
  readonly way: Way
  readonly terms: WayTerms
}
/** Nobody in particular: list prices, no coupons, no minimum. */
const NOBODY: Customer = {
  coupons: [],
  account: null,
  loyalty: { pointsPerYuan: 0, pointFen: 0, mostShareBp: 0, validMonths: 1, tiers: [] },
  storeId: '',
  way: 'pickup',
  terms: { minimumFen: 0, freeFromFen: null },
}

type Known = { readonly line: CartLine; readonly product: Product; readonly goods: GoodsLine }

/** What a line is today, or nothing when the menu no longer offers it as it was chosen. */
function known(line: CartLine, products: ReadonlyMap<string, Product>): Known[] {
  const product = products.get(line.productId)
  const goods = product && goodsLine(product, line)
  return product && goods ? [{ line, product, goods }] : []
}

const byId = (menu: Menu) => new Map(menu.products.map((p) => [p.id, p]))

/** Lines that today's menu still offers. The others are gone for good: the cart drops them, with a word. */
export function stillOffered(lines: readonly CartLine[], menu: Menu): readonly CartLine[] {
  const products = byId(menu)
  return lines.filter((line) => known(line, products).length > 0)
}

const NAMED = 3

/** 鲜肉小笼、馄饨 这家店现在做不了，先放一边 */
export function asideWords(rows: readonly Pick<Row, 'product'>[]): string {
  const names = [...new Set(rows.map((row) => row.product.name))]
  const few = names.slice(0, NAMED).join('、')
  return `${few}${names.length > NAMED ? `等 ${names.length} 样` : ''} 现在做不了，先放一边`
}

/** Names of what can't be had where `soldOut` holds, each once, in the cart's order. */
export function missingNames(
  lines: readonly CartLine[],
  menu: Menu,
  soldOut: readonly string[],
): readonly string[] {
  const names = lines
    .filter((line) => soldOut.includes(line.skuId))
    .flatMap((line) => menu.products.find((p) => p.id === line.productId)?.name ?? [])
  return [...new Set(names)]
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
  const { account, loyalty, terms, ...who } = customer ?? NOBODY
  const products = byId(menu)
  const offered = lines.flatMap((line) => known(line, products))
  const priced = pricedForMember(
    offered.map(({ goods }) => goods),
    account,
    loyalty,
    now,
  )
  const rows = offered.map((one, i) => rowOf(one, priced[i]?.memberUnitFen ?? one.goods.unitFen, soldOut))
  const sold = priced.filter((_, i) => rows[i]?.soldOut === false)
  const goodsFen = goodsTotal(sold)
  const { payFen, nudge } = couponed(sold, who, now)
  return {
    rows,
    count: sold.reduce((sum, line) => sum + line.qty, 0),
    goodsFen,
    offFen: goodsFen - payFen,
    payFen,
    belowFen: Math.max(0, terms.minimumFen - goodsFen),
    nudge: sold.length === 0 ? null : nudgeOf(goodsFen, terms, nudge),
  }
}

function rowOf({ line, product, goods }: Known, unitFen: Fen, soldOut: readonly string[]): Row {
  return {
    key: keyOf(line),
    line,
    product,
    specText: goods.specText,
    listFen: goods.listFen,
    payFen: unitFen * line.qty,
    soldOut: soldOut.includes(line.skuId),
  }
}

function couponed(
  lines: readonly PricedLine[],
  { coupons, storeId, way }: Pick<Customer, 'coupons' | 'storeId' | 'way'>,
  now: Instant,
) {
  const { best, verdicts } = bestPick(coupons, { lines, deliveryFen: 0, storeId, way, now })
  return {
    payFen: memberTotal(lines) - best.itemOffFen - best.orderOffFen,
    nudge: couponNudge(coupons, verdicts, best.orderOffFen),
  }
}
