import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Sweep } from '../../platform/tick'
import { lte, unset } from '../../platform/query'
import { beginClosing, finishClosing } from './close-order'
import { lookAgainAt } from './payment'
import { carryRefund } from './refund-order'
import { changeOrderIf, orderQueries, orderRepository } from './repository'

const SWEPT_AT_ONCE = 100

/**
 * Does what an order needs by now, whatever woke us: a delayed call, the sweep, a crash long ago. Everything is read
 * again; an order that needs nothing costs one read.
 */
export async function attendOrder(orderId: string, ctx: CloudCtx): Promise<void> {
  const order = await orderRepository(ctx.db).order(orderId)
  if (order) await attend(order, ctx)
}

async function attend(order: OrderRow, ctx: CloudCtx): Promise<void> {
  switch (order.state) {
    case 'pendingPay': {
      if (ctx.now < order.payBefore) return
      const closing = await beginClosing(order, 'unpaid', ctx)
      if (closing) await finishClosing(closing, ctx)
      return
    }
    case 'closing':
      await finishClosing(order, ctx)
      return
    case 'refunding':
      await carryRefund(order, ctx)
      return
    default:
      // nothing is due in the other states; a mark that was left behind would be swept for ever
      if (order.dueAt !== undefined)
        await changeOrderIf(ctx.db, order._id, { state: order.state }, { dueAt: unset() })
  }
}

async function putOff({ _id, placedAt }: OrderRow, ctx: CloudCtx): Promise<void> {
  try {
    const dueAt = lookAgainAt(placedAt, ctx.now)
    await changeOrderIf(ctx.db, _id, { dueAt: lte(ctx.now) }, { dueAt })
  } catch (error) {
    ctx.log('error', 'orders.notPutOff', { orderId: _id, error })
  }
}

/**
 * The net under delayed calls and crashes: whatever is overdue, the longest first. One bad order stops no other: not the
 * next of this sweep, and, put off ever longer, not those of the sweeps to come.
 */
export const sweepOrders: Sweep = {
  name: 'orders.due',
  async run(ctx) {
    for (const order of await orderQueries(ctx.db).due(ctx.now, SWEPT_AT_ONCE)) {
      try {
        await attend(order, ctx)
      } catch (error) {
        ctx.log('error', 'orders.sweepFailed', { orderId: order._id, error })
        await putOff(order, ctx)
      }
    }
  },
}
