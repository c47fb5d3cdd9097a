import type { acceptAll as contract } from '@shared/manager/contract'
import { isRefused } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { absent } from '../../platform/query'
import type { UseCase } from '../../platform/router'
import { changed, changeOrdersAlike, ordersById } from '../orders'
import { boardView, withOrder } from './board'
import { recordDeed } from './change-order'
import { readCounter, type CounterWith } from './repository'
import { accepted } from './serve-order'

/** As for a single tap: a reminder or a refund of a part may touch some between look and write. */
const ATTEMPTS = 3

/**
 * paid → making for every order on the screen that still waits, each judged by its own state and date: another hand, the
 * customer or the deadline may have been faster with one, and it stays what it became. Billed: the read of rights and
 * orders, one write for all that change alike (a slot's pre-orders have one deadline), and a second read only where one
 * was touched meanwhile or has left the counter.
 */
export const acceptOrders: UseCase<typeof contract> = async ({ storeId, orderIds }, ctx) => {
  const ids = [...new Set(orderIds)]
  let counter = await readCounter(storeId, ctx, ids)
  if (isRefused(counter)) return counter
  for (let attempt = 0; attempt < ATTEMPTS && counter.named.some(can.accept); attempt++) {
    const done = await acceptWaiting(counter, ctx)
    if (done !== null) {
      counter = done
      break
    }
    counter = await readCounter(storeId, ctx, ids)
    if (isRefused(counter)) return counter
  }
  const mine = counter.named.filter(isMine(ctx))
  for (const order of mine) recordDeed('manager.accepted', order, ctx)
  const rows = [...counter.named, ...(await gone(ids, counter, ctx))]
  return { board: boardView(counter), results: ids.map((id) => resultOf(id, rows)) }
}

const isMine =
  ({ now, memberId }: Ctx) =>
  ({ acceptedAt, acceptedBy }: OrderRow) =>
    acceptedAt === now && acceptedBy === memberId

/** The counter with all of them accepted; null when one of them was touched meanwhile, so that it must be looked at again. */
async function acceptWaiting(counter: CounterWith, ctx: Ctx): Promise<CounterWith | null> {
  const groups = new Map<string, OrderRow[]>()
  for (const order of counter.named.filter(can.accept)) {
    const { row } = changed(order, accepted(ctx))
    const alike = JSON.stringify([order.dueAt, order.boardFrom, row.dueAt, row.boardFrom])
    groups.set(alike, [...(groups.get(alike) ?? []), order])
  }
  let missed = 0
  for (const orders of groups.values()) missed += orders.length - (await acceptAlike(orders, ctx))
  if (missed > 0) return null
  const named = counter.named.map((row) => (can.accept(row) ? changed(row, accepted(ctx)).row : row))
  return named.filter(isMine(ctx)).reduce<CounterWith>(withOrder, { ...counter, named })
}

/** How many of these, which change alike, were still as they were seen. */
async function acceptAlike(orders: readonly OrderRow[], ctx: Ctx): Promise<number> {
  const [first] = orders
  if (first === undefined) return 0
  const { storeId, dueAt } = first
  const guard = { state: 'paid', storeId, dueAt: dueAt ?? absent() } as const
  return changeOrdersAlike(
    ctx.db,
    orders.map(({ _id }) => _id),
    guard,
    changed(first, accepted(ctx)).patch,
  )
}

/** What has left the counter meanwhile. */
async function gone(ids: readonly string[], { storeId, named }: CounterWith, ctx: Ctx): Promise<OrderRow[]> {
  const missing = ids.filter((id) => !named.some(({ _id }) => _id === id))
  if (missing.length === 0) return []
  return (await ordersById(ctx.db, missing)).filter((row) => row.storeId === storeId)
}

/** An order of another store is as unknown as one that never was (law 16). */
function resultOf(orderId: string, rows: readonly OrderRow[]) {
  const order = rows.find(({ _id }) => _id === orderId)
  if (!order) return { orderId, accepted: false, state: null }
  const { acceptedAt, state } = order
  const isAccepted = acceptedAt !== null && state !== 'refunding' && state !== 'refunded'
  return { orderId, accepted: isAccepted, state }
}
