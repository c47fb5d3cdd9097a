import type { Fen } from '../kernel/money'
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../kernel/time'
import type { CouponSlot } from '../orders/quote-contract'
import type { Limits } from './facts'

/** What comes back for an order that was left: a coupon of a campaign that is given by the shop. */
type RecoveryCoupon = {
  readonly campaignId: string
  readonly title: string
  /** The part of a price that it lowers, and the most that it can. */
  readonly slot: CouponSlot
  readonly costFen: Fen
}
/**
 * How the shop answers orders that were placed, not paid and left. Every change of its rules is a new version with a
 * comparison of its own; orders keep the one under which they were placed. Shares are in basis points.
 */
export type RecoveryPlan = {
  readonly version: number
  /** After placing, while the order can still be paid: the reminder. */
  readonly remindAfterMs: number
  /** After placing, the order long closed: whether a coupon is given. */
  readonly couponAfterMs: number
  /** null: it ends with the reminder. */
  readonly coupon: RecoveryCoupon | null
  /** What the shop earns of a price before discounts: its goods cost the rest. */
  readonly marginBp: number
  /** Of those who pass every gate, so many are given one; the others are the comparison. */
  readonly chanceBp: number
  readonly coolDownMs: number
  readonly perYear: number
  readonly habitBp: number
  readonly startedAt: Instant
  /** The day on which the comparison is read, fixed with the start. */
  readonly readoutAt: Instant
  /** What the owner expects without a coupon (the share that buys), and the smallest difference worth knowing. */
  readonly expectedBp: number
  readonly worthKnowingBp: number
}

/** What a shop begins with: 15 minutes, a day, half of them, 30 days between two and at most 3 in a year. */
export const DEFAULTS = {
  remindAfterMs: 15 * MINUTE_MS,
  couponAfterMs: 24 * HOUR_MS,
  marginBp: 6_000,
  chanceBp: 5_000,
  coolDownMs: 30 * DAY_MS,
  perYear: 3,
  habitBp: 5_000,
  expectedBp: 2_000,
  worthKnowingBp: 1_000,
} as const
/** A member's outcome is whatever they buy in so long a time; no second order of theirs is answered within it. */
export const OUTCOME_MS = 7 * DAY_MS

export const limitsOf = ({ coolDownMs, perYear, habitBp, chanceBp, version }: RecoveryPlan): Limits => ({
  coolDownMs,
  perYear,
  habitFrom: habitBp / 10_000,
  chanceBp,
  salt: `recovery:${version}`,
})

/** An unpaid order is closed so long after its reminder at the earliest: a reminder must leave time to pay. */
const TIME_TO_PAY_MS = 5 * MINUTE_MS

/** What an order freezes of the plan when it is placed; no `remindAt` where it ends too soon to be reminded of. */
export function recoveryDates(
  { version, remindAfterMs, couponAfterMs }: RecoveryPlan,
  placedAt: Instant,
  payBefore: Instant,
): { readonly version: number; readonly remindAt?: Instant; readonly couponAt: Instant } {
  const remindAt = placedAt + remindAfterMs
  const inTime = remindAt + TIME_TO_PAY_MS <= payBefore
  return { version, ...(inTime ? { remindAt } : {}), couponAt: placedAt + couponAfterMs }
}
