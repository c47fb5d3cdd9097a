import type { orders as contract } from '@shared/manager/contract'
import { isRefused } from '@shared/kernel/refusal'
import { DAY_MS, shopDay } from '@shared/kernel/time'
import { REFUNDABLE_MS } from '@shared/orders/can'
import { parsePickup } from '@shared/orders/pickup-qr'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { ordersOfStore, wholePage } from '../orders'
import { boardOrder } from './board'
import { storesOrder } from './change-order'
import { readCounter } from './repository'

const PAGE = 20
/** Pickup numbers of pre-orders may belong to days to come. */
const DAYS_AHEAD = 14

/** What the counter looks up: the last 30 days of its store, or what a pickup number or a customer's code names. */
export const findOrders: UseCase<typeof contract> = async ({ storeId, before, code }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  if (isRefused(counter)) return counter
  if (code !== null) return { orders: (await named(storeId, code, ctx)).map(boardOrder), more: false }
  const rows = await ordersOfStore(ctx.db, storeId, { before: before ?? ctx.now + 1 }, PAGE + 1)
  const page = wholePage(rows, PAGE, (row) => row.placedAt)
  const recent = page.filter((row) => row.placedAt > ctx.now - REFUNDABLE_MS)
  return { orders: recent.map(boardOrder), more: rows.length > PAGE && recent.length === page.length }
}

async function named(storeId: string, code: string, ctx: Ctx): Promise<OrderRow[]> {
  const said = parsePickup(code)
  if (!said) return []
  if (said.orderId === null)
    return ordersOfStore(ctx.db, storeId, { pickupKeys: keysOf(storeId, said.pickupCode, ctx) }, PAGE)
  const order = await storesOrder({ storeId, orderId: said.orderId }, ctx)
  return order?.pickupCode === said.pickupCode && order.paidAt !== null ? [order] : []
}

/** A pickup number on every day on which it may have been called. */
function keysOf(storeId: string, pickupCode: string, { now }: Ctx): string[] {
  const daysBack = REFUNDABLE_MS / DAY_MS
  return Array.from({ length: daysBack + DAYS_AHEAD + 1 }, (_, i) => {
    const day = shopDay(now + (DAYS_AHEAD - i) * DAY_MS)
    return `${storeId}:${day}:${pickupCode}`
  })
}
