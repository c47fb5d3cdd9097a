import { refuse } from '@shared/kernel/refusal'
import type { LineUnits } from '@shared/orders/contract'
import type { OrderRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { stockId } from '../catalogue'
import { giveBackCoupon, redeemCoupon, releaseCoupon } from '../coupons'
import { returnPoints } from '../points'
import type { Basket } from './basket'
import { leftOf, slotDocId, slotRepository } from './slot-repository'
import { stockRepository } from './stock-repository'

/**
 * What an order holds beyond itself (coupons, counted stock, a slot, points) moves in one transaction with the order's own state
 * and never without it. So nothing is released twice, and no write skew is possible: whoever moves a hold also writes
 * the order.
 */
type Holding = Pick<OrderRow, '_id' | 'storeId' | 'couponIds' | 'stockHeld' | 'stockDay' | 'slot' | 'units'>
/** Moves so many units within one guarded document. */
type Move = (id: string, units: number) => Promise<void>
type Moves = { readonly stock: Move; readonly slot: Move }

async function eachHold(order: Holding, { stock, slot }: Moves): Promise<void> {
  for (const [skuId, units] of Object.entries(order.stockHeld))
    await stock(stockId(order.storeId, skuId, order.stockDay), units)
  if (order.slot && order.units > 0) await slot(slotDocId(order.storeId, order.slot), order.units)
}

/**
 * Takes the counted stock and the slot of an order that is being placed: held until it is paid, or sold at once when
 * there is nothing to be paid. SHORT names the skus of which there is less than it wants, with what is left.
 */
export async function takeHolds(db: TxDb, order: OrderRow, basket: Basket) {
  const into = order.state === 'paid' ? 'sold' : 'held'
  const stock = await takeStock(db, order, basket, into)
  return 'refused' in stock ? stock : takeSlot(db, basket, into)
}

async function takeStock(db: TxDb, order: OrderRow, { store }: Basket, into: 'held' | 'sold') {
  const stock = stockRepository(db)
  const wanted = Object.entries(order.stockHeld)
  const rows = new Map<string, Awaited<ReturnType<typeof stock.row>>>()
  for (const [skuId] of wanted) rows.set(skuId, await stock.row(store, skuId, order.stockDay))
  const left = (skuId: string) => rows.get(skuId)?.row.available ?? 0
  const short = new Map(
    wanted.filter(([sku, units]) => left(sku) < units).map(([sku]) => [sku, left(sku)] as const),
  )
  if (short.size > 0) return refuse('SHORT', short)
  for (const [skuId, units] of wanted) {
    const row = rows.get(skuId)
    if (row) await stock.take(row, units, into)
  }
  return TAKEN
}

async function takeSlot(db: TxDb, { store, slot, units }: Basket, into: 'held' | 'sold') {
  if (!slot) return TAKEN
  const slots = slotRepository(db)
  const row = await slots.row(store.id, slot)
  const left = leftOf(slot, row)
  if (left < units) return refuse('SLOT_FULL', { left })
  await slots.take(row, store.id, slot, units, into)
  return TAKEN
}
const TAKEN = { taken: true } as const

/** Paid: the coupons are used, stock and slot sold; the points were spent when it was placed. */
export async function keepHolds(db: TxDb, order: Holding): Promise<void> {
  for (const id of order.couponIds) await redeemCoupon(db, id, order._id)
  await eachHold(order, { stock: stockRepository(db).sell, slot: slotRepository(db).sell })
}

/** Ended unpaid: everything is free again. */
export async function releaseHolds(db: TxDb, order: OrderRow): Promise<void> {
  for (const id of order.couponIds) await releaseCoupon(db, id)
  await eachHold(order, { stock: stockRepository(db).release, slot: slotRepository(db).release })
  await returnPoints(db, order.memberId, order.pointsTaken, order.placedAt)
}

/** Refunded in full before anything was made: the coupons come back with their old expiry. */
export async function giveBackCoupons(db: TxDb, order: Holding): Promise<void> {
  for (const id of order.couponIds) await giveBackCoupon(db, id, order._id)
}

/**
 * So many units of a paid order's lines are not wanted any more: their counted stock and their place in the slot can be
 * sold again, unless the shop has begun to make the order. One write for each sku and one for the slot; the caller writes
 * the refund that these units belong to in the same transaction, and takes them out of `stockHeld` with `stockWithout`,
 * so that none comes back twice.
 */
export async function takeBackUnits(
  db: TxDb,
  order: Holding & Pick<OrderRow, 'lines' | 'acceptedAt'>,
  units: readonly LineUnits[],
): Promise<void> {
  if (order.acceptedAt !== null) return
  const stockHeld = countedIn(order, units)
  const back = units.reduce((sum, { units: n }) => sum + n, 0)
  const moves = { stock: stockRepository(db).takeBack, slot: slotRepository(db).takeBack }
  await eachHold({ ...order, stockHeld, units: back }, moves)
}

/** What an order still has of counted stock when these units of its lines are taken back. */
export function stockWithout(order: OrderRow, units: readonly LineUnits[]): OrderRow['stockHeld'] {
  const back = countedIn(order, units)
  const left = Object.entries(order.stockHeld).map(([sku, n]) => [sku, n - (back[sku] ?? 0)] as const)
  return Object.fromEntries(left.filter(([, n]) => n > 0))
}

/** Units by counted sku. */
function countedIn(
  { lines, stockHeld }: Pick<OrderRow, 'lines' | 'stockHeld'>,
  units: readonly LineUnits[],
): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { line, units: n } of units) {
    const skuId = lines[line]?.skuId ?? ''
    if (Object.hasOwn(stockHeld, skuId)) counted[skuId] = (counted[skuId] ?? 0) + n
  }
  return counted
}
