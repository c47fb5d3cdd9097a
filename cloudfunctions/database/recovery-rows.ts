import type { Arm } from '@shared/experiments/arm'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { Closed } from '@shared/recovery/gate'
import type { RecoveryPlan } from '@shared/recovery/plan'

/** What came of the members of an arm whose time is over. */
export type Tally = { readonly n: number; readonly bought: number; readonly redeemed: number }
/** `experiments/recovery:<version>`: a plan as it was, and what it has shown so far. */
export type ExperimentRow = {
  readonly _id: string
  readonly plan: RecoveryPlan
  readonly arms: Readonly<Record<Arm, Tally>>
}
/** Why an order that was left is not answered at all. */
export type Aside = 'heldOut' | 'recent' | 'goodsGone' | 'noCoupon'
/**
 * `exposures/<orderId>`: an order that was left, and what was decided about it, once, at that moment. `arm` null: it is
 * not compared, and `why` says so (gates, or what stands aside).
 */
export type ExposureRow = {
  readonly _id: string
  readonly experiment: string
  readonly memberId: string
  readonly at: Instant
  readonly arm: Arm | null
  readonly why: readonly (Closed | Aside)[]
  /** What the order would have earned. */
  readonly marginFen: Fen
  /** Present for the treated: the coupon in their wallet, null where none was left to give. */
  readonly couponId?: string | null
  /** Paid orders of the member by then: one more since means that they need no message. */
  readonly paidOrders: number
  /** When its outcome is read; absent without an arm, and once it was. */
  readonly dueAt?: Instant
  readonly outcome?: ExposureOutcome
}
export type ExposureOutcome = {
  readonly bought: boolean
  readonly marginFen: Fen
  /** What the coupon took off; part of `marginFen` already. */
  readonly couponFen: Fen
  readonly redeemed: boolean
}
