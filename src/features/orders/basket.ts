import type { Packaging, Product, Store, Way } from '@shared/catalogue/contract'
import { deliveryTo } from '@shared/catalogue/delivery'
import type { Place } from '@shared/catalogue/distance'
import type { CouponView } from '@shared/coupons/contract'
import type { InputOf } from '@shared/kernel/action'
import type { Fen } from '@shared/kernel/money'
import { isRefused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CouponVerdict, Quote, quote } from '@shared/orders/contract'
import type { Account, Loyalty } from '@shared/points/contract'
import { goodsLines } from '@shared/pricing/goods'
import { goodsTotal } from '@shared/pricing/member-price'
import { price } from '@shared/pricing/price'
import type { Fee } from './amounts'

/** What is quoted: everything that a price depends upon and the customer decides. */
export type Basket = InputOf<typeof quote>

/** Two baskets with one name cost the same. */
export const basketName = (basket: Basket): string =>
  JSON.stringify([
    basket.storeId,
    basket.way,
    basket.lines.map((l) => [l.productId, l.skuId, l.choices, l.qty]),
    basket.coupons,
    basket.packagingId,
    basket.usePoints,
    basket.addressId,
    basket.slot,
  ])

/** What the phone knows of what a price depends upon. */
export type Known = {
  readonly products: readonly Product[]
  readonly packaging: readonly Packaging[]
  readonly coupons: readonly CouponView[]
  readonly account: Account | null
  readonly loyalty: Loyalty
  readonly store: Store
  /** Where a delivery goes; null while that is not said. */
  readonly address: Place | null
  readonly now: Instant
}

/** The fee as the cloud will ask it; 0 while nobody knows where to, and beyond the radius: it says so itself. */
function deliveryFenOf(way: Way, { store, address }: Known, goodsFen: Fen): Fen {
  if (way !== 'delivery' || store.delivery === null || address === null) return 0
  const priced = deliveryTo(store, store.delivery, address, goodsFen)
  return isRefused(priced) ? 0 : priced.feeFen
}

/** Whether anybody knows yet what the delivery costs. */
export function feeOf({ way }: Basket, known: Known | null): Fee {
  if (way !== 'delivery') return 'none'
  const { store, address } = known ?? { store: null, address: null }
  if (store === null || address === null || store.delivery === null) return 'unknown'
  return isRefused(deliveryTo(store, store.delivery, address, 0)) ? 'tooFar' : 'known'
}

/** Of a fee that nobody can name it isn't said that there is none. */
const NO_FEE = { unknown: 'ADDRESS_NEEDED', tooFar: 'TOO_FAR' } as const

function withTrueReasons(verdicts: readonly CouponVerdict[], fee: Fee): CouponVerdict[] {
  if (fee !== 'unknown' && fee !== 'tooFar') return [...verdicts]
  const isAboutFee = ({ slot, why }: CouponVerdict) => slot === 'delivery' && why.code === 'NOTHING_OFF'
  return verdicts.map((one) => (isAboutFee(one) ? { ...one, why: { code: NO_FEE[fee] } } : one))
}

/**
 * The quote by what the phone knows, by the cloud's own rules, to show at once. COUPON_UNUSABLE: the chosen coupons can't
 * be used together; null: it can't be told.
 */
export function preview(basket: Basket, known: Known): Quote | 'COUPON_UNUSABLE' | null {
  const packaging = known.packaging.find((p) => p.id === basket.packagingId)
  const goods = goodsLines(known.products, basket.lines)
  if (packaging === undefined || isRefused(goods)) return null
  const ids = basket.coupons
  if (ids !== 'best' && ids.some((id) => known.coupons.every((c) => c.id !== id))) return null
  const priced = price({
    lines: goods.lines,
    coupons: known.coupons,
    choice: ids,
    packaging,
    deliveryFen: deliveryFenOf(basket.way, known, goodsTotal(goods.lines)),
    storeId: basket.storeId,
    way: basket.way,
    account: known.account,
    loyalty: known.loyalty,
    usePoints: basket.usePoints,
    now: known.now,
  })
  if (isRefused(priced)) return priced.refused
  const { quote } = priced
  return { ...quote, verdicts: withTrueReasons(quote.verdicts, feeOf(basket, known)) }
}

/** What is wrong with a line, by its number in the basket. */
export type LineFault = { readonly line: number; readonly text: string; readonly left: number }

type Failed = { readonly code: string; readonly details?: unknown }

/** The lines that a refusal names, as the checkout marks them. */
export function lineFaults(failed: Failed): LineFault[] {
  const details = failed.details as
    { lines?: readonly (number | { line: number; left: number })[] } | undefined
  return (details?.lines ?? []).map((l) => {
    if (typeof l === 'number') {
      return { line: l, left: 0, text: failed.code === 'BAD_CHOICE' ? '规格变了，请重新选' : '已下架' }
    }
    return { ...l, text: l.left > 0 ? `只剩 ${l.left} 份` : '卖完了' }
  })
}

/** Whether the shop has none left of anything in the basket. */
export const allGone = (basket: Basket, faults: readonly LineFault[]): boolean =>
  basket.lines.length > 0 && basket.lines.every((_, i) => faults.some((f) => f.line === i && f.left === 0))
