import * as v from 'valibot'
import { action } from '../kernel/action'
import { CouponView } from '../coupons/contract'
import { FreeText, Id, Instant, Nothing, SomeText } from '../kernel/fields'
import { Account } from '../points/contract'

export const Role = v.picklist(['owner', 'manager', 'clerk'])
export const Member = v.object({
  id: Id,
  nickname: v.string(),
  /** `cloud://` file id, or '' for the default picture. */
  avatar: v.string(),
  /** 138****0000, or null when never given. */
  phoneMasked: v.nullable(v.string()),
  joinedAt: Instant,
  /** `MMDD`, or null when never told. */
  birthday: v.nullable(v.string()),
  account: Account,
  /** Stores where this member is staff. It only decides what the tab bar shows; rights are checked on each call. */
  worksAt: v.array(Id),
})
/** Who is calling, and what is in their wallet. `member` is null for someone who has not joined. */
export const Me = v.object({
  member: v.nullable(Member),
  coupons: v.array(CouponView),
})

/** One tap joins. Joining twice is the same as once. `welcomed` is the coupon that this very call issued, if any. */
export const join = action({
  name: 'members.join',
  input: Nothing,
  output: v.object({ me: Me, welcomed: v.nullable(CouponView) }),
  refusals: [],
})
/** `birthday`: null leaves it as it is. It can be told once: a coupon hangs on it. */
export const updateProfile = action({
  name: 'members.updateProfile',
  input: v.strictObject({
    nickname: FreeText(20),
    avatar: v.pipe(v.string(), v.maxLength(256)),
    birthday: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}$/))),
  }),
  output: v.object({ me: Me }),
  refusals: ['NOT_A_MEMBER', 'TEXT_REJECTED', 'AVATAR_REJECTED', 'BIRTHDAY_INVALID', 'BIRTHDAY_TOLD'],
})
/** `code` comes from WeChat's phone number button: 5 minutes, single use. */
export const bindPhone = action({
  name: 'members.bindPhone',
  input: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) }),
  output: v.object({ me: Me }),
  refusals: ['NOT_A_MEMBER', 'PHONE_CODE_INVALID'],
})
/**
 * 注销: erases personal data and keeps a tombstone. Coupons are gone. Who never joined, or has left, may have ordered: then
 * those orders are emptied. NOT_A_MEMBER is for a person of whom nothing is known.
 */
export const leave = action({
  name: 'members.leave',
  input: Nothing,
  output: v.object({ left: v.literal(true) }),
  refusals: ['NOT_A_MEMBER', 'HAS_OPEN_ORDER', 'IS_OWNER'],
})

/**
 * Puts a tag on a member by hand, or takes it off; campaigns can be meant for it. For owner and managers. Twice is the
 * same as once. TOO_MANY_TAGS: a member has at most 20.
 */
export const tag = action({
  name: 'members.tag',
  input: v.strictObject({ memberId: Id, tag: SomeText(20), on: v.boolean() }),
  output: v.object({ tags: v.array(v.string()) }),
  refusals: ['MEMBER_NOT_FOUND', 'TOO_MANY_TAGS'],
})

export type Role = v.InferOutput<typeof Role>
export type Member = v.InferOutput<typeof Member>
export type Me = v.InferOutput<typeof Me>
