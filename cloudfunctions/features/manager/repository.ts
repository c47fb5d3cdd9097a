import { refuse } from '@shared/kernel/refusal'
import type { Role } from '@shared/members/contract'
import type { CounterRow, OrderRow } from '../../database/rows'
import type { CloudCtx, Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { readShop } from '../catalogue'

/** Orders that one board shows: even with 20 lines each far below the 1 MB that a function may answer. */
export const BOARD_LIMIT = 60

/** A store's counter as one of its staff sees it at this moment. */
export type Counter = {
  readonly storeId: string
  readonly storeName: string
  readonly role: Role
  readonly paused: boolean
  /** Paid, making, ready; oldest first. */
  readonly orders: readonly OrderRow[]
  readonly hidden: number
  /** How many differences wait for somebody. */
  readonly alerts: number
}

/**
 * Rights and board in one aggregate read: the caller's role comes with the very orders that it opens, so a dismissal
 * counts from the next tap on. FORBIDDEN for everybody else, whether the store exists or not.
 */
export async function readCounter(
  storeId: string,
  ctx: Ctx,
): Promise<Counter | { readonly refused: 'FORBIDDEN' }> {
  const found = await ctx.db.table<CounterRow>('counters').lookup<{ orders: OrderRow }>(storeId, {
    orders: { from: 'orders', foreignField: 'boardOf', limit: BOARD_LIMIT },
  })
  const staff = found?.doc.staff ?? {}
  const role = Object.hasOwn(staff, ctx.memberId) ? staff[ctx.memberId]?.role : undefined
  if (!found || !role) return refuse('FORBIDDEN')
  const { doc, joined } = found
  const { rows, total } = joined.orders
  return {
    storeId,
    storeName: doc.storeName ?? (await storeNameOf(storeId, ctx)),
    role,
    paused: doc.paused ?? false,
    orders: rows.toSorted((a, b) => a.placedAt - b.placedAt || (a._id < b._id ? -1 : 1)),
    hidden: total - rows.length,
    alerts: doc.alerts?.length ?? 0,
  }
}

/** For counters without a copy of the name: read once in an instance's life. */
async function storeNameOf(
  storeId: string,
  { db, memory }: Pick<CloudCtx, 'db' | 'memory'>,
): Promise<string> {
  const key = `manager.storeName:${storeId}`
  const known = memory.get(key)
  if (typeof known === 'string') return known
  const name = (await readShop(db)).stores[storeId]?.name ?? ''
  memory.set(key, name)
  return name
}

/** Writes the counter's copies of what `settings/shop` says. */
export const copyToCounter = (db: TxDb, storeId: string, copies: { storeName: string; paused: boolean }) =>
  db.table<CounterRow>('counters').update(storeId, copies)
