import type { pay } from '@shared/orders/contract'
import { refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { orderView } from './order'
import { bookPayment } from './on-paid'
import { createPayment } from './payment'
import { ownOrder } from './repository'
import { payViaOf } from './shop-settings'

/** 继续支付: the same payment once more. If WeChat says that it is paid, it is booked here: the callback may be slow. */
export const payOrder: UseCase<typeof pay> = async ({ orderId }, ctx) => {
  const order = await ownOrder(ctx.db, orderId, ctx.memberId)
  if (!order) return refuse('ORDER_NOT_FOUND')
  if (!can.pay(order, ctx.now)) {
    const unpaid = order.state === 'pendingPay' || order.state === 'closing' || order.state === 'closed'
    return refuse(unpaid || order.paidAt === null ? 'ORDER_CLOSED' : 'ALREADY_PAID')
  }
  const made = await createPayment(order, ctx)
  if (made.created) return { order: orderView(order), payment: made.payment }
  if (made.why === 'closed') return refuse('ORDER_CLOSED')
  if (made.why === 'unavailable') return refuse('PAY_UNAVAILABLE')
  const booked = await bookQueried(order, ctx)
  return refuse(booked === 'late' || booked === 'wrongAmount' ? 'ORDER_CLOSED' : 'ALREADY_PAID')
}

/** Asks WeChat about a payment that it says is made, and books it; null when it does not say so any more. */
export async function bookQueried(order: OrderRow, ctx: CloudCtx) {
  const { _id: orderId } = order
  const status = await ctx.pay.query({ orderId, ...(await payViaOf(order, ctx)) })
  return status.state === 'paid' ? (await bookPayment({ orderId, ...status }, ctx)).became : null
}
