import { refuse } from '@shared/kernel/refusal'
import { lotsBack, refundPart, refundRest, type RefundPart, type RefundWish } from '@shared/orders/refund'
import type { RefundBy } from '@shared/orders/contract'
import type { OrderRow, OutboxEntry, RefundRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { returnPoints } from '../points'
import { changed, type OrderChange } from './due'
import { giveBackCoupons, stockWithout, takeBackUnits } from './holds'
import { askNotice } from './notify-customer'
import { orderRepository } from './repository'

/** WeChat takes at most so many refunds of one payment; the last is kept for one that gives back all the rest. */
export const MOST_REFUNDS = 50

/** Who gives money back, and what; `byId` is a staff's member id and stays on the refund as the record of it. */
export type RefundDeed = {
  /** `part`: what the staff ticked; the others are of the whole order, once in its life. */
  readonly why: 'part' | 'refused' | 'customer' | 'unaccepted' | 'late'
  readonly by: RefundBy
  readonly byId: string
  /** For the customer: on the refund, and on the order when nothing is left of it. */
  readonly reason: string
  readonly wish: RefundWish | 'rest'
}

/** A refund's own number: `part2-<order>`, `refused-<order>`. Whoever asks again asks for the same refund. */
const refundNo = ({ _id, refunds }: OrderRow, why: RefundDeed['why']): string =>
  why === 'part' ? `part${refunds.length + 1}-${_id}` : `${why}-${_id}`

/** Asks WeChat for it, after the commit and until it was taken. */
export const refundEntry = (orderId: string, no: string): OutboxEntry => ({
  id: no,
  kind: 'orders.refund',
  data: { orderId, no },
})

/**
 * Gives an order back, wholly or in part, if `allowed` says so of the order as the transaction sees it: two staff at
 * once, or customer and staff, never give back more than was paid. What was not made yet goes back into stock and slot,
 * points into their lots, the coupon when nothing is left. TOO_LATE: the order has moved on; NOTHING_LEFT: those units
 * are given back already.
 */
export function beginRefund(
  orderId: string,
  allowed: (order: OrderRow) => boolean,
  deed: RefundDeed,
  ctx: CloudCtx,
) {
  return ctx.tx(async (db) => {
    const order = await orderRepository(db).order(orderId)
    if (!order || !allowed(order)) return refuse('TOO_LATE')
    const part = deed.wish === 'rest' ? refundRest(order) : refundPart(order, deed.wish)
    if (!part || (!part.whole && order.refunds.length >= MOST_REFUNDS - 1)) return refuse('NOTHING_LEFT')
    const refund = refundRow(order, part, deed, ctx)
    const { row, patch } = changed(order, refundChange(order, refund, part.whole, ctx))
    await orderRepository(db).update(orderId, patch)
    await giveBack(db, order, refund, part.whole)
    await ctx.react('order.refunded', db, { order, refund, goodsFen: part.goodsFen })
    return { order: row, refund }
  })
}

/** A refund as it is first written. What an order held that had ended unpaid is free already, points and goods. */
export function refundRow(
  order: OrderRow,
  part: RefundPart,
  { by, byId, reason, why }: RefundDeed,
  { now }: CloudCtx,
): RefundRow {
  const { goodsFen: _goodsFen, whole: _whole, ...given } = part
  const free = part.payFen === 0
  const late = order.paidAt === null
  return {
    ...given,
    points: late ? 0 : part.points,
    no: refundNo(order, why),
    at: now,
    by,
    byId,
    reason,
    restocked: !late && order.acceptedAt === null,
    state: free ? 'success' : 'asked',
    ...(free ? {} : { lookAt: now }),
  }
}

/** How an order changes with a refund; nothing else is left of it when it was the last one. */
export function refundChange(
  order: OrderRow,
  refund: RefundRow,
  whole: boolean,
  { now }: CloudCtx,
): OrderChange {
  const refunds = [...order.refunds, refund]
  const arrived = refunds.every(({ state }) => state === 'success')
  const ended = {
    state: arrived ? ('refunded' as const) : ('refunding' as const),
    closedAt: order.closedAt ?? now,
    closedReason: refund.reason,
  }
  return {
    refunds,
    outbox: refund.payFen === 0 ? order.outbox : [...order.outbox, refundEntry(order._id, refund.no)],
    ...(refund.restocked ? { stockHeld: stockWithout(order, refund.units) } : {}),
    ...(refund.by === 'customer' ? {} : askNotice(order, 'ORDER_REFUNDED')),
    ...(whole ? ended : {}),
  }
}

/** Everything but the money, in the same transaction. */
async function giveBack(db: TxDb, order: OrderRow, refund: RefundRow, whole: boolean): Promise<void> {
  const given = order.refunds.reduce((sum, earlier) => sum + earlier.points, 0)
  await returnPoints(db, order.memberId, lotsBack(order.pointsTaken, given, refund.points), order.placedAt)
  if (!refund.restocked) return
  await takeBackUnits(db, order, refund.units)
  if (whole) await giveBackCoupons(db, order)
}
