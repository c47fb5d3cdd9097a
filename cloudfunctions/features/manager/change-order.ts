import type { Board } from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { isOnBoard } from '@shared/orders/can'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { unset } from '../../platform/query'
import { changeOrderIf, findOrder } from '../orders'
import { boardView, withOrder } from './board'
import { readCounter, type Counter } from './repository'

export type OneOrder = { readonly storeId: string; readonly orderId: string }
type Step = {
  readonly allowed: (order: OrderRow) => boolean
  readonly change: (order: OrderRow) => Partial<Omit<OrderRow, '_id' | 'boardOf' | 'dueAt'>>
}

/**
 * One tap at the counter: one read of rights and board, one write guarded by the state that was seen. Of two phones
 * that tap at once one does it, and the other is told what the order has become. Answers counter and order as they are
 * after it.
 */
export async function changeOrder(at: OneOrder, step: Step, ctx: Ctx) {
  const seen = await seeOrder(at, step.allowed, ctx)
  if (isRefused(seen)) return seen
  const { counter, order } = seen
  const change = step.change(order)
  const changed: OrderRow = { ...order, ...change }
  const patch = isOnBoard(changed) ? change : { ...change, boardOf: unset() }
  const done = await changeOrderIf(ctx.db, order._id, { state: order.state, storeId: at.storeId }, patch)
  if (!done) return wrongState(at, ctx)
  return { counter: withOrder(counter, changed), order: changed }
}

/** The order on the caller's own board, if `allowed` says that the deed fits its state. */
export async function seeOrder(at: OneOrder, allowed: (order: OrderRow) => boolean, ctx: Ctx) {
  const counter = await readCounter(at.storeId, ctx)
  if (isRefused(counter)) return counter
  const shown = counter.orders.find((row) => row._id === at.orderId)
  // a full board hides orders; they are the counter's all the same
  const order = shown ?? (counter.hidden > 0 ? await storesOrder(at, ctx) : null)
  if (!order || !allowed(order)) return notNow(at, counter, order, ctx)
  return { counter, order }
}

/** One line for each deed that decides about money: who did what to which order. The order's row keeps the same. */
export function recordDeed(event: string, order: OrderRow, ctx: Ctx): void {
  const { _id: orderId, storeId, payFen } = order
  ctx.log('info', event, { orderId, storeId, payFen, by: ctx.memberId })
}

/** Somebody was faster: what the order is now, with the board of now. */
export async function wrongState(at: OneOrder, ctx: Ctx) {
  const counter = await readCounter(at.storeId, ctx)
  return isRefused(counter) ? counter : notNow(at, counter, null, ctx)
}

async function notNow(at: OneOrder, counter: Counter, known: OrderRow | null, ctx: Ctx) {
  const order = known ?? counter.orders.find((row) => row._id === at.orderId) ?? (await storesOrder(at, ctx))
  if (!order) return refuse('ORDER_NOT_FOUND')
  const details: { state: string; board: Board } = { state: order.state, board: boardView(counter) }
  return refuse('WRONG_STATE', details)
}

/** An order of this store; another store's is as unknown as one that never was (law 16). */
async function storesOrder(at: OneOrder, ctx: Ctx): Promise<OrderRow | null> {
  const order = await findOrder(ctx.db, at.orderId)
  return order?.storeId === at.storeId ? order : null
}
