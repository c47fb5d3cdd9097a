import type { refund as contract } from '@shared/orders/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { beginRefund } from './begin-refund'
import { callAgain } from './call-again'
import { carryRefunds } from './carry-refunds'
import { refreshed } from './get-order'
import { ownOrder } from './repository'

const isGoingBack = ({ state }: OrderRow): boolean => state === 'refunding' || state === 'refunded'

/**
 * The customer gives up a paid order that nobody has accepted: everything goes back by itself. Twice is the same as
 * once, and so is giving up what the shop or the clock gave up a moment before.
 */
export const refundOrder: UseCase<typeof contract> = async ({ orderId }, ctx) => {
  const order = await ownOrder(ctx.db, orderId, ctx.memberId)
  if (!order) return refuse('ORDER_NOT_FOUND')
  if (isGoingBack(order)) return refreshed(order, ctx.now)
  if (!can.refund(order)) return refuse('TOO_LATE')
  const begun = await beginRefund(
    orderId,
    can.refund,
    { why: 'customer', by: 'customer', byId: '', reason: CLOSED_REASONS.givenUp, wish: 'rest' },
    ctx,
  )
  if (isRefused(begun)) {
    const now = await ownOrder(ctx.db, orderId, ctx.memberId)
    return now && isGoingBack(now) ? refreshed(now, ctx.now) : refuse('TOO_LATE')
  }
  const carried = await carryRefunds(begun.order, ctx)
  await callAgain(carried, ctx)
  return refreshed(carried, ctx.now)
}
