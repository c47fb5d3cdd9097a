import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import type { Arm } from './arm'
import { newcombe, type Interval } from './interval'
import { cappedAtP99, moments, welch } from './money'
import { isMismatch, neededPerArm } from './sample'

/** One member who was triggered, whichever arm: intention to treat. What came of it until the readout day. */
export type Outcome = {
  readonly arm: Arm
  readonly bought: boolean
  /** Earned from this member, net of discount, commission and refunds; 0 if they bought nothing. */
  readonly marginFen: Fen
  /** What the coupon of this campaign took off; part of `marginFen` already. */
  readonly couponFen: Fen
}
/** Fixed when the campaign starts: looking daily at an interval made for one look would deceive. */
export type Plan = {
  readonly controlBp: number
  readonly readoutAt: Instant
  /** Of those who were triggered before, this share bought without us (0 to 1, both excluded). */
  readonly expectedShare: number
  /** The smallest difference of that share which the owner wants to be told of, e.g. 0.05. */
  readonly worthKnowing: number
}
export type Readout =
  /** `more` people still to come in the smaller arm; 0 when only the day has not come. */
  | { readonly state: 'tooEarly'; readonly more: number; readonly readoutAt: Instant }
  /** The split is not what was planned: something loses people on one side. */
  | { readonly state: 'mismatch'; readonly treated: number; readonly control: number }
  | {
      readonly state: 'read'
      readonly treated: number
      readonly control: number
      /** Additional buyers of every 100 triggered. */
      readonly buyersPer100: Interval
      /** Additional margin of all treated together, coupons paid. */
      readonly earnedFen: Interval
      readonly couponFen: Fen
    }

/** People that each arm needs before anything is told. */
export const neededFor = ({ expectedShare, worthKnowing }: Plan): number =>
  neededPerArm(Math.min(expectedShare + worthKnowing, (1 + expectedShare) / 2), expectedShare)

/**
 * What a campaign added over doing nothing: everybody who was triggered is counted in the arm that they drew, whatever
 * reached them. Conversion by Newcombe's interval, money by Welch's on margins cut at the pooled 99th percentile, scaled
 * to all who were treated. Fen are rounded to whole ones.
 */
export function readout(outcomes: readonly Outcome[], plan: Plan, now: Instant): Readout {
  const treated = outcomes.filter(({ arm }) => arm === 'treated')
  const control = outcomes.filter(({ arm }) => arm === 'control')
  const more = Math.max(0, neededFor(plan) - Math.min(treated.length, control.length))
  if (now < plan.readoutAt || more > 0) return { state: 'tooEarly', more, readoutAt: plan.readoutAt }
  const sizes = { treated: treated.length, control: control.length }
  if (isMismatch(sizes.control, sizes.treated, plan.controlBp)) return { state: 'mismatch', ...sizes }
  return {
    state: 'read',
    ...sizes,
    buyersPer100: scaled(newcombe(buyersOf(treated), buyersOf(control)), 100),
    earnedFen: rounded(scaled(marginDifference(treated, control), treated.length)),
    couponFen: treated.reduce((sum, { couponFen }) => sum + couponFen, 0),
  }
}

const buyersOf = (arm: readonly Outcome[]) => ({
  hits: arm.filter(({ bought }) => bought).length,
  n: arm.length,
})

function marginDifference(treated: readonly Outcome[], control: readonly Outcome[]): Interval {
  const cap = cappedAtP99([...treated, ...control].map(({ marginFen }) => marginFen))
  const of = (arm: readonly Outcome[]) => moments(arm.map(({ marginFen }) => Math.min(marginFen, cap)))
  const difference = welch(of(treated), of(control))
  if (!difference) throw new RangeError('an arm of fewer than two is never read')
  return difference
}

const scaled = ({ estimate, low, high }: Interval, by: number): Interval => ({
  estimate: estimate * by,
  low: low * by,
  high: high * by,
})
const rounded = ({ estimate, low, high }: Interval): Interval => ({
  estimate: Math.round(estimate),
  low: Math.round(low),
  high: Math.round(high),
})
