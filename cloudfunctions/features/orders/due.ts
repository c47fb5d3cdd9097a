import { workFrom } from '@shared/orders/ahead'
import { can, isOnBoard } from '@shared/orders/can'
import { remindAt, uncollectedAt, unmarkedAt } from '@shared/orders/acceptance'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { Instant } from '@shared/kernel/time'
import type { OrderRow, RefundTrouble } from '../../database/rows'
import { unset } from '../../platform/query'
import type { OrderPatch } from './repository'

/** What may be changed of an order; the marks for board and clock follow from it. */
export type OrderChange = Partial<Omit<OrderRow, '_id' | Mark>>
/** What of an order's row follows from the rest of it. */
type Mark = 'boardOf' | 'boardFrom' | 'dueAt'

/**
 * When the cloud must do something about an order by itself: a pure function of the row, so that several matters at a
 * time (a refund on its way, an acceptance that is overdue) never overwrite each other's date. `calls` leaves out what
 * the half-hourly sweep is good enough for.
 */
export function dueAtOf(order: OrderRow, calls: 'all' | 'calls' = 'all'): Instant | undefined {
  if (order.state === 'pendingPay') return Math.min(order.payBefore, order.recovery?.remindAt ?? Infinity)
  // how often WeChat was asked to close it is known to nobody but the row's own date
  if (order.state === 'closing') return order.dueAt
  if (order.state === 'closed') return leftAt(order)
  const looks = [...order.refunds.map(({ lookAt }) => lookAt), order.shipping?.lookAt]
  const all = [acceptanceDue(order), ...looks]
  if (calls === 'all') all.push(collectionDue(order))
  const due = all.filter((at) => at !== undefined)
  return due.length === 0 ? undefined : Math.min(...due)
}

/** When an order that ended unpaid is answered; one that the customer cancelled is not. */
export const leftAt = ({ state, closedReason, recovery }: OrderRow): Instant | undefined =>
  state === 'closed' && closedReason === CLOSED_REASONS.unpaid ? recovery?.couponAt : undefined

/** The reminder, and after it the deadline. */
function acceptanceDue({ state, acceptBefore, acceptance, remindedAt }: OrderRow): Instant | undefined {
  if (state !== 'paid' || acceptBefore === null) return undefined
  return remindedAt === undefined ? remindAt(acceptBefore, acceptance) : acceptBefore
}

/** What waits at the counter is not waited for for ever, nor is word of a delivery. */
export function collectionDue(order: OrderRow): Instant | undefined {
  const { state, way, closesAt, readyAt, deliveringAt } = order
  if (way === 'delivery')
    return can.receive(order) ? unmarkedAt(closesAt, deliveringAt ?? readyAt ?? closesAt) : undefined
  return state === 'ready' ? uncollectedAt(closesAt, readyAt ?? closesAt) : undefined
}

/** Why a person must see to an order, a refund first; undefined: nobody must. */
export const troubleOf = ({
  refunds,
  shipping,
}: Pick<OrderRow, 'refunds' | 'shipping'>): RefundTrouble | 'shipping' | undefined =>
  refunds.find(({ state }) => state === 'trouble')?.trouble ??
  (shipping?.state === 'trouble' ? 'shipping' : undefined)

/** Whether the counter's board shows it: while it is to be served, and while somebody must see to it. */
export const standsOnBoard = (order: OrderRow): boolean => isOnBoard(order) || troubleOf(order) !== undefined

/**
 * From when it is part of the board's own list (0: at once); until then it is one of a later day's pre-orders, beside it.
 * Whoever must be reminded to accept it, or to see to its money, is not told to look elsewhere.
 */
function boardFromOf(order: OrderRow): Instant {
  const { state, slot, acceptBefore, acceptance } = order
  if ((state !== 'paid' && state !== 'making') || troubleOf(order) !== undefined) return 0
  const from = workFrom(slot)
  return state === 'paid' && acceptBefore !== null ? Math.min(from, remindAt(acceptBefore, acceptance)) : from
}

/** An order after a change, and the patch that brings it about with the marks that follow from it. */
export function changed(order: OrderRow, change: OrderChange): { row: OrderRow; patch: OrderPatch } {
  const { boardOf: _boardOf, boardFrom: _boardFrom, dueAt: _dueAt, ...rest } = { ...order, ...change }
  const dueAt = dueAtOf({ ...order, ...change })
  const row: OrderRow = {
    ...rest,
    ...(standsOnBoard(rest) ? { boardOf: order.storeId, boardFrom: boardFromOf(rest) } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
  }
  const marks = (['boardOf', 'boardFrom', 'dueAt'] as const).filter((mark) => row[mark] !== order[mark])
  const moved = Object.fromEntries(marks.map((mark) => [mark, row[mark] ?? unset()]))
  return { row, patch: { ...change, ...moved } }
}
