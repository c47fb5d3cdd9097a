import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FenAmount, Id, Instant, Key, Nothing, SomeText } from '../kernel/fields'
import { CouponView } from './contract'
import { Terms } from './terms-contract'

/** How a coupon of the campaign comes to a member. */
export const Entry = v.variant('kind', [
  /** With joining, at once. One such campaign at a time: `settings/shop.welcomeCampaignId`. */
  v.object({ kind: v.literal('signup') }),
  /** 领券中心. */
  v.object({ kind: v.literal('claim') }),
  /** Whoever knows the code; stored in capitals. */
  v.object({ kind: v.literal('code'), code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{4,16}$/)) }),
  /** Only through a link or a code of this channel (its own secret, made by the cloud). */
  v.object({ kind: v.literal('channel'), channel: v.pipe(v.string(), v.regex(/^[A-Z0-9]{8,16}$/)) }),
  /** Once a year, so many days before the birthday. */
  v.object({ kind: v.literal('birthday'), daysBefore: v.pipe(Count, v.maxValue(30)) }),
  /** With the member's nth paid order. */
  v.object({ kind: v.literal('nthOrder'), nth: v.pipe(Count, v.minValue(1), v.maxValue(1000)) }),
  /** When no order was paid for so many days; once in each absence. */
  v.object({ kind: v.literal('dormant'), days: v.pipe(Count, v.minValue(7), v.maxValue(365)) }),
  /** Once a month for members of the audience's tiers, taken in the claim centre. */
  v.object({ kind: v.literal('monthly') }),
  /** In exchange for points. */
  v.object({ kind: v.literal('points'), points: v.pipe(Count, v.minValue(1)) }),
  /** By the staff's hand, to one member at a time. */
  v.object({ kind: v.literal('grant') }),
  /** With bringing a friend, when a campaign for that names it. */
  v.object({ kind: v.literal('reward') }),
])
/** How long a coupon can be used: days from its issue (that day is the first), or fixed `[startAt, endAt)`. */
export const Validity = v.variant('kind', [
  v.object({ kind: v.literal('days'), days: v.pipe(Count, v.minValue(1), v.maxValue(366)) }),
  v.object({ kind: v.literal('dates'), startAt: Instant, endAt: Instant }),
])
/** Who may have one; checked when it is issued. Empty lists: everybody. */
export const Audience = v.object({
  /** Members who have not paid an order yet. */
  newMembers: v.boolean(),
  tierIds: v.array(Id),
  tags: v.array(v.string()),
})
export const Budget = v.object({
  /** Coupons at the most; null: no limit. */
  count: v.nullable(v.pipe(Count, v.minValue(1))),
  /** Fen at the most, each coupon counted with the most that it can cost; null: no limit. */
  fen: v.nullable(v.pipe(FenAmount, v.minValue(1))),
  /** More than one only for a rush: so many documents share the budget, and claims don't wait for each other. */
  shards: v.pipe(Count, v.minValue(1), v.maxValue(16)),
})
/** What the owner decides of a campaign. */
export const CampaignDraft = v.object({
  name: SomeText(30),
  entry: Entry,
  terms: Terms,
  validity: Validity,
  audience: Audience,
  /** How many one member may have; 1 for every kind but `claim`, `points` and `grant`; what caps rewards is their campaign. */
  perMember: v.pipe(Count, v.minValue(1), v.maxValue(99)),
  budget: Budget,
  /** It issues in `[startAt, endAt)` while it is running. */
  startAt: Instant,
  endAt: Instant,
})
/** 'draft' not begun · 'running' issues in its time · 'paused' issues nothing · 'ended' for good. What is issued stays good. */
export const CampaignState = v.picklist(['draft', 'running', 'paused', 'ended'])
export const CampaignView = v.object({
  ...CampaignDraft.entries,
  id: Id,
  /** Grows with each save: a form that was opened on an older one is refused. */
  version: Count,
  state: CampaignState,
  issued: Count,
  issuedFen: FenAmount,
})
/** A field of the form that contradicts another or itself: `terms.benefit.capFen`, with a sentence for the owner. */
export const FieldFault = v.object({ field: v.string(), sentence: v.string() })

