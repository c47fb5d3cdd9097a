import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { PaidNotice } from '../../platform/pay'
import { unset } from '../../platform/query'
import { keepHolds } from './holds'
import { askedNotice } from './notify-customer'
import { refundEntry } from './refund-order'
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
      const patch = latePatch(order, transactionId, ctx.now)
      await orders.update(orderId, patch)
      await payEventRepository(db).put(lateEvent(notice, ctx.now))
      return { became: 'late', order: { ...order, ...patch } }
    }
    if (order.state !== 'pendingPay' && order.state !== 'closing') return { became: 'twice', order }
    await orders.update(orderId, {
      state: 'paid',
      paidAt: ctx.now,
      transactionId,
      boardOf: order.storeId,
      dueAt: unset(),
      // it may have been given up before the money came
      closedAt: null,
      closedReason: '',
    })
    await keepHolds(db, order)
    await ctx.react('order.paid', db, order)
    return { became: 'paid', order }
  })
}

/** The end stands; the money goes back by itself and the customer is told. */
function latePatch(order: OrderRow, transactionId: string, now: number) {
  return {
    state: 'refunding' as const,
    transactionId,
    refundingAt: now,
    dueAt: now,
    closedReason: CLOSED_REASONS.late,
    notice: askedNotice(order, 'ORDER_REFUNDED'),
    outbox: [...order.outbox, refundEntry(order._id, 'late')],
  }
}

const lateEvent = ({ orderId, transactionId, paidFen }: PaidNotice, now: number) => ({
  _id: transactionId,
  orderId,
  paidFen,
  why: 'late' as const,
  receivedAt: now,
  handledAt: now,
})
