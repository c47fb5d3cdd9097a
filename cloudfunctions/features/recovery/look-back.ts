import { DAY_MS } from '@shared/kernel/time'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { Expected, Facts } from '@shared/recovery/facts'
import { cartMarginFen } from '@shared/recovery/margin'
import { OUTCOME_MS } from '@shared/recovery/plan'
import type { ExperimentRow, ExposureRow, OrderRow, Tally } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { couponsById } from '../coupons'
import { ordersOfMemberFrom } from '../orders'
import { exposureQueries } from './repository'

/** As far as the gates look: unpaid orders of 90 days, coupons of a year. */
const ORDERS_MS = 90 * DAY_MS
const YEAR_MS = 365 * DAY_MS
const PAID_MS = 28 * DAY_MS
const MOST_ORDERS = 200
const MOST_EXPOSURES = 50
/** Outcomes that each arm needs before the shop's own figures say whether a coupon is worth it. */
const ENOUGH = 30

export type LookBack = {
  readonly facts: Facts
  /** They bought something after they left this order. */
  readonly cameBack: boolean
  /** Another order of theirs was answered within the time in which its outcome is read. */
  readonly recent: boolean
}

/** What the shop knows of a member who left an order, at this moment. Three reads, two where they were never given one. */
export async function lookBack(
  order: OrderRow,
  { plan, arms }: ExperimentRow,
  ctx: Pick<CloudCtx, 'db' | 'now'>,
): Promise<LookBack> {
  const { memberId, placedAt } = order
  const { db, now } = ctx
  const [orders, exposures] = await Promise.all([
    ordersOfMemberFrom(db, memberId, now - ORDERS_MS, MOST_ORDERS),
    exposureQueries(db).ofMember(memberId, now - YEAR_MS, MOST_EXPOSURES),
  ])
  const paidAt = orders.flatMap((one) =>
    one.paidAt !== null && one.refundedFen < one.payFen ? one.paidAt : [],
  )
  return {
    facts: {
      memberId,
      now,
      paidAt: paidAt.filter((at) => at > now - PAID_MS),
      given: await givenTo(exposures, ctx),
      abandoned: orders.filter(wasLeft).length,
      marginFen: cartMarginFen(order.goodsFen, plan.marginBp),
      discountFen: plan.coupon?.costFen ?? 0,
      expected: expectedOf(arms),
    },
    cameBack: paidAt.some((at) => at > placedAt),
    recent: exposures.some(({ at, arm }) => arm !== null && at > now - OUTCOME_MS),
  }
}

const wasLeft = ({ state, closedReason }: OrderRow): boolean =>
  state === 'closed' && closedReason === CLOSED_REASONS.unpaid

async function givenTo(
  exposures: readonly ExposureRow[],
  { db }: Pick<CloudCtx, 'db'>,
): Promise<Facts['given']> {
  const given = exposures.flatMap(({ at, couponId }) => (couponId ? [{ at, couponId }] : []))
  const coupons = await couponsById(
    db,
    given.map(({ couponId }) => couponId),
  )
  const redeemed = new Set(coupons.filter(({ state }) => state === 'redeemed').map(({ _id }) => _id))
  return given.map(({ at, couponId }) => ({ at, redeemed: redeemed.has(couponId) }))
}

/** What this very comparison has shown; null until both arms have enough people whose time is over. */
export function expectedOf({ treated, control }: ExperimentRow['arms']): Expected | null {
  if (Math.min(treated.n, control.n) < ENOUGH) return null
  const share = (hits: number, { n }: Tally) => hits / n
  return {
    buysWith: share(treated.bought, treated),
    buysWithout: share(control.bought, control),
    redeems: share(treated.redeemed, treated),
  }
}
