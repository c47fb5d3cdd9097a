import type { Instant } from '@shared/kernel/time'
import type { OrderRow, PayEventRow, StockRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { stockId } from '../catalogue'
import { inc, lt, lte, not, oneOf, type Patch, type Where } from '../../platform/query'

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

export const findOrder = (db: TxDb, id: string): Promise<OrderRow | null> => orderRepository(db).order(id)

/** A change under a guard: true for the one of several competitors that made it. */
export const changeOrderIf = (
  db: Db,
  id: string,
  guard: Where<OrderRow>,
  patch: OrderPatch,
): Promise<boolean> => db.table<OrderRow>('orders').updateIf(id, guard, patch)

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

type Pile = 'available' | 'held' | 'sold'

/** Counted stock. Law 6: every move takes from one of available, held, sold what it gives to another. */
export function stockRepository(db: TxDb) {
  const stock = db.table<StockRow>('stock')
  const move =
    (from: Pile, to: Pile) =>
    (storeId: string, skuId: string, units: number): Promise<void> =>
      stock.update(stockId(storeId, skuId), { [from]: inc(-units), [to]: inc(units) } as Patch<StockRow>)
  return {
    async available(storeId: string, skuId: string): Promise<number> {
      return (await stock.get(stockId(storeId, skuId)))?.available ?? 0
    },
    hold: move('available', 'held'),
    release: move('held', 'available'),
    sell: move('held', 'sold'),
    sellAtOnce: move('available', 'sold'),
    takeBack: move('sold', 'available'),
  }
}

/** What is left of several skus of a store, in one read; a sku without a document has nothing left. */
export async function stockLeft(
  db: Db,
  storeId: string,
  skuIds: readonly string[],
): Promise<Map<string, number>> {
  const left = new Map(skuIds.map((skuId) => [skuId, 0]))
  if (skuIds.length === 0) return left
  const ids = skuIds.map((skuId) => stockId(storeId, skuId))
  const rows = await db.table<StockRow>('stock').find({ where: { _id: oneOf(ids) }, limit: ids.length })
  for (const row of rows) left.set(row._id.slice(storeId.length + 1), row.available)
  return left
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

const OPEN_STATES = ['pendingPay', 'closing', 'paid', 'making', 'ready', 'refunding'] as const

/** Whether an order of this member is still on its way: unpaid, being made, or being refunded. */
export async function hasOpenOrder(db: Db, memberId: string): Promise<boolean> {
  const where = { memberId, state: oneOf(OPEN_STATES) }
  return (await db.table<OrderRow>('orders').find({ where, limit: 1 })).length > 0
}

const ENDED_STATES = ['closed', 'done', 'refunded'] as const

/**
 * Empties what is personal in the member's ended orders; the shop's books keep the rest, and one that is still on its way
 * keeps what it takes to serve it. Safe to repeat. Answers how many still told anything.
 */
export function forgetMember(db: Db, memberId: string): Promise<number> {
  const where = { memberId, state: oneOf(ENDED_STATES), openid: not('') }
  const nothing = { openid: '', memberName: '', note: '', table: null, consents: {} }
  return db.table<OrderRow>('orders').updateAll(where, nothing)
}
