import { isOnBoard } from '@shared/orders/can'
import type { OrderRow } from '../../cloudfunctions/database/rows'
import type { Books, Rule } from './books'
import { isGivenBack, isUnpaid, yes } from './orders'

/** Long enough for whatever wakes an order: the sweep comes every half hour, twice is patience. */
const PATIENCE_MS = 61 * 60_000

/** Law 11: an order's state and what else it says fit together; nothing is both closed and paid; no order is forgotten. */
export const orderStates: Rule = (books) => books.orders.flatMap((o) => faultsOf(o, books))

function faultsOf(o: OrderRow, { now }: Books): string[] {
  const stuck = o.refunds.some((r) => r.state === 'trouble')
  const paidOnce = o.paidAt !== null
  const live = !isUnpaid(o) && o.state !== 'closed' && !isGivenBack(o)
  return [
    ...yes(live && !paidOnce, `${o._id} is ${o.state}, but was never paid`),
    ...yes(live && o.payFen > 0 && o.transactionId === null, `${o._id} is ${o.state} without a payment`),
    ...yes((isUnpaid(o) || o.state === 'closed') && paidOnce, `${o._id} is ${o.state} and paid`),
    ...yes(o.state === 'closed' && o.transactionId !== null, `${o._id} is closed and keeps a payment`),
    ...yes(isOnBoard(o) && o.boardOf !== o.storeId, `${o._id} is ${o.state} and not on its store's board`),
    ...yes((o.boardOf === undefined) !== (o.boardFrom === undefined), `${o._id} is on the board by halves`),
    ...yes(
      !isOnBoard(o) && !stuck && o.boardOf !== undefined,
      `${o._id} is ${o.state} and still on the board`,
    ),
    ...yes(
      (isUnpaid(o) || o.state === 'refunding') && o.dueAt === undefined,
      `${o._id} is ${o.state} and nothing will look after it`,
    ),
    ...yes(
      o.state === 'pendingPay' && now > o.payBefore + PATIENCE_MS,
      `${o._id} should have ended unpaid long ago`,
    ),
  ]
}
