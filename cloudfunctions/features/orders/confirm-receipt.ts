import type { confirmReceipt as contract } from '@shared/orders/contract'
import { refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { absent } from '../../platform/query'
import type { UseCase } from '../../platform/router'
import { callAgain } from './call-again'
import { carryShipping } from './carry-shipping'
import { changed } from './due'
import { refreshed } from './get-order'
import { received } from './hand-over'
import { changeOrderIf, ownOrder } from './repository'

/** The store, the sweep or a refund may touch it between look and write. */
const ATTEMPTS = 3

/**
 * ready or delivering → done, on the customer's word: one read, one write. Somebody may have been faster with it, so an
 * order that is done is an answer like any other. Somebody else's is as unknown as one that never was (law 16).
 */
export const confirmReceipt: UseCase<typeof contract> = async ({ orderId }, ctx) => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const order = await ownOrder(ctx.db, orderId, ctx.memberId)
    if (!order) return refuse('ORDER_NOT_FOUND')
    if (order.state === 'done') return refreshed(order, ctx.now)
    if (!can.receive(order)) break
    const done = await receive(order, ctx)
    if (done) return refreshed(done, ctx.now)
  }
  return refuse('NOT_ON_ITS_WAY')
}

/** The order as it is after it, or null when somebody touched it meanwhile. */
async function receive(order: OrderRow, ctx: Ctx): Promise<OrderRow | null> {
  const { row, patch } = changed(order, received(order, ctx.now))
  const asSeen = { state: order.state, dueAt: order.dueAt ?? absent() }
  if (!(await changeOrderIf(ctx.db, order._id, asSeen, patch))) return null
  await ctx.react('order.done', ctx.db, row)
  const reported = await carryShipping(row, ctx)
  await callAgain(reported, ctx)
  return reported
}
