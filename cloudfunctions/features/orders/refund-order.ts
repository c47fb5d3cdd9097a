import type { OrderRow, OutboxEntry } from '../../database/rows'
import type { CloudCtx, EffectHandler } from '../../platform/ctx'
import { Defect, refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import { pullIds, unset } from '../../platform/query'
import { giveBackHolds } from './holds'
import { askedNotice } from './notify-customer'
import { attendAt, lookAgainAt } from './payment'
import { changeOrderIf, orderRepository } from './repository'
import { shopSettings } from './shop-settings'

/** An order is refunded whole and once; its number says why, and the same number again is the same refund. */
export const refundEntry = (orderId: string, why: 'refused' | 'late'): OutboxEntry => ({
  id: 'refund',
  kind: 'orders.refund',
  data: { orderId, refundNo: `${why}-${orderId}` },
})
const refundNoOf = (order: OrderRow): string =>
  order.paidAt === null ? `late-${order._id}` : `refused-${order._id}`

/** Who gives which order up, and why; `refusedBy` is a member id and stays on the order as the record of it. */
type Refusal = {
  readonly storeId: string
  readonly orderId: string
  readonly reason: string
  readonly refusedBy: string
}

/**
 * The shop gives an order up: refunding, and in the same transaction coupon and stock come back if nothing was made.
 * When nothing was paid it is refunded already. TOO_LATE when the order has moved on.
 */
export function beginRefund(refusal: Refusal, ctx: CloudCtx) {
  const { storeId, orderId, reason, refusedBy } = refusal
  return ctx.tx(async (db) => {
    const orders = orderRepository(db)
    const order = await orders.order(orderId)
    if (order?.storeId !== storeId || !can.refuse(order)) return refuse('TOO_LATE')
    const free = order.payFen === 0
    const change = {
      state: free ? ('refunded' as const) : ('refunding' as const),
      closedAt: ctx.now,
      closedReason: `门店取消了订单：${reason}`,
      refusedBy,
      notice: askedNotice(order, 'ORDER_REFUNDED'),
      outbox: free ? order.outbox : [...order.outbox, refundEntry(order._id, 'refused')],
    }
    await orders.update(order._id, { ...change, boardOf: unset(), dueAt: free ? unset() : ctx.now })
    if (order.acceptedAt === null) await giveBackHolds(db, order)
    return { ...order, ...change }
  })
}

/** Asks WeChat for the refund. Throws when it was not accepted, so that the entry stays and is tried again. */
export const askForRefund: EffectHandler = async ({ data }, ctx) => {
  const { orderId, refundNo } = data as { orderId: string; refundNo: string }
  const order = await orderRepository(ctx.db).order(orderId)
  if (!order || order.state !== 'refunding') return
  const { subMchId } = await shopSettings(ctx)
  const answer = await ctx.pay.refund({
    orderId,
    subMchId,
    refundNo,
    totalFen: order.payFen,
    refundFen: order.payFen,
    reason: order.closedReason,
  })
  if (!answer.accepted)
    throw new Defect('the refund was not accepted', { orderId, refundNo, detail: answer.detail })
}

/**
 * Carries a refund as far as it goes now: asked for, then arrived. What is left undone is found again by `dueAt`.
 * Answers the order as it then is. Safe to repeat at any point.
 */
export async function carryRefund(order: OrderRow, ctx: CloudCtx): Promise<OrderRow> {
  let accepted = order.outbox.every((entry) => entry.id !== 'refund')
  await ctx.drain(order.outbox, async (ids) => {
    accepted ||= ids.includes('refund')
    return Promise.resolve()
  })
  const arrived = accepted && (await hasArrived(order, ctx))
  if (arrived) {
    const patch = { state: 'refunded' as const, refundedFen: order.payFen, outbox: [] }
    await changeOrderIf(ctx.db, order._id, { state: 'refunding' }, { ...patch, dueAt: unset() })
    return { ...order, ...patch }
  }
  const dueAt = lookAgainAt(order.closedAt ?? ctx.now, ctx.now)
  await changeOrderIf(
    ctx.db,
    order._id,
    { state: 'refunding' },
    { dueAt, ...(accepted ? { outbox: pullIds(['refund']) } : {}) },
  )
  await attendAt(order._id, dueAt, ctx)
  return { ...order, dueAt }
}

async function hasArrived(order: OrderRow, ctx: CloudCtx): Promise<boolean> {
  const { subMchId } = await shopSettings(ctx)
  const status = await ctx.pay.queryRefund({ refundNo: refundNoOf(order), subMchId })
  if (status === 'needsHand' || status === 'closed')
    ctx.log('error', 'orders.refundStuck', { orderId: order._id, status })
  return status === 'success'
}
