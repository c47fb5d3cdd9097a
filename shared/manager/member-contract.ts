import * as v from 'valibot'
import { CouponView } from '../coupons/contract'
import { Terms } from '../coupons/terms-contract'
import { action } from '../kernel/action'
import { Count, FenAmount, Id, Instant } from '../kernel/fields'
import { OrderState } from '../orders/order-contract'
import { Account } from '../points/contract'

/** A member as owner and managers meet them at the counter. The phone number is masked. */
export const MemberStory = v.object({
  member: v.object({
    id: Id,
    nickname: v.string(),
    phoneMasked: v.nullable(v.string()),
    joinedAt: Instant,
    tags: v.array(v.string()),
    account: Account,
  }),
  /** What they can use or have lying with an order, the latest first, at most 200. */
  coupons: v.array(CouponView),
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
  /** Running campaigns of which staff give coupons by hand; `left` of them, null: no limit. */
  grants: v.array(v.object({ campaignId: Id, terms: Terms, left: v.nullable(Count) })),
})

/**
 * The member whom a code names: their member code, or a pickup number of the store's today. For owner and managers of that store,
 * FORBIDDEN for others. At most seven reads. MEMBER_NOT_FOUND also for a customer who has not joined.
 */
export const member = action({
  name: 'manager.member',
  input: v.strictObject({ storeId: Id, code: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)) }),
  output: v.object({ story: MemberStory }),
  refusals: ['MEMBER_NOT_FOUND'],
})

export type MemberStory = v.InferOutput<typeof MemberStory>
export type Grantable = MemberStory['grants'][number]
