import type * as contract from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import { can } from '@shared/orders/can'
import { parsePickup, type PickupProof } from '@shared/orders/pickup-qr'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { callAgain, carryShipping, findOrder, handedOver, ordersOfStore, setOut } from '../orders'
import { boardOrder, boardView, withOrder } from './board'
import { changeOrder, notNow, recordDeed, type OneOrder } from './change-order'
import { readCounter, type Counter } from './repository'

/** ready → delivering: from here on the customer sees that somebody is on the way. */
export const deliverOrder: UseCase<typeof contract.deliver> = async (at, ctx) => {
  const done = await changeOrder(at, { allowed: can.deliver, change: (order) => setOut(order, ctx.now) }, ctx)
  if (isRefused(done)) return done
  const order = await report(done.order, ctx)
  return { board: boardView(withOrder(done.counter, order)) }
}

/** ready → done at the counter, delivering → done at the door; it leaves the board. */
export const handOverOrder: UseCase<typeof contract.handOver> = async (at, ctx) => {
  const done = await handOver(at, ctx)
  return isRefused(done) ? done : { board: done.board }
}

async function handOver(at: OneOrder, ctx: Ctx, seen?: { counter: Counter; order: OrderRow }) {
  const step = {
    allowed: can.handOver,
    change: (order: OrderRow) => handedOver(order, ctx.memberId, ctx.now),
  }
  const done = await changeOrder(at, step, ctx, seen)
  if (isRefused(done)) return done
  recordDeed('manager.handedOver', done.order, ctx)
  await ctx.react('order.done', ctx.db, done.order)
  const order = await report(done.order, ctx)
  return { board: boardView(done.counter), order: boardOrder(order) }
}

/** Tells WeChat, where the shop must; nothing at all where it need not. */
async function report(order: OrderRow, ctx: Ctx): Promise<OrderRow> {
  const reported = await carryShipping(order, ctx)
  await callAgain(reported, ctx)
  return reported
}

/**
 * The same by what the customer shows or says. A code that fits no order is CODE_UNKNOWN; a customer's own code that
 * belongs to another store says which, since whoever shows it knows the order's number and its pickup number.
 */
export const handOverByCode: UseCase<typeof contract.handOverByCode> = async ({ storeId, code }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  if (isRefused(counter)) return counter
  const said = parsePickup(code)
  if (!said) return refuse('CODE_UNKNOWN')
  const named =
    said.orderId === null ? await called(counter, said.pickupCode, ctx) : await shown(counter, said, ctx)
  if (isRefused(named)) return named
  const { order } = named
  const at = { storeId, orderId: order._id }
  if (!can.handOver(order)) return notNow(at, counter, order, ctx)
  return handOver(at, ctx, { counter, order })
}

/** The order of a code on a phone. */
async function shown({ storeId, orders }: Counter, { orderId, pickupCode }: PickupProof, ctx: Ctx) {
  const order = orders.find((row) => row._id === orderId) ?? (await findOrder(ctx.db, orderId))
  if (!order || order.pickupCode !== pickupCode) return refuse('CODE_UNKNOWN')
  return order.storeId === storeId ? { order } : refuse('OTHER_STORE', { storeName: order.storeName })
}

/** The order of a number that was called out: one that can be handed over before all others of that number. */
async function called({ storeId, orders }: Counter, pickupCode: string, ctx: Ctx) {
  const onBoard = orders.filter((row) => row.pickupCode === pickupCode)
  const fits = onBoard.filter(can.handOver)
  if (fits.length > 1) return refuse('CODE_AMBIGUOUS')
  // a full board hides orders, and what is handed over has left it
  const known = fits[0] ?? onBoard[0] ?? (await ofToday(storeId, pickupCode, ctx))
  return known ? { order: known } : refuse('CODE_UNKNOWN')
}

async function ofToday(storeId: string, pickupCode: string, ctx: Ctx): Promise<OrderRow | undefined> {
  const pickupKeys = [`${storeId}:${shopDay(ctx.now)}:${pickupCode}`]
  return (await ordersOfStore(ctx.db, storeId, { pickupKeys }, 1))[0]
}
