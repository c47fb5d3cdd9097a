import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, Id, Instant, Key, Nothing } from '../kernel/fields'
import { Account } from '../points/contract'
import { ConsentAnswers } from '../reach/contract'
import { Terms } from './terms-contract'

export const CouponState = v.picklist(['issued', 'held', 'redeemed', 'revoked'])
export const CouponView = v.object({
  id: Id,
  terms: Terms,
  state: CouponState,
  issuedAt: Instant,
  /** The coupon can be used in `[startsAt, expiresAt)`. *Expired* is derived, never stored. */
  startsAt: Instant,
  expiresAt: Instant,
  /** The order that holds or used it. */
  orderId: v.nullable(Id),
})
/** 未使用 / 已使用 / 已过期 */
export const WalletTab = v.picklist(['usable', 'used', 'expired'])

/** The member's coupons under one tab, newest first, at most 200. */
export const wallet = action({
  name: 'coupons.wallet',
  input: v.strictObject({ tab: WalletTab }),
  output: v.object({ coupons: v.array(CouponView) }),
  refusals: [],
})

/** A coupon that can be had in the claim centre (领券中心), and how the caller stands to it. */
export const Offer = v.object({
  campaignId: Id,
  terms: Terms,
  /** Free for the taking, a tier's of this month, or for points. */
  by: v.variant('kind', [
    v.object({ kind: v.literal('claim') }),
    v.object({ kind: v.literal('monthly'), tierIds: v.array(Id) }),
    v.object({ kind: v.literal('points'), points: Count }),
  ]),
  validity: v.variant('kind', [
    v.object({ kind: v.literal('days'), days: Count }),
    v.object({ kind: v.literal('dates'), startAt: Instant, endAt: Instant }),
  ]),
  endsAt: Instant,
  /** How many more the caller may have. */
  left: Count,
  /** How many the budget still gives, to all together; null: no limit. */
  remaining: v.nullable(Count),
  /** Why the caller can't have it now; null: they can. */
  hindrance: v.nullable(
    v.picklist(['SOLD_OUT', 'ALREADY_CLAIMED', 'NOT_FOR_YOU', 'POINTS_SHORT', 'NOT_A_MEMBER']),
  ),
})
/** The claim centre. Two reads: what runs, and the caller with their coupons. */
export const offers = action({
  name: 'coupons.offers',
  input: Nothing,
  output: v.object({ offers: v.array(Offer) }),
  refusals: [],
})

const Claimed = v.object({ coupon: CouponView, account: Account })
const CLAIM_REFUSALS = [
  'NOT_A_MEMBER',
  /** No such campaign, or it does not run now. */
  'OFFER_GONE',
  'SOLD_OUT',
  'ALREADY_CLAIMED',
  /** The audience is another: new members, a tier, a tag. */
  'NOT_FOR_YOU',
  'POINTS_SHORT',
] as const
/** 领取 or 兑换: one coupon of an offer. Sent again with its key it answers with the same coupon. */
export const claim = action({
  name: 'coupons.claim',
  input: v.strictObject({
    campaignId: Id,
    key: Key,
    /** What the person answered when asked on this tap. Nothing is given for it. */
    consents: v.optional(ConsentAnswers),
  }),
  output: Claimed,
  refusals: CLAIM_REFUSALS,
})
/** 兑换码: what the person typed, or what a channel's link carries. Case and spaces don't matter. */
export const redeemCode = action({
  name: 'coupons.redeemCode',
  input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32)), key: Key }),
  output: Claimed,
  refusals: [...CLAIM_REFUSALS, 'CODE_UNKNOWN'],
})

export type CouponState = v.InferOutput<typeof CouponState>
export type CouponView = v.InferOutput<typeof CouponView>
export type WalletTab = v.InferOutput<typeof WalletTab>
export type Offer = v.InferOutput<typeof Offer>
export type { Benefit, BenefitKind, Scope, Terms } from './terms-contract'
