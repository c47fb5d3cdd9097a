import type { AlertRow, OrderRow, PayVia } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { PayStatus } from '../../platform/pay'
import { bookPayment, payViaOf } from '../orders'

type Difference = Pick<AlertRow, 'kind' | 'hereFen' | 'thereFen' | 'handled'>
/** `unanswered`: WeChat said nothing, so nothing is known. */
export type Compared = { readonly unanswered: boolean; readonly differences: readonly Difference[] }

/**
 * Holds an order against what WeChat says of its payment and of each refund that is booked as arrived. Money that is
 * there and not here is booked on the way, as a callback would have. Changes nothing else.
 */
export async function comparePayment(order: OrderRow, ctx: CloudCtx): Promise<Compared> {
  if (order.payFen === 0) return { unanswered: false, differences: [] }
  const via = await payViaOf(order, ctx)
  const status = await ctx.pay.query({ orderId: order._id, ...via })
  if (status.state === 'unknown') return { unanswered: true, differences: [] }
  const payment = await paymentDifference(order, status, ctx)
  const refunds = await refundDifferences(order, status, via, ctx)
  return { unanswered: false, differences: [...payment, ...refunds] }
}

async function paymentDifference(order: OrderRow, status: PayStatus, ctx: CloudCtx): Promise<Difference[]> {
  const { transactionId, payFen: hereFen } = order
  if (status.state === 'paid') {
    const { paidFen: thereFen } = status
    if (transactionId === null) {
      const handled = await booked(order, status, ctx)
      return [{ kind: 'notHere', hereFen: 0, thereFen, handled }]
    }
    if (thereFen !== hereFen) return [{ kind: 'amount', hereFen, thereFen, handled: false }]
    const other = status.transactionId !== transactionId
    return other ? [{ kind: 'transaction', hereFen, thereFen, handled: false }] : []
  }
  const gone = status.state === 'notPaid' || status.state === 'closed'
  return gone && transactionId !== null ? [{ kind: 'notThere', hereFen, thereFen: 0, handled: false }] : []
}

async function booked(
  order: OrderRow,
  status: PayStatus & { state: 'paid' },
  ctx: CloudCtx,
): Promise<boolean> {
  try {
    await bookPayment({ orderId: order._id, ...status }, ctx)
    return true
  } catch (error) {
    ctx.log('error', 'manager.notBooked', { orderId: order._id, error })
    return false
  }
}

/**
 * A refund that arrived here must have arrived there; one that somebody made by hand on WeChat's platform is not here.
 * Refunds still on their way are looked after by their orders.
 */
async function refundDifferences(
  order: OrderRow,
  status: PayStatus,
  via: PayVia,
  ctx: CloudCtx,
): Promise<Difference[]> {
  const { transactionId, refunds } = order
  if (status.state === 'refunded' && transactionId !== null) {
    const byHand = await refundedByHand(order, via, ctx)
    if (byHand) return [byHand]
  }
  const missing: Difference[] = []
  for (const { no, state, payFen } of refunds) {
    if (state !== 'success' || payFen === 0) continue
    const there = status.state === 'paid' ? 'none' : await ctx.pay.queryRefund({ refundNo: no, ...via })
    if (there === 'success' || there === 'unknown') continue
    missing.push({ kind: 'refund', hereFen: payFen, thereFen: 0, handled: false })
  }
  return missing
}

/** More went back at WeChat than we ever asked for. Where it tells no sum, only a refund of an order without any shows. */
async function refundedByHand(order: OrderRow, via: PayVia, ctx: CloudCtx): Promise<Difference | null> {
  const hereFen = order.refunds.reduce((sum, { payFen }) => sum + payFen, 0)
  const thereFen = (await ctx.pay.refundedFen?.({ orderId: order._id, ...via })) ?? null
  const more = thereFen === null ? hereFen === 0 : thereFen > hereFen
  return more ? { kind: 'refund', hereFen, thereFen, handled: false } : null
}
