import type { Board } from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { absent } from '../../platform/query'
import { changed, changeOrderIf, findOrder, type OrderChange } from '../orders'
import { boardView, withOrder } from './board'
import { readCounter, type Counter } from './repository'

export type OneOrder = { readonly storeId: string; readonly orderId: string }
type Step = {
  readonly allowed: (order: OrderRow) => boolean
  readonly change: (order: OrderRow) => OrderChange
}
type Seen = { readonly counter: Counter; readonly order: OrderRow }
/** A refund, a reminder or another hand may touch an order between look and write without being in the way of the deed. */
const ATTEMPTS = 3

/**
 * One tap at the counter: one read of rights and board, one write guarded by the state and the date that were seen. Of
 * two phones that tap at once one does it, and the other is told what the order has become. Answers counter and order as
 * they are after it. `known` is what the caller has just read.
 */
export async function changeOrder(at: OneOrder, step: Step, ctx: Ctx, known?: Seen) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = attempt === 0 ? known : undefined
    const seen = first ?? (await seeOrder(at, step.allowed, ctx))
    if (isRefused(seen)) return seen
    const { counter, order } = seen
    const { row, patch } = changed(order, step.change(order))
    const asSeen = { state: order.state, storeId: at.storeId, dueAt: order.dueAt ?? absent() }
    if (await changeOrderIf(ctx.db, order._id, asSeen, patch))
      return { counter: withOrder(counter, row), order: row }
  }
  return wrongState(at, ctx)
}

/** The order at the caller's own counter, if `allowed` says that the deed fits its state. */
export async function seeOrder(at: OneOrder, allowed: (order: OrderRow) => boolean, ctx: Ctx) {
  const counter = await readCounter(at.storeId, ctx, [at.orderId])
  if (isRefused(counter)) return counter
  const order = counter.named[0] ?? null
  if (!order || !allowed(order)) return notNow(at, counter, order, ctx)
  return { counter, order }
}

/** One line for each deed that decides about money: who did what to which order. The order's row keeps the same. */
export function recordDeed(
  event: string,
  order: OrderRow,
  ctx: Ctx,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const { _id: orderId, storeId, payFen } = order
  ctx.log('info', event, { orderId, storeId, payFen, by: ctx.memberId, ...more })
}

/** Somebody was faster: what the order is now, with the board of now. */
export async function wrongState(at: OneOrder, ctx: Ctx) {
  const counter = await readCounter(at.storeId, ctx)
  return isRefused(counter) ? counter : notNow(at, counter, null, ctx)
}

/** What the order is instead. */
export async function notNow(at: OneOrder, counter: Counter, known: OrderRow | null, ctx: Ctx) {
  const order = known ?? counter.orders.find((row) => row._id === at.orderId) ?? (await storesOrder(at, ctx))
  if (!order) return refuse('ORDER_NOT_FOUND')
  const details: { state: string; board: Board } = { state: order.state, board: boardView(counter) }
  return refuse('WRONG_STATE', details)
}

/** An order of this store; another store's is as unknown as one that never was (law 16). */
export async function storesOrder(at: OneOrder, ctx: Ctx): Promise<OrderRow | null> {
  const order = await findOrder(ctx.db, at.orderId)
  return order?.storeId === at.storeId ? order : null
}
