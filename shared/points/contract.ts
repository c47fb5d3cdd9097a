import * as v from 'valibot'
import { action } from '../kernel/action'
import { Bp, Count, FenAmount, Id, Instant, Key, SomeText } from '../kernel/fields'

/** A member's tier by what they spent in the last 90 days; each tier has everything that stands here. */
export const Tier = v.object({
  id: Id,
  name: v.string(),
  /** Paid in the last 90 days, refunds taken off: from this on. The first tier begins at 0. */
  fromFen: FenAmount,
  /** What a member of this tier pays of a list price (9500 = 9.5 折). */
  priceBp: Bp,
  /** Points earned, as a share of the ordinary rate; 15000 = one and a half times. */
  pointsBp: v.pipe(Count, v.maxValue(100_000)),
})
/** How the shop's points and tiers work; a part of `settings/shop`. */
export const Loyalty = v.object({
  /** Points for each whole yuan paid for goods. 0: this shop has no points. */
  pointsPerYuan: Count,
  /** What one point is worth at the checkout. */
  pointFen: FenAmount,
  /** At most this share of what the goods still cost can be paid with points. */
  mostShareBp: Bp,
  /** Points earned in a month end with the month so many months later. */
  validMonths: v.pipe(Count, v.minValue(1), v.maxValue(36)),
  /** By `fromFen`, lowest first. */
  tiers: v.array(Tier),
})
const Points = v.pipe(v.number(), v.safeInteger())
/**
 * A member's points and what tiers and rules look at: facts, from which `balanceOf`, `tierOf` and the like derive what
 * is true at an instant. A part of the member's document.
 */
export const Account = v.object({
  /**
   * `YYYYMM` with whose last day they end → the sum of everything that ever moved in that lot. Below zero: points that
   * were spent and whose order was then refunded; other lots make up for it, and what is earned next.
   */
  lots: v.record(v.pipe(v.string(), v.regex(/^\d{6}$/)), Points),
  /** Shop day → fen paid for goods that day, refunds taken off. Days older than 90 are dropped in time. */
  spend: v.record(v.string(), FenAmount),
  paidOrders: Count,
  lastPaidAt: v.nullable(Instant),
})
/** One line of 积分明细. */
export const PointLine = v.object({
  id: Id,
  at: Instant,
  /** Above zero: got; below: gone. */
  points: Points,
  why: v.picklist([
    'earned',
    'spent',
    'returned',
    'takenBack',
    'expired',
    'exchanged',
    'granted',
    'corrected',
    'commission',
    'reward',
    'rewardBack',
  ]),
  /** In words: the store of the order, the title of the coupon. */
  what: v.string(),
})

/**
 * The caller's account and a page of what moved in it, newest first, about 50 lines. An order's lines stay together.
 * `next` is the `before` of the page after it; null: there is none.
 */
export const history = action({
  name: 'points.history',
  input: v.strictObject({ before: v.nullable(Instant) }),
  output: v.object({ account: Account, lines: v.array(PointLine), next: v.nullable(Instant) }),
  refusals: ['NOT_A_MEMBER'],
})

/**
 * Points that staff give (`points` above zero) or take, with a reason for the record. For the owner and managers. The key
 * that comes again is the same correction. POINTS_SHORT: the member has not so many to take.
 */
export const correct = action({
  name: 'points.correct',
  input: v.strictObject({
    memberId: Id,
    points: v.pipe(Points, v.minValue(-100_000), v.maxValue(100_000), v.notValue(0)),
    reason: SomeText(60),
    key: Key,
  }),
  output: v.object({ balance: Count }),
  refusals: ['MEMBER_NOT_FOUND', 'POINTS_SHORT'],
})

export type Tier = v.InferOutput<typeof Tier>
export type Loyalty = v.InferOutput<typeof Loyalty>
export type Account = v.InferOutput<typeof Account>
export type PointLine = v.InferOutput<typeof PointLine>
