import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'

/** What the shop knows of a member who picked something, did not pay and left, on the day after. */
export type Facts = {
  readonly memberId: string
  readonly now: Instant
  /** Paid orders of the last 28 days. */
  readonly paidAt: readonly Instant[]
  /** Coupons given for earlier abandoned orders, of the last 365 days. */
  readonly given: readonly { readonly at: Instant; readonly redeemed: boolean }[]
  /** Orders that this member left unpaid in the last 90 days, this one included. */
  readonly abandoned: number
  /** Earned from the abandoned cart at list price, before any coupon. */
  readonly marginFen: Fen
  readonly discountFen: Fen
  /** null: too few have passed to expect anything. */
  readonly expected: Expected | null
}
/** What the shop's own experiment has shown so far of members like this one: probabilities in [0, 1]. */
export type Expected = {
  /** Of those whom a coupon is given: the share that buys. */
  readonly buysWith: number
  /** Of those who are only reminded. */
  readonly buysWithout: number
  /** Of the coupons given: the share that is used, for this cart or later. */
  readonly redeems: number
}
/** How the owner set the gates. */
export type Limits = {
  readonly coolDownMs: number
  readonly perYear: number
  /** From this share of abandoned orders that a coupon brought back, a habit is assumed. In (0, 1]. */
  readonly habitFrom: number
  /** Of those who pass every gate, so many get a coupon; the others are the comparison. */
  readonly chanceBp: number
  readonly salt: string
}
/** Why no coupon is given; null: this gate is open. */
export type Gate = (facts: Facts, limits: Limits) => boolean
