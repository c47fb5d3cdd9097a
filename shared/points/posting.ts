import type { Fen } from '../kernel/money'
import { shopDay, type Instant } from '../kernel/time'
import { lotsBack } from '../orders/refund'
import type { Lots } from './account'
import { goodsPaidOf, takeBackOf } from './earn'
import { negated, plus } from './move'

/** What is read of a refund. */
export type PostedRefund = {
  readonly units: readonly { readonly units: number }[]
  readonly packagingFen: Fen
  readonly deliveryFen: Fen
  /** Everything together. */
  readonly payFen: Fen
  readonly points: number
}
/** What is read of an order; its row fits. */
export type PostedOrder = {
  readonly state: string
  readonly lines: readonly { readonly payFen: Fen }[]
  readonly units: number
  readonly earns: number
  /** '' for who was no member when they placed it. */
  readonly earnsLot: string
  readonly pointsTaken: Lots
  readonly placedAt: Instant
  readonly paidAt: Instant | null
  readonly refunds: readonly PostedRefund[]
}
/** What an order has brought a member's account: sums. */
export type Earned = {
  readonly lots: Lots
  /** Fen paid for goods, on the shop day on which it was paid. */
  readonly spendFen: Fen
  readonly day: string
  /** 1, or 0 when all of it went back. */
  readonly orders: number
}

/**
 * What an order that was paid has brought its member after these refunds; null when it brings nothing: it was never paid
 * (late money goes back as if it had not come), or they were no member. An order is its own posting: no other document
 * says it again, and the account holds the sum of all of them.
 */
export function earnedBy(
  order: Omit<PostedOrder, 'state' | 'refunds'>,
  refunds: readonly PostedRefund[],
): Earned | null {
  if (order.earnsLot === '' || order.paidAt === null) return null
  const goodsPaidFen = goodsPaidOf(order)
  const backFen = refunds.reduce((sum, r) => sum + r.payFen - r.packagingFen - r.deliveryFen, 0)
  const backUnits = refunds.flatMap((r) => r.units).reduce((sum, { units }) => sum + units, 0)
  const points = order.earns - takeBackOf({ earns: order.earns, goodsPaidFen }, 0, backFen)
  return {
    lots: plus({}, { [order.earnsLot]: points }),
    spendFen: goodsPaidFen - backFen,
    day: shopDay(order.paidAt),
    orders: backUnits < order.units ? 1 : 0,
  }
}

/** What an order has taken out of its member's lots: what it holds or has spent, without what came back. */
export function spentBy({ state, paidAt, pointsTaken, refunds }: PostedOrder): Lots {
  if (paidAt === null && state !== 'pendingPay' && state !== 'closing') return {}
  const back = refunds.reduce((sum, refund) => sum + refund.points, 0)
  return negated(plus(pointsTaken, negated(lotsBack(pointsTaken, 0, back))))
}
