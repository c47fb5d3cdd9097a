import { refuse } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { Role } from '@shared/members/contract'
import { MOST_AT_ONCE } from '@shared/orders/ahead'
import { NEXT_STATES } from '@shared/orders/can'
import type { OrderState } from '@shared/orders/contract'
import type { CounterRow, OrderRow } from '../../database/rows'
import type { CloudCtx, Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { Join } from '../../platform/lookup'
import { gt, lte, oneOf } from '../../platform/query'
import { readShop } from '../catalogue'

/** Orders that one board shows: even with 20 lines each far below the 1 MB that a function may answer. */
export const BOARD_LIMIT = 60
/** Deliveries on their way that it shows beside these: whoever forgets to mark them must still see what is to be made. */
const UNDER_WAY_LIMIT = 30
/** Pre-orders of later days that are counted, a few fields of each. */
const AHEAD_LIMIT = 500

/** A pre-order of a later day, as far as it is counted. */
export type AheadRow = Pick<OrderRow, '_id' | 'state' | 'slot' | 'units' | 'refunds'>
/** A store's counter as one of its staff sees it at this moment. */
export type Counter = {
  readonly at: Instant
  readonly storeId: string
  readonly storeName: string
  readonly role: Role
  readonly paused: boolean
  /** Today's work: paid, making, ready, on its way; oldest first. */
  readonly orders: readonly OrderRow[]
  readonly hidden: number
  /** Pre-orders of later days. */
  readonly ahead: readonly AheadRow[]
  /** How many differences wait for somebody. */
  readonly alerts: number
}
/** With those that the caller named, wherever at the counter they stand: hidden by a full board, or of a later day. */
export type CounterWith = Counter & { readonly named: readonly OrderRow[] }

const AT_COUNTER = { from: 'orders', foreignField: 'boardOf' }
const OFF_THE_ROAD = Object.keys(NEXT_STATES).filter((state) => state !== 'delivering')

/**
 * Rights and board in one aggregate read: the caller's role comes with the very orders that it opens, so a dismissal
 * counts from the next tap on. FORBIDDEN for everybody else, whether the store exists or not.
 */
export async function readCounter(
  storeId: string,
  ctx: Ctx,
  orderIds: readonly string[] = [],
): Promise<CounterWith | { readonly refused: 'FORBIDDEN' }> {
  const found = await ctx.db.table<CounterRow>('counters').lookup<Joined>(storeId, {
    ...joinsAt(ctx.now),
    named: { ...AT_COUNTER, keep: { _id: oneOf(orderIds) }, limit: Math.max(1, orderIds.length) },
  })
  const role = found && roleIn(found.doc, ctx.memberId)
  if (!found || !role) return refuse('FORBIDDEN')
  const { orders, underWay, ahead, named } = found.joined
  return {
    at: ctx.now,
    storeId,
    storeName: found.doc.storeName ?? (await storeNameOf(storeId, ctx)),
    role,
    paused: found.doc.paused ?? false,
    orders: [...orders.rows, ...underWay.rows].toSorted(olderFirst),
    hidden: orders.total - orders.rows.length + underWay.total - underWay.rows.length,
    ahead: ahead.rows,
    named: named.rows,
    alerts: found.doc.alerts?.length ?? 0,
  }
}
type Joined = { orders: OrderRow; underWay: OrderRow; ahead: AheadRow; named: OrderRow }
const joinsAt = (now: Instant) => ({
  orders: {
    ...AT_COUNTER,
    keep: { boardFrom: lte(now), state: oneOf(OFF_THE_ROAD) },
    limit: BOARD_LIMIT,
  },
  underWay: { ...AT_COUNTER, keep: { state: 'delivering' }, limit: UNDER_WAY_LIMIT },
  ahead: aheadAt(now),
})
const aheadAt = (now: Instant) => ({
  ...AT_COUNTER,
  keep: { boardFrom: gt(now) },
  fields: ['_id', 'state', 'slot', 'units', 'refunds'],
  limit: AHEAD_LIMIT,
})

/**
 * The pre-orders of one later day, with what is ordered for all of them: one read, under the same rights. The next ones
 * that wait come up as the first are accepted.
 */
export async function readDayAhead(storeId: string, day: string, { db, now, memberId }: Ctx) {
  const ofDay = (state: OrderState): Join => ({
    ...AT_COUNTER,
    keep: { boardFrom: gt(now), 'slot.day': day, state },
    limit: MOST_AT_ONCE,
  })
  const found = await db
    .table<CounterRow>('counters')
    .lookup<{ ahead: AheadRow; waiting: OrderRow; accepted: OrderRow }>(storeId, {
      ahead: aheadAt(now),
      waiting: ofDay('paid'),
      accepted: ofDay('making'),
    })
  const role = found && roleIn(found.doc, memberId)
  if (!found || !role) return refuse('FORBIDDEN')
  const { ahead, waiting, accepted } = found.joined
  const orders = [...waiting.rows, ...accepted.rows]
  return { role, ahead: ahead.rows, orders, hidden: waiting.total + accepted.total - orders.length }
}

export const olderFirst = (a: OrderRow, b: OrderRow): number =>
  a.placedAt - b.placedAt || (a._id < b._id ? -1 : 1)

const roleIn = ({ staff }: CounterRow, memberId: string): Role | undefined =>
  Object.hasOwn(staff, memberId) ? staff[memberId]?.role : undefined

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
