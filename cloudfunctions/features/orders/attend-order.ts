import { isRefused } from '@shared/kernel/refusal'
import { remindAt } from '@shared/orders/acceptance'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Sweep } from '../../platform/tick'
import { absent, lte, unset } from '../../platform/query'
import { beginRefund } from './begin-refund'
import { callAgain } from './call-again'
import { carryRefunds } from './carry-refunds'
import { carryShipping } from './carry-shipping'
import { beginClosing, finishClosing } from './close-order'
import { changed, collectionDue, dueAtOf, leftAt, type OrderChange } from './due'
import { doneByItself } from './hand-over'
import { notifyCustomer } from './notify-customer'
import { lookAgainAt } from './payment'
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

/** What is due, and then the delayed call for what is still to come: an order that needs nothing more asks for none. */
async function attend(order: OrderRow, ctx: CloudCtx): Promise<void> {
  if (order.state === 'closing') return void (await finishClosing(order, ctx))
  if (order.state === 'pendingPay' && order.payBefore <= ctx.now) {
    const closing = await beginClosing(order, 'unpaid', ctx)
    if (closing) await finishClosing(closing, ctx)
    return
  }
  if (order.state === 'pendingPay' || order.state === 'closed') return attendLeft(order, ctx)
  const served = await attendShop(order, ctx)
  if (!served) return
  const carried = await carryShipping(await carryRefunds(served, ctx), ctx)
  if (asksOn(order, ctx)) await callAgain(carried, ctx)
}

/**
 * An order that is not paid, or ended so: whoever answers such orders is told when the time has come, and again if a crash
 * came between. The next call is asked for as long as there is something to come.
 */
async function attendLeft(order: OrderRow, ctx: CloudCtx): Promise<void> {
  const { recovery, state } = order
  const at = state === 'closed' ? leftAt(order) : recovery?.remindAt
  if (recovery === undefined || at === undefined || at > ctx.now) {
    if (state === 'pendingPay') return callAgain(order, ctx)
    return at === undefined ? dropMark(order, ctx) : undefined
  }
  await ctx.react(state === 'closed' ? 'order.left' : 'order.waiting', ctx.db, order)
  const { version, couponAt } = recovery
  const still = state === 'closed' || couponAt === undefined ? { version } : { version, couponAt }
  const seen = await change(order, { recovery: still }, ctx)
  if (seen?.state === 'pendingPay') await callAgain(seen, ctx)
}

/** Whoever changes a date asks for the call that belongs to it, so a call that comes for nothing asks for none. */
const asksOn = ({ state, dueAt, remindedAt }: OrderRow, { now }: CloudCtx): boolean =>
  (state === 'paid' && remindedAt === undefined) || (dueAt !== undefined && dueAt <= now)

/** What the shop owes an order by now. Answers the order after it, or null when somebody else changed it meanwhile. */
async function attendShop(order: OrderRow, ctx: CloudCtx): Promise<OrderRow | null> {
  const { state, acceptBefore } = order
  if (state === 'paid' && acceptBefore !== null) {
    if (acceptBefore <= ctx.now) return await refundUnaccepted(order, ctx)
    const remind = remindAt(acceptBefore, order.acceptance) <= ctx.now && order.remindedAt === undefined
    return remind ? await change(order, { remindedAt: ctx.now }, ctx) : order
  }
  const waitsUntil = collectionDue(order)
  if (waitsUntil !== undefined && waitsUntil <= ctx.now) {
    const done = await change(order, doneByItself(order, ctx.now), ctx)
    if (done) await ctx.react('order.done', ctx.db, done)
    return done
  }
  await dropMark(order, ctx)
  return order
}

/** A mark that was left behind would be swept for ever. */
async function dropMark(order: OrderRow, ctx: CloudCtx): Promise<void> {
  if (order.dueAt !== undefined && dueAtOf(order) === undefined)
    await changeOrderIf(ctx.db, order._id, { dueAt: order.dueAt }, { dueAt: unset() })
}

/** Nobody accepted it in time: the money goes back by itself, with all that the order holds. */
async function refundUnaccepted(order: OrderRow, ctx: CloudCtx): Promise<OrderRow | null> {
  const overdue = ({ state, acceptBefore }: OrderRow) => state === 'paid' && (acceptBefore ?? 0) <= ctx.now
  const reason = CLOSED_REASONS.unaccepted
  const begun = await beginRefund(
    order._id,
    overdue,
    { why: 'unaccepted', by: 'system', byId: '', reason, wish: 'rest' },
    ctx,
  )
  if (isRefused(begun)) return null
  ctx.log('warn', 'orders.unaccepted', { orderId: order._id, storeId: order.storeId })
  await notifyCustomer(begun.order, 'ORDER_REFUNDED', ctx)
  return begun.order
}

async function change(order: OrderRow, what: OrderChange, ctx: CloudCtx): Promise<OrderRow | null> {
  const { row, patch } = changed(order, what)
  const asSeen = { state: order.state, dueAt: order.dueAt ?? absent() }
  return (await changeOrderIf(ctx.db, order._id, asSeen, patch)) ? row : null
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
