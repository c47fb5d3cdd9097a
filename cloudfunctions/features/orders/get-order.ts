import type { get, list } from '@shared/orders/contract'
import type { Instant } from '@shared/kernel/time'
import { refuse } from '@shared/kernel/refusal'
import { queueOf, type Queue } from '@shared/orders/queue'
import { customerRefreshAfterMs } from '@shared/orders/refresh'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { orderView } from './order'
import { wholePage } from './page'
import { orderQueries, ownOrderInLine } from './repository'

/** An order with the time after which a page that has just begun to watch it asks again. */
export const refreshed = (order: OrderRow, now: Instant, queue: Queue | null = null) => ({
  order: orderView(order),
  queue,
  refreshAfterMs: customerRefreshAfterMs(order, now, 0),
})

/**
 * One order of the caller's, with its place in the line while it is waited for: one read. Somebody else's is as unknown
 * as one that never was (law 16).
 */
export const getOrder: UseCase<typeof get> = async ({ orderId }, { db, memberId, now }) => {
  const found = await ownOrderInLine(db, orderId, memberId, now)
  if (!found) return refuse('ORDER_NOT_FOUND')
  const { order, others } = found
  return refreshed(order, now, queueOf(inLine(order), others.map(inLine), now))
}

const inLine = <Row extends { readonly _id: string }>(row: Row) => ({ ...row, id: row._id })

const PAGE = 20

/** The caller's orders, newest first; one more than a page is read to know whether there are more. */
export const listOrders: UseCase<typeof list> = async ({ before }, ctx) => {
  const rows = await orderQueries(ctx.db).placedBy(ctx.memberId, before, PAGE + 1)
  return { orders: wholePage(rows, PAGE, (row) => row.placedAt).map(orderView), more: rows.length > PAGE }
}
