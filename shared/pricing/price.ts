import type { Packaging, Product } from '../catalogue/contract'
import type { CouponView } from '../coupons/contract'
import type { Fen } from '../kernel/money'
import { isRefused, refuse } from '../kernel/refusal'
import type { Instant } from '../kernel/time'
import type { CartLine, Quote, QuoteLine } from '../orders/contract'
import { bestPick, hindrance, offOf } from './best-pick'
import { quoteHash } from './quote-hash'
import { splitDiscount } from './split-discount'
import { specText, unitPrice } from './unit-price'

/** A cart line with what the menu says about it. */
export type GoodsLine = Omit<QuoteLine, 'discountFen' | 'payFen'>

/** One line by the menu's prices, or null when it can't be had so (`unitPrice` says why). */
export function goodsLine(product: Product, line: CartLine): GoodsLine | null {
  const price = unitPrice(product, line.skuId, line.choices)
  if (isRefused(price)) return null
  return {
    productId: product.id,
    skuId: line.skuId,
    choices: [...price.choices],
    qty: line.qty,
    name: product.name,
    specText: specText(product, line.skuId, line.choices),
    picture: product.picture,
    unitFen: price.unitFen,
    listFen: price.unitFen * line.qty,
  }
}

/** Prices a whole cart. Refusals name the lines (from 0) whose product or size is gone, or whose choices don't fit. */
export function goodsLines(products: readonly Product[], cart: readonly CartLine[]) {
  const byId = new Map(products.map((product) => [product.id, product]))
  const gone: number[] = []
  const bad: number[] = []
  const lines = cart.flatMap((line, i) => {
    const product = byId.get(line.productId)
    if (!product?.skus.some((sku) => sku.id === line.skuId)) gone.push(i)
    const goods = product && goodsLine(product, line)
    if (!goods) bad.push(i)
    return goods ?? []
  })
  if (gone.length > 0) return refuse('PRODUCT_GONE', { lines: gone })
  if (bad.length > 0) return refuse('BAD_CHOICE', { lines: bad })
  return { lines }
}

export const goodsTotal = (lines: readonly GoodsLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.listFen, 0)

export type PriceInput = {
  readonly lines: readonly GoodsLine[]
  /** Every coupon of the member that may matter. */
  readonly coupons: readonly CouponView[]
  /** `best`: the one that leaves the least to pay; null: none; else the customer's own choice. */
  readonly coupon: 'best' | (string & {}) | null
  readonly packaging: Packaging
  readonly now: Instant
}

/**
 * What a cart costs, as a quote. Order: list → coupon (threshold on the goods' subtotal) → packaging, which no coupon
 * lowers. Law 1: Σ shares = discount, pay ≥ 0. COUPON_UNUSABLE: the chosen coupon isn't there or can't be used now.
 */
export function price(input: PriceInput) {
  const goodsFen = goodsTotal(input.lines)
  const { best, verdicts } = bestPick(input.coupons, goodsFen, input.now)
  const chosen = input.coupon === 'best' ? best : input.coupons.find((c) => c.id === input.coupon)
  if (input.coupon !== null && input.coupon !== 'best') {
    const usable = chosen?.state === 'issued' && hindrance(chosen, goodsFen, input.now) === null
    if (!usable) return refuse('COUPON_UNUSABLE')
  }
  const coupon = input.coupon === null ? null : (chosen ?? null)
  return { quote: quoteOf(input, coupon, goodsFen, appliedFirst(verdicts, coupon)) }
}

function quoteOf(
  input: PriceInput,
  coupon: CouponView | null,
  goodsFen: Fen,
  verdicts: Quote['verdicts'],
): Quote {
  const couponFen = coupon ? offOf(coupon, goodsFen) : 0
  const list = input.lines.map((line) => line.listFen)
  const shares = splitDiscount(list, couponFen)
  const lines = input.lines.map((line, i) => {
    const discountFen = shares[i] ?? 0
    return { ...line, discountFen, payFen: line.listFen - discountFen }
  })
  const sums = {
    lines,
    goodsFen,
    couponFen,
    packagingFen: input.packaging.feeFen,
    payFen: goodsFen - couponFen + input.packaging.feeFen,
    couponId: coupon?.id ?? null,
  }
  return { ...sums, verdicts, hash: quoteHash(sums) }
}

function appliedFirst(verdicts: Quote['verdicts'], applied: CouponView | null): Quote['verdicts'] {
  const first = verdicts.filter((v) => v.couponId === applied?.id)
  return [...first, ...verdicts.filter((v) => v.couponId !== applied?.id)]
}
