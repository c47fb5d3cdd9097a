import type { Board, board as contract, BoardOrder } from '@shared/manager/contract'
import { isOnBoard } from '@shared/orders/can'
import { REFUND_TROUBLES } from '@shared/orders/sentences'
import { isRefused } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { orderView } from '../orders'
import { readCounter, type Counter } from './repository'

const boardOrder = (row: OrderRow): BoardOrder => ({
  ...orderView(row),
  memberName: row.memberName,
  notice: row.notice,
  ...(row.refundTrouble === undefined ? {} : { trouble: REFUND_TROUBLES[row.refundTrouble] }),
})

/** What the counter's screen shows. */
export const boardView = ({ storeId, storeName, role, paused, orders, hidden }: Counter): Board => ({
  storeId,
  storeName,
  role,
  paused,
  orders: orders.map(boardOrder),
  hidden,
})

/** The counter after one of its orders changed: replaced where it stands, or gone when it left the board. */
export const withOrder = (counter: Counter, changed: OrderRow): Counter => ({
  ...counter,
  orders: counter.orders.flatMap((row) =>
    row._id !== changed._id ? row : isOnBoard(changed) ? changed : [],
  ),
})

export const readBoard: UseCase<typeof contract> = async ({ storeId }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  return isRefused(counter) ? counter : { board: boardView(counter) }
}
