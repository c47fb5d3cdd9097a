import type { cancel } from '@shared/orders/contract'
import { refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { UseCase } from '../../platform/router'
import { beginClosing, finishClosing } from './close-order'
import { refreshed } from './get-order'
import { ownOrder } from './repository'

/**
 * The customer gives up an unpaid order: it ends for them at once. WeChat closes payments only after five minutes, so
 * what it holds may be free a little later. Cancelling twice is the same as once.
 */
export const cancelOrder: UseCase<typeof cancel> = async ({ orderId }, ctx) => {
  const order = await ownOrder(ctx.db, orderId, ctx.memberId)
  if (!order) return refuse('ORDER_NOT_FOUND')
  if (order.state === 'closing' || order.state === 'closed') return refreshed(order, ctx.now)
  if (!can.cancel(order)) return refuse('ALREADY_PAID')
  const closing = await beginClosing(order, 'cancelled', ctx)
  if (closing) {
    const paid = await finishClosing(closing, ctx)
    return paid ? refuse('ALREADY_PAID') : refreshed(closing, ctx.now)
  }
  // the payment, the deadline or another tap was faster
  const now = await ownOrder(ctx.db, orderId, ctx.memberId)
  if (now?.state === 'closing' || now?.state === 'closed') return refreshed(now, ctx.now)
  return refuse('ALREADY_PAID')
}
