import type {
  ahead as aheadContract,
  AheadDay,
  Board,
  board as contract,
  BoardOrder,
} from '@shared/manager/contract'
import { unitsToMake } from '@shared/orders/queue'
import { ORDER_TROUBLES } from '@shared/orders/sentences'
import { isRefused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { orderView, standsOnBoard, troubleOf } from '../orders'
import { olderFirst, readCounter, readDayAhead, type AheadRow, type Counter } from './repository'

/** An order as the counter sees it. */
export function boardOrder(row: OrderRow): BoardOrder {
  const trouble = troubleOf(row)
  return {
    ...orderView(row),
    memberName: row.memberName,
    notice: row.notice,
    remindedAt: row.remindedAt ?? null,
    ...(trouble === undefined ? {} : { trouble: ORDER_TROUBLES[trouble] }),
  }
}

/** What the counter's screen shows. */
export const boardView = ({ storeId, storeName, role, paused, hidden, ...counter }: Counter): Board => ({
  storeId,
  storeName,
  role,
  paused,
  orders: counter.orders.map(boardOrder),
  hidden,
  ahead: daysAhead(counter.ahead),
  alerts: role === 'clerk' ? 0 : counter.alerts,
})

/** How much of each later day is ordered already, the next day first. */
function daysAhead(rows: readonly AheadRow[]): Board['ahead'] {
  const days = new Map<string, AheadDay>()
  for (const row of rows) {
    const day = row.slot?.day ?? ''
    const { orders, waiting, units } = days.get(day) ?? { orders: 0, waiting: 0, units: 0 }
    days.set(day, {
      day,
      orders: orders + 1,
      waiting: waiting + (row.state === 'paid' ? 1 : 0),
      units: units + unitsToMake(row),
    })
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/**
 * The counter after one of its orders changed: replaced where it stands; gone when it left the board; and a pre-order of
 * a later day that was reminded of stands among its like again once it is accepted.
 */
export function withOrder<C extends Counter>(counter: C, changed: OrderRow): C {
  const isIt = ({ _id }: { readonly _id: string }) => _id === changed._id
  const listed = standsOnBoard(changed)
  const later = listed && (changed.boardFrom ?? 0) > counter.at
  const wasAhead = counter.ahead.some(isIt)
  const shown = wasAhead || counter.orders.some(isIt)
  const others = counter.orders.filter((row) => !isIt(row))
  const orders = listed && !later && shown ? [...others, changed].sort(olderFirst) : others
  const ahead = counter.ahead.filter((row) => !isIt(row))
  return { ...counter, orders, ahead: later ? [...ahead, changed] : ahead }
}

export const readBoard: UseCase<typeof contract> = async ({ storeId }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  return isRefused(counter) ? counter : { board: boardView(counter) }
}

/** The pre-orders of one later day, the soonest slot first: one read. */
export const readAhead: UseCase<typeof aheadContract> = async ({ storeId, day }, ctx) => {
  const found = await readDayAhead(storeId, day, ctx)
  if (isRefused(found)) return found
  const { role, ahead, orders, hidden } = found
  const soonestFirst = orders.toSorted((a, b) => slotAt(a) - slotAt(b) || olderFirst(a, b))
  return { role, days: daysAhead(ahead), orders: soonestFirst.map(boardOrder), hidden }
}
const slotAt = ({ slot }: OrderRow): Instant => slot?.at ?? 0
