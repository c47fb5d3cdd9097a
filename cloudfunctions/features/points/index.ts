/**
 * Public face of the points room. A member's account lies in their own document; an order is its own posting, and only
 * what no order tells of has an entry (decision 0007).
 */
import * as contract from '@shared/points/contract'
import { route, type Route } from '../../platform/router'
import { correctPoints } from './correct-points'
import { earnFromOrder, takeBackFromOrder } from './order-points'
import { readHistory } from './read-history'

export const pointRoutes: readonly Route[] = [
  route(contract.history, readHistory),
  route(contract.correct, correctPoints),
]

/** What happens to an account in the transaction that pays an order or gives it back. */
export const pointReactions = {
  'order.paid': [earnFromOrder],
  'order.refunded': [takeBackFromOrder],
}

export { givePoints, takeBackPoints } from './give-points'
export { enterPoints, exchangePoints, returnPoints, takePoints, type PointEntry } from './move-points'
