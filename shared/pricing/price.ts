import type { Packaging, Product, Way } from '../catalogue/contract'
import type { CouponView } from '../coupons/contract'
import type { Fen } from '../kernel/money'
import { isRefused, refuse } from '../kernel/refusal'
import type { Instant } from '../kernel/time'
import type { CartLine, Quote, QuoteLine } from '../orders/contract'
import type { Account, Loyalty } from '../points/contract'
import { bestPick, hindrance, offOf } from './best-pick'
import { quoteHash } from './quote-hash'
import { splitDiscount } from './split-discount'
import { specText, unitPrice } from './unit-price'

/** A cart line with what the menu says about it. */
export type GoodsLine = Omit<
  QuoteLine,
  'memberOffFen' | 'itemOffFen' | 'orderOffFen' | 'pointsOffFen' | 'discountFen' | 'payFen'
>

/** One line by the menu's prices, or null when it can't be had so (`unitPrice` says why). */
export function goodsLine(product: Product, line: CartLine): GoodsLine | null {
  const price = unitPrice(product, line.skuId, line.choices)
  if (isRefused(price)) return null
  return {
    productId: product.id,
    skuId: line.skuId,
    categoryId: product.categoryId,
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
  /** At list prices. */
  readonly lines: readonly GoodsLine[]
  /** Every coupon of the member that may matter. */
  readonly coupons: readonly CouponView[]
  /** `best`: those that leave the least to pay; else the customer's own choice, at most one a slot. */
  readonly choice: 'best' | readonly string[]
  readonly packaging: Packaging
  /** The fee before coupons; 0 where nothing is delivered. */
  readonly deliveryFen: Fen
  readonly storeId: string
  readonly way: Way
  /** null: no member, no member price and no points. */
  readonly account: Account | null
  readonly loyalty: Loyalty
  readonly usePoints: boolean
  readonly now: Instant
}

/** What a cart costs, as a quote. COUPON_UNUSABLE: a chosen coupon isn't there or can't be used now. */
export function price(input: PriceInput) {
  const goodsFen = goodsTotal(input.lines)
  const { best, verdicts } = bestPick(input.coupons, goodsFen, input.now)
  const [chosenId, second] = input.choice === 'best' ? [best?.id] : input.choice
  const chosen = input.coupons.find((c) => c.id === chosenId) ?? null
  if (second !== undefined) return refuse('COUPON_UNUSABLE')
  if (chosenId !== undefined) {
    const usable = chosen?.state === 'issued' && hindrance(chosen, goodsFen, input.now) === null
    if (!usable) return refuse('COUPON_UNUSABLE')
  }
  return { quote: quoteOf(input, chosen, goodsFen, appliedFirst(verdicts, chosen)) }
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
  const lines = input.lines.map((line, i): QuoteLine => {
    const orderOffFen = shares[i] ?? 0
    return {
      ...line,
      memberOffFen: 0,
      itemOffFen: 0,
      orderOffFen,
      pointsOffFen: 0,
      discountFen: orderOffFen,
      payFen: line.listFen - orderOffFen,
    }
  })
  const sums = {
    lines,
    goodsFen,
    memberOffFen: 0,
    itemOffFen: 0,
    orderOffFen: couponFen,
    pointsOffFen: 0,
    packagingFen: input.packaging.feeFen,
    deliveryFen: input.deliveryFen,
    deliveryOffFen: 0,
    couponFen,
    payFen: goodsFen - couponFen + input.packaging.feeFen + input.deliveryFen,
    couponIds: coupon ? [coupon.id] : [],
    points: 0,
    usablePoints: 0,
    usablePointsFen: 0,
  }
  return { ...sums, verdicts, hash: quoteHash(sums) }
}

function appliedFirst(verdicts: Quote['verdicts'], applied: CouponView | null): Quote['verdicts'] {
  const first = verdicts.filter((v) => v.couponId === applied?.id)
  return [...first, ...verdicts.filter((v) => v.couponId !== applied?.id)]
}
