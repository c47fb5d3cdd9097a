import { refuse, isRefused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CartLine } from '@shared/orders/contract'
import { goodsLines, type GoodsLine } from '@shared/pricing/goods'
import type { Menu, Packaging } from '@shared/catalogue/contract'
import { isWithinHours } from '@shared/catalogue/opening'
import type { ShopRow, StoreRow } from '../../database/rows'

export type BasketInput = {
  readonly storeId: string
  readonly way: StoreRow['ways'][number]
  readonly lines: readonly CartLine[]
  readonly packagingId: string
  readonly usePoints: boolean
  readonly addressId: string | null
  readonly slot: { readonly day: string; readonly slotId: string } | null
}
/** A basket that this shop can make now, priced by the menu; stock is not looked at yet. */
export type Basket = {
  readonly store: StoreRow
  readonly packaging: Packaging
  readonly lines: readonly GoodsLine[]
  /** Counted skus → units wanted. */
  readonly counted: Readonly<Record<string, number>>
}

/** Whether the store takes orders this way now. */
function openStore(shop: ShopRow, input: BasketInput, now: Instant) {
  const store = Object.hasOwn(shop.stores, input.storeId) ? shop.stores[input.storeId] : undefined
  if (!store) return refuse('STORE_NOT_FOUND')
  if (store.paused) return refuse('STORE_PAUSED')
  if (!isWithinHours(store.hours, now)) return refuse('STORE_CLOSED', { hours: [...store.hours] })
  if (!store.ways.includes(input.way)) return refuse('WAY_NOT_OFFERED')
  return { store }
}

/** Checks a basket against shop and menu, everything but stock and coupon; each "no" names the lines concerned. */
export function checkBasket(shop: ShopRow, menu: Menu, input: BasketInput, now: Instant) {
  const open = openStore(shop, input, now)
  if (isRefused(open)) return open
  const goods = goodsLines(menu.products, input.lines)
  if (isRefused(goods)) return goods
  const off = goods.lines.flatMap((line, i) => (open.store.soldOut[line.skuId] ? [{ line: i, left: 0 }] : []))
  if (off.length > 0) return refuse('SOLD_OUT', { lines: off })
  const packaging = shop.packaging.find((p) => p.id === input.packagingId)
  if (!packaging) return refuse('PACKAGING_GONE')
  const basket: Basket = {
    store: open.store,
    packaging,
    lines: goods.lines,
    counted: countedUnits(open.store, goods.lines),
  }
  return { basket }
}

function countedUnits(store: StoreRow, lines: readonly GoodsLine[]): Record<string, number> {
  const units: Record<string, number> = {}
  for (const { skuId, qty } of lines)
    if (Object.hasOwn(store.daily, skuId)) units[skuId] = (units[skuId] ?? 0) + qty
  return units
}

/** SOLD_OUT naming every line of the skus that are short; `left` is what the store still has of each. */
export function soldOut(lines: readonly GoodsLine[], short: ReadonlyMap<string, number>) {
  const named = lines.flatMap(({ skuId }, line) =>
    short.has(skuId) ? [{ line, left: Math.max(0, short.get(skuId) ?? 0) }] : [],
  )
  return refuse('SOLD_OUT', { lines: named })
}

/** Counted skus of which there is less than the basket wants. */
export function shortOf(basket: Basket, left: ReadonlyMap<string, number>): Map<string, number> {
  const entries = Object.entries(basket.counted).filter(([skuId, units]) => (left.get(skuId) ?? 0) < units)
  return new Map(entries.map(([skuId]) => [skuId, left.get(skuId) ?? 0]))
}
