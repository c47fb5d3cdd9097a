import type { OrderRow, OutboxEntry } from '../../database/rows'
import type { CloudCtx, EffectHandler } from '../../platform/ctx'
import type { RefundStatus } from '../../platform/pay'
import { Defect, refuse } from '@shared/kernel/refusal'
import { HOUR_MS, type Instant } from '@shared/kernel/time'
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
      refundingAt: ctx.now,
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
  const status = accepted ? await refundStatus(order, ctx) : 'notAccepted'
  if (status === 'success') {
    const patch = { state: 'refunded' as const, refundedFen: order.payFen, outbox: [] }
    const off = { dueAt: unset(), boardOf: unset(), refundTrouble: unset() }
    await changeOrderIf(ctx.db, order._id, { state: 'refunding' }, { ...patch, ...off })
    return { ...order, ...patch }
  }
  const dueAt = lookAgainAt(begunAt(order, ctx), ctx.now)
  await changeOrderIf(
    ctx.db,
    order._id,
    { state: 'refunding' },
    { dueAt, ...outboxAfter(order, status), ...showTrouble(order, status, ctx) },
  )
  await attendAt(order._id, dueAt, ctx)
  return { ...order, dueAt }
}

type Standing = RefundStatus | 'notAccepted'
const begunAt = (order: OrderRow, { now }: CloudCtx): Instant => order.refundingAt ?? order.closedAt ?? now

async function refundStatus(order: OrderRow, ctx: CloudCtx): Promise<RefundStatus> {
  const { subMchId } = await shopSettings(ctx)
  return ctx.pay.queryRefund({ refundNo: refundNoOf(order), subMchId })
}

/** What was taken on is not asked for again; what WeChat closed is, next time, under the same number. */
function outboxAfter(order: OrderRow, status: Standing) {
  if (status === 'notAccepted') return {}
  if (status !== 'closed') return { outbox: pullIds(['refund']) }
  const others = order.outbox.filter((entry) => entry.id !== 'refund')
  return { outbox: [...others, refundEntry(order._id, order.paidAt === null ? 'late' : 'refused')] }
}

/** WeChat may be slow or out of balance for a while; after this the shop hears of it. */
const PATIENCE_MS = HOUR_MS

/** A refund that does not arrive by itself stands on the counter's board, with the reason, until it is on its way again. */
function showTrouble(order: OrderRow, status: Standing, ctx: CloudCtx) {
  if (status === 'processing' && order.refundTrouble !== undefined)
    return { refundTrouble: unset(), boardOf: unset() }
  const known = status === 'closed' || status === 'needsHand' || status === 'notAccepted'
  if (!known || (status === 'notAccepted' && ctx.now - begunAt(order, ctx) < PATIENCE_MS)) return {}
  ctx.log('error', 'orders.refundStuck', { orderId: order._id, status })
  return { refundTrouble: status, boardOf: order.storeId }
}
