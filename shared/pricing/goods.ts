import type { Product } from '../catalogue/contract'
import type { Fen } from '../kernel/money'
import { isRefused, refuse } from '../kernel/refusal'
import type { CartLine, QuoteLine } from '../orders/quote-contract'
import { specText, unitPrice } from './unit-price'

type Share = 'memberOffFen' | 'itemOffFen' | 'orderOffFen' | 'pointsOffFen' | 'discountFen' | 'payFen'

/** A cart line with what the menu says about it, at list prices. */
export type GoodsLine = Omit<QuoteLine, Share> & {
  /** What the menu asks of a member for one unit; the list price where it says nothing. */
  readonly memberSkuUnitFen: Fen
}

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
    memberSkuUnitFen: price.memberUnitFen,
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
