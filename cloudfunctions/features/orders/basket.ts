import type { Menu, Packaging } from '@shared/catalogue/contract'
import { minimumOf } from '@shared/catalogue/delivery'
import { hoursOn, isOpen } from '@shared/catalogue/opening'
import { switchedOff } from '@shared/catalogue/sold-out'
import type { OpenSlot } from '@shared/catalogue/slots'
import type { Fen } from '@shared/kernel/money'
import { refuse, isRefused } from '@shared/kernel/refusal'
import { shopDay, type Instant } from '@shared/kernel/time'
import type { Destination } from '@shared/orders/contract'
import { goodsLines, type GoodsLine } from '@shared/pricing/goods'
import type { ShopRow, StoreRow } from '../../database/rows'
import type { Buyer } from '../members'
import { fulfil, type BasketInput } from './fulfil'

/** A basket that this shop can make now, priced by the menu; what is left of stock and slot is not looked at yet. */
export type Basket = {
  readonly store: StoreRow
  readonly packaging: Packaging
  readonly lines: readonly GoodsLine[]
  /** Units of goods, all lines together. */
  readonly units: number
  /** Counted skus → units wanted. */
  readonly counted: Readonly<Record<string, number>>
  /** The shop day on which it is handed out, whose stock and numbers it takes: today, or that of its slot. */
  readonly day: string
  /** The delivery fee before coupons; 0 where nothing is delivered. */
  readonly deliveryFen: Fen
  readonly destination: Destination | null
  readonly slot: OpenSlot | null
}

/** Whether the store takes orders this way now. What is ordered ahead asks for no open door: its slot has a cut-off. */
function openStore(shop: ShopRow, { storeId, way }: BasketInput, now: Instant) {
  const store = Object.hasOwn(shop.stores, storeId) ? shop.stores[storeId] : undefined
  if (!store) return refuse('STORE_NOT_FOUND')
  if (store.paused) return refuse('STORE_PAUSED')
  if (way !== 'preorder' && !isOpen(store, now))
    return refuse('STORE_CLOSED', { hours: [...hoursOn(store, shopDay(now))] })
  return store.ways.includes(way) ? { store } : refuse('WAY_NOT_OFFERED')
}

/** Checks a basket against shop, menu and address book; each "no" names the lines concerned, or what is missing. */
export function checkBasket(
  { shop, addresses }: Pick<Buyer, 'shop' | 'addresses'>,
  menu: Menu,
  input: BasketInput,
  now: Instant,
) {
  const open = openStore(shop, input, now)
  if (isRefused(open)) return open
  const { store } = open
  const goods = goodsOf(menu, input, store, now)
  if (isRefused(goods)) return goods
  const packaging = shop.packaging.find((p) => p.id === input.packagingId)
  if (!packaging) return refuse('PACKAGING_GONE')
  const fulfilment = fulfil(store, input, { addresses, goodsFen: goods.goodsFen, now })
  if (isRefused(fulfilment)) return fulfilment
  const { lines } = goods
  const basket: Basket = {
    store,
    packaging,
    lines,
    units: lines.reduce((sum, { qty }) => sum + qty, 0),
    counted: countedUnits(store, lines),
    ...fulfilment,
  }
  return { basket }
}

/** The lines by the menu's prices, if the store has them all and they come to its minimum. */
function goodsOf(menu: Menu, input: BasketInput, store: StoreRow, now: Instant) {
  const goods = goodsLines(menu.products, input.lines)
  if (isRefused(goods)) return goods
  const { lines } = goods
  const day = input.way === 'preorder' ? (input.slot?.day ?? '') : shopDay(now)
  const off = lines.flatMap(({ skuId }, line) =>
    switchedOff(store.soldOut[skuId], day) === null ? [] : [{ line, left: 0 }],
  )
  if (off.length > 0) return refuse('SOLD_OUT', { lines: off })
  const goodsFen = lines.reduce((sum, { listFen }) => sum + listFen, 0)
  const minimumFen = minimumOf(store, input.way)
  if (goodsFen < minimumFen) return refuse('BELOW_MINIMUM', { minimumFen, shortFen: minimumFen - goodsFen })
  return { lines, goodsFen }
}

function countedUnits(store: StoreRow, lines: readonly GoodsLine[]): Record<string, number> {
  const units: Record<string, number> = {}
  for (const { skuId, qty } of lines)
    if (Object.hasOwn(store.daily, skuId)) units[skuId] = (units[skuId] ?? 0) + qty
  return units
}

/** The table that the customer sits at: only where they eat in, and only one that the store has. */
export function tableOf(store: { readonly tables: readonly string[] }, way: string, table: string | null) {
  if (way !== 'dineIn' || table === null) return { table: null }
  return store.tables.includes(table) ? { table } : refuse('TABLE_UNKNOWN')
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
