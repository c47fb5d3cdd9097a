import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { Instant } from '@shared/kernel/time'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { unset } from '../../platform/query'
import { leftAt } from './due'
import { releaseHolds } from './holds'
import { bookPayment } from './on-paid'
import { attendAt, CLOSABLE_AFTER_MS, lookAgainAt } from './payment'
import { changeOrderIf, orderRepository } from './repository'
import { payViaOf } from './shop-settings'

/**
 * pendingPay → closing: from now on it can't be paid through us and reads as cancelled; what it holds is kept until
 * WeChat has closed the payment. Answers the order as it is then, or null when it was not pending any more.
 */
export async function beginClosing(
  order: OrderRow,
  reason: keyof typeof CLOSED_REASONS,
  ctx: CloudCtx,
): Promise<OrderRow | null> {
  const patch = {
    state: 'closing' as const,
    closedAt: ctx.now,
    closedReason: CLOSED_REASONS[reason],
    dueAt: closableAt(order, ctx.now),
  }
  const changed = await changeOrderIf(ctx.db, order._id, { state: 'pendingPay' }, patch)
  return changed ? { ...order, ...patch } : null
}

const closableAt = (order: OrderRow, now: Instant): Instant =>
  Math.max(now, order.placedAt + CLOSABLE_AFTER_MS)

/**
 * closing → closed, or paid if the money was faster: only this is answered, with true. Where WeChat isn't ready the order
 * is looked at again later. A wrong amount ends the order as soon as it is given back: WeChat takes no second payment.
 */
export async function finishClosing(order: OrderRow, ctx: CloudCtx): Promise<boolean> {
  const query = { orderId: order._id, ...(await payViaOf(order, ctx)) }
  // before it can be closed too: who paid a moment ago must not be told that it is cancelled
  const status = await ctx.pay.query(query)
  if (status.state === 'paid') {
    const { became } = await bookPayment({ orderId: order._id, ...status }, ctx)
    if (became === 'wrongAmount') await release(order._id, ctx)
    return became === 'paid' || became === 'known'
  }
  if (ctx.now < closableAt(order, ctx.now)) return await attendLater(order, closableAt(order, ctx.now), ctx)
  const over = status.state === 'closed' || status.state === 'refunded'
  if (over || (status.state === 'notPaid' && (await ctx.pay.close(query)) === 'closed'))
    await release(order._id, ctx)
  else await attendLater(order, lookAgainAt(order.closedAt ?? ctx.now, ctx.now), ctx)
  return false
}

/** The order ends and what it held is free, in one transaction. One that was left may be answered later. */
async function release(orderId: string, ctx: CloudCtx): Promise<void> {
  const at = await ctx.tx(async (db) => {
    const order = await orderRepository(db).order(orderId)
    if (order?.state !== 'closing') return undefined
    const answerAt = leftAt({ ...order, state: 'closed' })
    await orderRepository(db).update(orderId, { state: 'closed', dueAt: answerAt ?? unset() })
    await releaseHolds(db, order)
    return answerAt
  })
  if (at !== undefined) await attendAt(orderId, at, ctx)
}

/** Always false: it is not paid, as far as is known. */
async function attendLater(order: OrderRow, dueAt: Instant, ctx: CloudCtx): Promise<false> {
  if (order.dueAt !== dueAt) await changeOrderIf(ctx.db, order._id, { state: order.state }, { dueAt })
  await attendAt(order._id, dueAt, ctx)
  return false
}
