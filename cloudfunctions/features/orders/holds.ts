import { refuse } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { giveBackCoupon, redeemCoupon, releaseCoupon } from '../coupons'
import { stockRepository } from './repository'

/**
 * What an order holds beyond itself, a coupon and counted stock, moves in one transaction with the order's own state
 * and never without it. So nothing is released twice, and no write skew is possible: whoever moves a hold also writes
 * the order.
 */
type Holding = Pick<OrderRow, '_id' | 'storeId' | 'couponId' | 'stockHeld'>
type Move = (storeId: string, skuId: string, units: number) => Promise<void>

async function eachSku(order: Holding, move: Move): Promise<void> {
  for (const [skuId, units] of Object.entries(order.stockHeld)) await move(order.storeId, skuId, units)
}

/**
 * Takes the stock of an order that is being placed: held until it is paid, or sold at once when there is nothing to be
 * paid. SHORT names the skus of which there is less than it wants, with what is left.
 */
export async function takeStock(db: TxDb, order: OrderRow) {
  const stock = stockRepository(db)
  const short = new Map<string, number>()
  for (const [skuId, units] of Object.entries(order.stockHeld)) {
    const left = await stock.available(order.storeId, skuId)
    if (left < units) short.set(skuId, left)
  }
  if (short.size > 0) return refuse('SHORT', short)
  await eachSku(order, order.state === 'paid' ? stock.sellAtOnce : stock.hold)
  return { taken: true } as const
}

/** Paid: the coupon is used and the stock sold. */
export async function keepHolds(db: TxDb, order: Holding): Promise<void> {
  if (order.couponId !== null) await redeemCoupon(db, order.couponId, order._id)
  await eachSku(order, stockRepository(db).sell)
}

/** Ended unpaid: coupon and stock are free again. */
export async function releaseHolds(db: TxDb, order: Holding): Promise<void> {
  if (order.couponId !== null) await releaseCoupon(db, order.couponId)
  await eachSku(order, stockRepository(db).release)
}

/** Refunded in full before anything was made: the coupon comes back with its old expiry, the stock can be sold again. */
export async function giveBackHolds(db: TxDb, order: Holding): Promise<void> {
  if (order.couponId !== null) await giveBackCoupon(db, order.couponId, order._id)
  await eachSku(order, stockRepository(db).takeBack)
}
