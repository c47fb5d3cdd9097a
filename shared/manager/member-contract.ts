import * as v from 'valibot'
import { CouponView } from '../coupons/contract'
import { Terms } from '../coupons/terms-contract'
import { action } from '../kernel/action'
import { Count, FenAmount, Id, Instant } from '../kernel/fields'
import { Role } from '../members/contract'
import { OrderState } from '../orders/order-contract'
import { Account } from '../points/contract'
import { Origin } from './origin-contract'

/** A member as the staff meet them at the counter. The phone number is masked. */
export const MemberStory = v.object({
  /** The caller's at the store: clerks look, owner and managers also decide. */
  role: Role,
  member: v.object({
    id: Id,
    nickname: v.string(),
    phoneMasked: v.nullable(v.string()),
    joinedAt: Instant,
    tags: v.array(v.string()),
    account: Account,
    /** Points that they have. */
    balance: Count,
  }),
  /** What they can use or have lying with an order, the latest first, at most 200. */
  coupons: v.array(CouponView),
  /** Used, expired and taken back: those of the latest fifty that were issued, the latest first. */
  past: v.array(CouponView),
  /** The latest five. */
  orders: v.array(
    v.object({
      id: Id,
      placedAt: Instant,
      storeName: v.string(),
      pickupCode: v.string(),
      state: OrderState,
      payFen: FenAmount,
    }),
  ),
  /** Where they came from; null for clerks. */
  origin: v.nullable(Origin),
  /** Running campaigns of which owner and managers give coupons by hand; `left` of them, null: no limit. None for clerks. */
  grants: v.array(v.object({ campaignId: Id, terms: Terms, left: v.nullable(Count) })),
})

/**
 * The member whom a code names: their member code, or a pickup number of the store's today. For staff of that store,
 * FORBIDDEN for others. At most eight reads. MEMBER_NOT_FOUND also for a customer who has not joined.
 */
export const member = action({
  name: 'manager.member',
  input: v.strictObject({ storeId: Id, code: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)) }),
  output: v.object({ story: MemberStory }),
  refusals: ['MEMBER_NOT_FOUND'],
})

export type MemberStory = v.InferOutput<typeof MemberStory>
export type Grantable = MemberStory['grants'][number]
