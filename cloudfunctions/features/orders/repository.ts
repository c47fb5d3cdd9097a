import type { Instant } from '@shared/kernel/time'
import type { OrderRow, PayEventRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import type { Join } from '../../platform/lookup'
import { gte, lt, lte, not, oneOf, unset, type Patch, type Where } from '../../platform/query'

export type OrderPatch = Patch<OrderRow>

/** Orders by id; inside a transaction or outside. */
export function orderRepository(db: TxDb) {
  const orders = db.table<OrderRow>('orders')
  return {
    order: (id: string): Promise<OrderRow | null> => orders.get(id),
    /** Throws DuplicateKey when the order (index `_id_`) or its pickup number exists. */
    add: (row: OrderRow): Promise<void> => orders.add(row),
    update: (id: string, patch: OrderPatch): Promise<void> => orders.update(id, patch),
  }
}

/** An order of this member's; somebody else's is null, as if it were not there. */
export async function ownOrder(db: TxDb, id: string, memberId: string): Promise<OrderRow | null> {
  const order = await orderRepository(db).order(id)
  return order?.memberId === memberId ? order : null
}

/** What an order of this member's was about: the product of its first line; null for anybody else's. One read. */
export async function productOfOrder(db: TxDb, id: string, memberId: string): Promise<string | null> {
  return (await ownOrder(db, id, memberId))?.lines[0]?.productId ?? null
}

/** What an order's queue depends upon, of each order that its store has to make today. */
type Waiting = Pick<OrderRow, '_id' | 'state' | 'units' | 'refunds' | 'paidAt' | 'slot'>
const waitingAt = (now: Instant): Join => ({
  from: 'orders',
  localField: 'storeId',
  foreignField: 'boardOf',
  keep: { state: oneOf(['paid', 'making']), boardFrom: lte(now) },
  fields: ['_id', 'state', 'units', 'refunds', 'paidAt', 'slot'],
  /** Far more than a board ever holds. */
  limit: 500,
})

/** The same with what its store has to make at this moment, in one read. */
export async function ownOrderInLine(
  db: Db,
  id: string,
  memberId: string,
  now: Instant,
): Promise<{ readonly order: OrderRow; readonly others: readonly Waiting[] } | null> {
  const found = await db.table<OrderRow>('orders').lookup<{ waiting: Waiting }>(id, {
    waiting: waitingAt(now),
  })
  if (found?.doc.memberId !== memberId) return null
  return { order: found.doc, others: found.joined.waiting.rows }
}

/** Several orders by their ids, at most 100: one read. */
export const ordersById = (db: Db, ids: readonly string[]): Promise<OrderRow[]> =>
  db.table<OrderRow>('orders').find({ where: { _id: oneOf(ids) }, limit: 100 })

export const findOrder = (db: TxDb, id: string): Promise<OrderRow | null> => orderRepository(db).order(id)

/** A change under a guard: true for the one of several competitors that made it. */
export const changeOrderIf = (
  db: Db,
  id: string,
  guard: Where<OrderRow>,
  patch: OrderPatch,
): Promise<boolean> => db.table<OrderRow>('orders').updateIf(id, guard, patch)

/**
 * One write for several orders, each under the guard that it is still as it was seen: these must change alike, so they
 * have state, store and date in common. Answers how many changed; who must know which, looks again.
 */
export const changeOrdersAlike = (
  db: Db,
  ids: readonly string[],
  guard: Where<OrderRow>,
  patch: OrderPatch,
): Promise<number> => db.table<OrderRow>('orders').updateAll({ ...guard, _id: oneOf(ids) }, patch)

/** Orders by index; never inside a transaction. */
export function orderQueries(db: Db) {
  const orders = db.table<OrderRow>('orders')
  return {
    /** The member's orders placed before an instant, newest first. */
    placedBy: (memberId: string, before: Instant | null, limit: number) =>
      orders.find({
        where: { memberId, ...(before === null ? {} : { placedAt: lt(before) }) },
        orderBy: [['placedAt', 'desc']],
        limit,
      }),
    /** Orders that need the cloud's attention by now, the longest overdue first. */
    due: (now: Instant, limit: number) =>
      orders.find({ where: { dueAt: lte(now) }, orderBy: [['dueAt', 'asc']], limit }),
  }
}

/** Money that did not fit its order. */
export function payEventRepository(db: TxDb) {
  const events = db.table<PayEventRow>('payEvents')
  return {
    event: (transactionId: string) => events.get(transactionId),
    put: (row: PayEventRow) => events.set(row),
    handled: (transactionId: string, handledAt: Instant) => events.update(transactionId, { handledAt }),
  }
}

/** A member's latest orders, whatever became of them, newest first. */
export const latestOrdersOf = (db: Db, memberId: string, limit: number): Promise<OrderRow[]> =>
  orderQueries(db).placedBy(memberId, null, limit)

/** A member's orders placed from an instant on, newest first: one read. */
export const ordersOfMemberFrom = (
  db: Db,
  memberId: string,
  from: Instant,
  limit: number,
): Promise<OrderRow[]> =>
  db.table<OrderRow>('orders').find({
    where: { memberId, placedAt: gte(from) },
    orderBy: [['placedAt', 'desc']],
    limit,
  })

/** What was paid once, whatever became of it. */
const PAID_STATES = ['paid', 'making', 'ready', 'delivering', 'done', 'refunding', 'refunded'] as const

/** What a counter looks up of its own store, newest first: orders placed before an instant, or those of pickup keys. */
export const ordersOfStore = (
  db: Db,
  storeId: string,
  which: { readonly before: Instant } | { readonly pickupKeys: readonly string[] },
  limit: number,
): Promise<OrderRow[]> => {
  const state = oneOf(PAID_STATES)
  const where: Where<OrderRow> =
    'before' in which
      ? { storeId, state, placedAt: lt(which.before) }
      : { storeId, state, pickupKey: oneOf(which.pickupKeys) }
  return db.table<OrderRow>('orders').find({ where, orderBy: [['placedAt', 'desc']], limit })
}

const OPEN_STATES = ['pendingPay', 'closing', 'paid', 'making', 'ready', 'delivering', 'refunding'] as const

/** Orders of the whole shop from an instant on, in the order in which they were placed. */
export const ordersPlacedFrom = (db: Db, from: Instant, limit: number): Promise<OrderRow[]> =>
  db.table<OrderRow>('orders').find({ where: { placedAt: gte(from) }, orderBy: [['placedAt', 'asc']], limit })

/** The orders of a store for which an invoice was asked before an instant, the latest first. */
export const invoicesOf = (db: Db, storeId: string, before: Instant, limit: number): Promise<OrderRow[]> =>
  db.table<OrderRow>('orders').find({
    where: { invoiceOf: storeId, invoiceAt: lt(before) },
    orderBy: [['invoiceAt', 'desc']],
    limit,
  })

/**
 * Whether an order of this member is still on its way: unpaid, being made or brought, being refunded, or WeChat has yet to
 * hear that it was handed over, which takes the payer's openid.
 */
export async function hasOpenOrder(db: Db, memberId: string): Promise<boolean> {
  const orders = db.table<OrderRow>('orders')
  for (const open of [{ state: oneOf(OPEN_STATES) }, { 'shipping.state': 'due' }])
    if ((await orders.find({ where: { memberId, ...open }, limit: 1 })).length > 0) return true
  return false
}

const ENDED_STATES = ['closed', 'done', 'refunded'] as const

/**
 * Empties what is personal in the member's ended orders; the shop's books keep the rest, and one that is still on its way
 * keeps what it takes to serve it. Safe to repeat. Answers how many still told anything.
 */
export function forgetMember(db: Db, memberId: string): Promise<number> {
  const where = { memberId, state: oneOf(ENDED_STATES), openid: not('') }
  const nothing = { openid: '', memberName: '', note: '', table: null, destination: null, consents: {} }
  const invoice = { invoice: null, invoiceOf: unset(), invoiceAt: unset() }
  return db.table<OrderRow>('orders').updateAll(where, { ...nothing, ...invoice })
}
