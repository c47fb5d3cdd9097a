import { refuse } from '@shared/kernel/refusal'
import type { OrderRow, StoreRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { stockId } from '../catalogue'
import { giveBackCoupon, redeemCoupon, releaseCoupon } from '../coupons'
import { stockRepository } from './stock-repository'

/**
 * What an order holds beyond itself, a coupon and counted stock, moves in one transaction with the order's own state
 * and never without it. So nothing is released twice, and no write skew is possible: whoever moves a hold also writes
 * the order.
 */
type Holding = Pick<OrderRow, '_id' | 'storeId' | 'couponIds' | 'stockHeld' | 'stockDay'>
type Move = (stockId: string, units: number) => Promise<void>

async function eachSku(order: Holding, move: Move): Promise<void> {
  for (const [skuId, units] of Object.entries(order.stockHeld))
    await move(stockId(order.storeId, skuId, order.stockDay), units)
}

/**
 * Takes the stock of an order that is being placed: held until it is paid, or sold at once when there is nothing to be
 * paid. SHORT names the skus of which there is less than it wants, with what is left.
 */
export async function takeStock(db: TxDb, order: OrderRow, store: StoreRow) {
  const stock = stockRepository(db)
  const wanted = Object.entries(order.stockHeld)
  const rows = new Map<string, Awaited<ReturnType<typeof stock.row>>>()
  for (const [skuId] of wanted) rows.set(skuId, await stock.row(store, skuId, order.stockDay))
  const left = (skuId: string) => rows.get(skuId)?.row.available ?? 0
  const short = new Map(
    wanted.filter(([sku, units]) => left(sku) < units).map(([sku]) => [sku, left(sku)] as const),
  )
  if (short.size > 0) return refuse('SHORT', short)
  const into = order.state === 'paid' ? 'sold' : 'held'
  for (const [skuId, units] of wanted) {
    const row = rows.get(skuId)
    if (row) await stock.take(row, units, into)
  }
  return { taken: true } as const
}

/** Paid: the coupon is used and the stock sold. */
export async function keepHolds(db: TxDb, order: Holding): Promise<void> {
  for (const id of order.couponIds) await redeemCoupon(db, id, order._id)
  await eachSku(order, stockRepository(db).sell)
}

/** Ended unpaid: coupon and stock are free again. */
export async function releaseHolds(db: TxDb, order: Holding): Promise<void> {
  for (const id of order.couponIds) await releaseCoupon(db, id)
  await eachSku(order, stockRepository(db).release)
}

/** Refunded in full before anything was made: the coupon comes back with its old expiry, the stock can be sold again. */
export async function giveBackHolds(db: TxDb, order: Holding): Promise<void> {
  for (const id of order.couponIds) await giveBackCoupon(db, id, order._id)
  await eachSku(order, stockRepository(db).takeBack)
}
