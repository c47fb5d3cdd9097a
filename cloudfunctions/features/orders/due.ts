import { isOnBoard } from '@shared/orders/can'
import { remindAt, uncollectedAt } from '@shared/orders/acceptance'
import type { Instant } from '@shared/kernel/time'
import type { OrderRow, RefundTrouble } from '../../database/rows'
import { unset } from '../../platform/query'
import type { OrderPatch } from './repository'

/** What may be changed of an order; the marks for board and clock follow from it. */
export type OrderChange = Partial<Omit<OrderRow, '_id' | 'boardOf' | 'dueAt'>>

/**
 * When the cloud must do something about an order by itself: a pure function of the row, so that several matters at a
 * time (a refund on its way, an acceptance that is overdue) never overwrite each other's date. `calls` leaves out what
 * the half-hourly sweep is good enough for.
 */
export function dueAtOf(order: OrderRow, calls: 'all' | 'calls' = 'all'): Instant | undefined {
  if (order.state === 'pendingPay') return order.payBefore
  // how often WeChat was asked to close it is known to nobody but the row's own date
  if (order.state === 'closing') return order.dueAt
  const looks = [...order.refunds.map(({ lookAt }) => lookAt), order.shipping?.lookAt]
  const all = [acceptanceDue(order), ...looks]
  if (calls === 'all') all.push(collectionDue(order))
  const due = all.filter((at) => at !== undefined)
  return due.length === 0 ? undefined : Math.min(...due)
}

/** The reminder, and after it the deadline. */
function acceptanceDue({ state, acceptBefore, acceptance, remindedAt }: OrderRow): Instant | undefined {
  if (state !== 'paid' || acceptBefore === null) return undefined
  return remindedAt === undefined ? remindAt(acceptBefore, acceptance) : acceptBefore
}

/** What waits at the counter is not waited for for ever; a delivery is the rider's. */
export function collectionDue({ state, way, closesAt, readyAt }: OrderRow): Instant | undefined {
  return state === 'ready' && way !== 'delivery' ? uncollectedAt(closesAt, readyAt ?? closesAt) : undefined
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

/** An order after a change, and the patch that brings it about with the marks that follow from it. */
export function changed(order: OrderRow, change: OrderChange): { row: OrderRow; patch: OrderPatch } {
  const { boardOf: _boardOf, dueAt: _dueAt, ...rest } = { ...order, ...change }
  const dueAt = dueAtOf({ ...order, ...change })
  const row: OrderRow = {
    ...rest,
    ...(standsOnBoard(rest) ? { boardOf: order.storeId } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
  }
  const marks = { boardOf: row.boardOf ?? unset(), dueAt: row.dueAt ?? unset() }
  const same = (mark: 'boardOf' | 'dueAt') => row[mark] === order[mark]
  return {
    row,
    patch: {
      ...change,
      ...(same('boardOf') ? {} : { boardOf: marks.boardOf }),
      ...(same('dueAt') ? {} : { dueAt: marks.dueAt }),
    },
  }
}
