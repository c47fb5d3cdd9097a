import * as v from 'valibot'
import { action } from '../kernel/action'
import { FenAmount, Id, Instant } from '../kernel/fields'

/** What a coupon promises, copied into it when it is issued: later changes of the campaign don't touch it. */
export const Terms = v.object({
  kind: v.literal('amountOff'),
  title: v.string(),
  offFen: FenAmount,
  /** The goods' subtotal must reach this. */
  thresholdFen: FenAmount,
  /** Where the coupon came from, in words a customer reads: 新人礼. */
  source: v.string(),
})
export const CouponState = v.picklist(['issued', 'held', 'redeemed', 'revoked'])
export const CouponView = v.object({
  id: Id,
  terms: Terms,
  state: CouponState,
  issuedAt: Instant,
  /** The coupon can be used in `[issuedAt, expiresAt)`. *Expired* is derived, never stored. */
  expiresAt: Instant,
  /** The order that holds or used it. */
  orderId: v.nullable(Id),
})
/** 未使用 / 已使用 / 已过期 */
export const WalletTab = v.picklist(['usable', 'used', 'expired'])

/** The member's coupons under one tab, newest first, at most 100. */
export const wallet = action({
  name: 'coupons.wallet',
  input: v.strictObject({ tab: WalletTab }),
  output: v.object({ coupons: v.array(CouponView) }),
  refusals: [],
})

export type Terms = v.InferOutput<typeof Terms>
export type CouponState = v.InferOutput<typeof CouponState>
export type CouponView = v.InferOutput<typeof CouponView>
export type WalletTab = v.InferOutput<typeof WalletTab>
