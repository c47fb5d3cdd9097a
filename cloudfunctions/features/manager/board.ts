import type { Board, board as contract, BoardOrder } from '@shared/manager/contract'
import { ORDER_TROUBLES } from '@shared/orders/sentences'
import { isRefused } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { orderView, standsOnBoard, troubleOf } from '../orders'
import { readCounter, type Counter } from './repository'

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
export const boardView = ({ orders, alerts, ...counter }: Counter): Board => ({
  ...counter,
  orders: orders.map(boardOrder),
  alerts: counter.role === 'clerk' ? 0 : alerts,
})

/** The counter after one of its orders changed: replaced where it stands, or gone when it left the board. */
export const withOrder = (counter: Counter, changed: OrderRow): Counter => ({
  ...counter,
  orders: counter.orders.flatMap((row) =>
    row._id !== changed._id ? row : standsOnBoard(changed) ? changed : [],
  ),
})

export const readBoard: UseCase<typeof contract> = async ({ storeId }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  return isRefused(counter) ? counter : { board: boardView(counter) }
}
