import type { refuse as contract } from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { UseCase } from '../../platform/router'
import { beginRefund, callAgain, carryRefunds, notifyCustomer } from '../orders'
import { boardOrder, boardView, withOrder } from './board'
import { recordDeed, seeOrder, wrongState } from './change-order'

/**
 * paid or making → refunding: the whole amount goes back. An order that was not begun gives coupon and stock back too.
 * Order and log keep who did it. The customer is told why; the reason is a text that a stranger reads, so it is checked first.
 */
export const refuseOrder: UseCase<typeof contract> = async ({ reason, ...at }, ctx) => {
  const seen = await seeOrder(at, can.refuse, ctx)
  if (isRefused(seen)) return seen
  if ((await ctx.texts.check(ctx.openid, reason, 'comment')) === 'rejected') return refuse('TEXT_REJECTED')
  const begun = await beginRefund(
    at.orderId,
    (order) => order.storeId === at.storeId && can.refuse(order),
    {
      why: 'refused',
      by: 'shop',
      byId: ctx.memberId,
      reason: `门店取消了订单：${reason}`,
      wish: 'rest',
    },
    ctx,
  )
  if (isRefused(begun)) return wrongState(at, ctx)
  recordDeed('manager.refused', begun.order, ctx)
  const order = await carryRefunds(begun.order, ctx)
  await callAgain(order, ctx)
  await notifyCustomer(begun.order, 'ORDER_REFUNDED', ctx)
  return { board: boardView(withOrder(seen.counter, order)), order: boardOrder(order) }
}
