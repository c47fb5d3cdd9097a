import type { refund as contract } from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { beginRefund, callAgain, carryRefunds, notifyCustomer } from '../orders'
import { boardOrder, boardView, withOrder } from './board'
import { recordDeed, storesOrder, wrongState, type OneOrder } from './change-order'
import { readCounter } from './repository'

/**
 * Gives back units of an order, and fees if they are ticked: by owner and managers only (decision 0008), as often as there
 * is something left. The reason is a text that a stranger reads.
 */
export const refundUnits: UseCase<typeof contract> = async (input, ctx) => {
  const { storeId, orderId, units, packaging, delivery, reason, refundsSeen } = input
  const counter = await readCounter(storeId, ctx)
  if (isRefused(counter)) return counter
  if (counter.role === 'clerk') return refuse('FORBIDDEN')
  if ((await ctx.texts.check(ctx.openid, reason, 'comment')) === 'rejected') return refuse('TEXT_REJECTED')
  const allowed = (order: OrderRow) =>
    order.storeId === storeId && order.refunds.length === refundsSeen && can.giveBack(order, ctx.now)
  const begun = await beginRefund(
    orderId,
    allowed,
    { why: 'part', by: 'shop', byId: ctx.memberId, reason, wish: { units, packaging, delivery } },
    ctx,
  )
  if (isRefused(begun))
    return begun.refused === 'NOTHING_LEFT' ? refuse('NOTHING_LEFT') : whyNot(input, refundsSeen, ctx)
  recordDeed('manager.refunded', begun.order, ctx, {
    refundNo: begun.refund.no,
    refundFen: begun.refund.payFen,
  })
  const order = await carryRefunds(begun.order, ctx)
  await callAgain(order, ctx)
  await notifyCustomer(begun.order, 'ORDER_REFUNDED', ctx)
  return { board: boardView(withOrder(counter, order)), order: boardOrder(order) }
}

/** Somebody else gave back a part meanwhile, or the order is in no state to give back any. */
async function whyNot(at: OneOrder, refundsSeen: number, ctx: Ctx) {
  const order = await storesOrder(at, ctx)
  if (order && order.refunds.length !== refundsSeen && can.giveBack(order, ctx.now))
    return refuse('CHANGED_MEANWHILE', { order: boardOrder(order) })
  return wrongState(at, ctx)
}