const Answer = v.object({ campaign: CampaignView })
const CAMPAIGN_REFUSALS = ['CAMPAIGN_NOT_FOUND', 'CHANGED_MEANWHILE'] as const
const details = {
  CHANGED_MEANWHILE: v.object({ campaign: CampaignView }),
  CONTRADICTION: v.object({ faults: v.array(FieldFault) }),
}

/** All campaigns, newest first, at most 100. Owner and managers; FORBIDDEN for others, as for all that follow. */
export const campaigns = action({
  name: 'campaigns.list',
  input: Nothing,
  output: v.object({ campaigns: v.array(CampaignView) }),
  refusals: [],
})
/**
 * Makes a campaign (`id` null) or changes one; what is issued keeps its terms. `version` is the one the form was opened
 * on. The same key makes one campaign: a form whose answer was lost is sent again with it, as it was or changed since.
 * A channel's secret is the cloud's: the one in a draft is a placeholder.
 */
export const saveCampaign = action({
  name: 'campaigns.save',
  input: v.strictObject({ id: v.nullable(Id), version: Count, key: Key, draft: CampaignDraft }),
  output: Answer,
  refusals: [...CAMPAIGN_REFUSALS, 'CONTRADICTION', 'CODE_TAKEN', 'TEXT_REJECTED'],
  details,
})
/** draft → running; running ⇄ paused; any → ended. CONTRADICTION: what was sound when it was saved no longer is. */
export const setCampaignState = action({
  name: 'campaigns.setState',
  input: v.strictObject({ id: Id, version: Count, state: v.picklist(['running', 'paused', 'ended']) }),
  output: Answer,
  refusals: [...CAMPAIGN_REFUSALS, 'CONTRADICTION', 'WRONG_STATE', 'OTHER_WELCOME_RUNS'],
  details,
})
/** Gives one coupon of a `grant` campaign to a member, with a reason that is kept. The same key is the same grant. */
export const grantCoupon = action({
  name: 'campaigns.grant',
  input: v.strictObject({
    campaignId: Id,
    memberId: Id,
    reason: SomeText(60),
    key: Key,
  }),
  output: v.object({ coupon: CouponView }),
  refusals: [
    'CAMPAIGN_NOT_FOUND',
    'OFFER_GONE',
    'MEMBER_NOT_FOUND',
    'SOLD_OUT',
    'ALREADY_CLAIMED',
    'NOT_FOR_YOU',
  ],
})
/** Takes an unused coupon back, with a reason that is kept; its budget comes free. Held by an order: that order first. */
export const revokeCoupon = action({
  name: 'campaigns.revoke',
  input: v.strictObject({ couponId: Id, reason: SomeText(60) }),
  output: v.object({ coupon: CouponView, campaignId: Id }),
  refusals: ['COUPON_NOT_FOUND', 'COUPON_HELD', 'COUPON_USED'],
})

/** Payload of the delayed call that goes on with a day's rules; carries nothing: what is due is read again. */
export const RulesTask = v.strictObject({ task: v.literal('coupons.rules') })
/** Payload of the delayed call that goes on with a night's reminders: the place in the order of coupons' ends. */
export const RemindTask = v.strictObject({
  task: v.literal('coupons.remind'),
  at: v.pipe(v.string(), v.digits()),
  id: v.string(),
})

export type Entry = v.InferOutput<typeof Entry>
export type Validity = v.InferOutput<typeof Validity>
export type Audience = v.InferOutput<typeof Audience>
export type Budget = v.InferOutput<typeof Budget>
export type CampaignDraft = v.InferOutput<typeof CampaignDraft>
export type CampaignState = v.InferOutput<typeof CampaignState>
export type CampaignView = v.InferOutput<typeof CampaignView>
export type FieldFault = v.InferOutput<typeof FieldFault>
