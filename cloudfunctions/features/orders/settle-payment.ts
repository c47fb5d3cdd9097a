import { Defect } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import { acceptBefore } from '@shared/orders/acceptance'
import { refundRest } from '@shared/orders/refund'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { PaidNotice } from '../../platform/pay'
import { refundChange, refundRow } from './begin-refund'
import { changed, type OrderChange } from './due'
import { keepHolds } from './holds'
import { orderRepository, payEventRepository } from './repository'

/**
 * What became of a payment: `paid` by this very call · `known` booked before · `late`: it came after the order had
 * ended and goes back · the others fit no order and are booked nowhere yet.
 */
export type Settled =
  | { readonly became: 'paid' | 'known' | 'late'; readonly order: OrderRow }
  | { readonly became: 'wrongAmount' | 'twice' | 'unknownOrder'; readonly order: OrderRow | null }

/**
 * Books a payment in one transaction: order, coupon and stock together. Law 11: called again, in parallel or in any
 * order of arrival, it comes to the same final state. The amount is compared with the order's to the fen.
 */
export function settlePayment(notice: PaidNotice, ctx: CloudCtx): Promise<Settled> {
  const { orderId, transactionId, paidFen } = notice
  return ctx.tx<Settled>(async (db) => {
    const orders = orderRepository(db)
    const order = await orders.order(orderId)
    if (!order) return { became: 'unknownOrder', order: null }
    if (order.transactionId === transactionId) return { became: 'known', order }
    if (paidFen !== order.payFen) return { became: 'wrongAmount', order }
    if (order.state === 'closed' && order.transactionId === null) {
      const { row, patch } = changed(order, late(order, transactionId, ctx))
      await orders.update(orderId, patch)
      await payEventRepository(db).put(lateEvent(notice, ctx.now))
      return { became: 'late', order: row }
    }
    if (order.state !== 'pendingPay' && order.state !== 'closing') return { became: 'twice', order }
    const { row, patch } = changed(order, paid(order, transactionId, ctx.now))
    await orders.update(orderId, patch)
    await keepHolds(db, order)
    await ctx.react('order.paid', db, order)
    return { became: 'paid', order: row }
  })
}

const paid = ({ slot, acceptance }: OrderRow, transactionId: string, now: Instant) => ({
  state: 'paid' as const,
  paidAt: now,
  transactionId,
  acceptBefore: acceptBefore(now, slot?.at ?? null, acceptance),
  // it may have been given up before the money came
  closedAt: null,
  closedReason: '',
})

/** The end stands; the money goes back by itself and the customer is told. */
function late(order: OrderRow, transactionId: string, ctx: CloudCtx): OrderChange {
  const part = refundRest(order)
  if (!part) throw new Defect('an order that was never paid has nothing left', { orderId: order._id })
  const refund = refundRow(order, part, LATE, ctx)
  return { transactionId, ...refundChange(order, refund, part.whole, ctx) }
}
const LATE = { why: 'late', by: 'system', byId: '', reason: CLOSED_REASONS.late, wish: 'rest' } as const

const lateEvent = ({ orderId, transactionId, paidFen }: PaidNotice, now: number) => ({
  _id: transactionId,
  orderId,
  paidFen,
  why: 'late' as const,
  receivedAt: now,
  handledAt: now,
})
