import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FenAmount, FreeText, Id, Instant, Key, Nothing, SomeText } from '../kernel/fields'

/**
 * What one side gets. The contract can also say what WeChat forbids (a random number), so that the form is answered with
 * the field and the reason and not with a bare "invalid".
 */
export const WantedGift = v.variant('kind', [
  /** A coupon of a campaign whose way in is `reward`, by its id. */
  v.object({ kind: v.literal('coupon'), campaignId: Id }),
  v.object({ kind: v.literal('points'), points: Count }),
  v.object({ kind: v.literal('randomPoints'), points: Count, most: Count }),
])
const Most = v.nullable(Count)
/** How many rewards one promoter may get of a campaign; null: no limit. Days and months are the shop's. */
export const Caps = v.object({ total: Most, month: Most, day: Most })

/** What the owner decides. `rewardFaults` says which of it may be. */
export const RewardDraft = v.object({
  name: SomeText(20),
  /** What the friend does for it. `share` stands here to be refused. */
  when: v.picklist(['signup', 'firstOrder', 'share']),
  promoter: v.nullable(WantedGift),
  friend: v.nullable(WantedGift),
  /** For the promoter, with the friend's second paid order. */
  second: v.nullable(WantedGift),
  /** The order must have been paid with this much, for the first as for the second. */
  minPaidFen: FenAmount,
  /** Rewarded for how many friends at once, over how many levels, in teams of how many: 1, 1 and 0 are lawful. */
  friendsNeeded: Count,
  levels: Count,
  teamSize: Count,
  caps: Caps,
  /** Points at the most, both sides together; null where no points are given. Coupons have their own budget. */
  pointsBudget: Most,
  startAt: Instant,
  endAt: Instant,
  /** What becomes of a held reward that nobody decides within 30 days. */
  holdEnds: v.picklist(['release', 'reject']),
  /** What the owner adds to the terms. */
  note: FreeText(200),
})
export const RewardState = v.picklist(['draft', 'running', 'paused', 'ended'])
/** Counts of a campaign since it began. Revoked and rejected ones are not among `granted`. */
export const RewardCounts = v.object({
  /** Friends who were bound while it ran, and those of them who bought. */
  joined: Count,
  ordered: Count,
  granted: Count,
  held: Count,
  revoked: Count,
  rejected: Count,
  points: Count,
  /** The most that its coupons can cost. */
  couponFen: FenAmount,
})
export const RewardCampaignView = v.object({
  ...RewardDraft.entries,
  id: Id,
  version: Count,
  state: RewardState,
  counts: RewardCounts,
})
export const FieldFault = v.object({ field: v.string(), sentence: v.string() })
/** A coupon campaign that a reward can name. */
export const CouponChoice = v.object({
  id: Id,
  title: v.string(),
  running: v.boolean(),
  left: v.nullable(Count),
})

const details = {
  CHANGED_MEANWHILE: v.object({ campaign: RewardCampaignView }),
  CONTRADICTION: v.object({ faults: v.array(FieldFault) }),
}
const Answer = v.object({ campaign: RewardCampaignView })
const REFUSALS = ['CAMPAIGN_NOT_FOUND', 'CHANGED_MEANWHILE', 'CONTRADICTION'] as const

/** The newest 20 campaigns for bringing friends, and the coupons they can name. Owner and managers, as all but `mine`. */
export const rewardCampaigns = action({
  name: 'rewards.campaigns',
  input: Nothing,
  output: v.object({
    campaigns: v.array(RewardCampaignView),
    coupons: v.array(CouponChoice),
    /** Held rewards that wait for a decision, at most 100 counted. */
    waiting: Count,
  }),
  refusals: [],
})
/**
 * Makes a campaign (`id` null) or changes one. What was granted or promised with an order keeps its terms. The same key
 * makes one campaign, however often its form is sent.
 */
export const saveRewardCampaign = action({
  name: 'rewards.saveCampaign',
  input: v.strictObject({ id: v.nullable(Id), version: Count, key: Key, draft: RewardDraft }),
  output: Answer,
  refusals: [...REFUSALS, 'TEXT_REJECTED'],
  details,
})
/** draft → running; running ⇄ paused; any → ended. One runs at a time. */
export const setRewardState = action({
  name: 'rewards.setState',
  input: v.strictObject({ id: Id, version: Count, state: v.picklist(['running', 'paused', 'ended']) }),
  output: Answer,
  refusals: [...REFUSALS, 'WRONG_STATE', 'OTHER_RUNS'],
  details,
})

/** A gift as it was promised: a coupon with its title, or a fixed number of points. */
export const Gift = v.variant('kind', [
  v.object({ kind: v.literal('coupon'), campaignId: Id, title: v.string() }),
  v.object({ kind: v.literal('points'), points: Count }),
])
export const RewardEvent = v.picklist(['signup', 'first', 'second'])
export const PartState = v.picklist(['granted', 'held', 'revoked', 'rejected'])
/** Why a part is as it is; '' where there is nothing to say. */
export const PartNote = v.picklist([
  '',
  'soldOut',
  'capped',
  'gone',
  'fraud',
  'refunded',
  'used',
  'inUse',
  'owner',
  'overdue',
])
export const RewardPart = v.object({ gift: Gift, state: PartState, note: PartNote })
export const FiredRule = v.object({ rule: v.string(), sentence: v.string() })
/** A held reward: who brought whom, masked, and which rules say why. */
export const HeldReward = v.object({
  id: Id,
  at: Instant,
  endsAt: Instant,
  ends: v.picklist(['release', 'reject']),
  event: RewardEvent,
  campaignName: v.string(),
  promoterName: v.string(),
  friendName: v.string(),
  promoter: v.nullable(RewardPart),
  friend: v.nullable(RewardPart),
  fired: v.array(FiredRule),
})
/** Held rewards, the oldest first, a page of 20. `next` is the `after` of the page behind it. */
export const heldRewards = action({
  name: 'rewards.held',
  input: v.strictObject({ after: v.nullable(Instant) }),
  output: v.object({ held: v.array(HeldReward), next: v.nullable(Instant) }),
  refusals: [],
})
/** Releases a held reward or rejects it, with a reason that is kept. Decided the same way before: the same answer. */
export const decideReward = action({
  name: 'rewards.decide',
  input: v.strictObject({ rewardId: Id, release: v.boolean(), reason: SomeText(60) }),
  output: v.object({
    state: PartState,
    /** Parts that could not be given, because the coupons are gone. */
    missed: Count,
  }),
  refusals: ['REWARD_NOT_FOUND', 'DECIDED_OTHERWISE'],
})

/** The rule as members read it. */
export const RuleView = v.object({
  steps: v.array(v.string()),
  terms: v.array(v.string()),
  endAt: Instant,
})
/** joined → ordered → rewarded; `review`: the shop is looking at it; `none`: it brings nothing (any more). */
export const FriendState = v.picklist(['joined', 'ordered', 'rewarded', 'review', 'none'])
export const FriendView = v.object({
  /** Stands for the friend in lists; tells nothing of them. */
  key: v.string(),
  /** 林**; '' for who has no nickname, or has left. */
  nameMasked: v.string(),
  joinedAt: Instant,
  state: FriendState,
  /** What the caller got for this friend, or why nothing, in words; a line for each deed, the first deed first. */
  lines: v.array(v.string()),
})
/**
 * All of the page 邀请好友: the rule that runs (null: none does, and nothing is promised), how many friends the caller
 * has brought, and 20 of them, the newest first. `before`: the last page's `next`; null begins. Three reads.
 */
export const myRewards = action({
  name: 'rewards.mine',
  input: v.strictObject({ before: v.nullable(Instant) }),
  output: v.object({
    rule: v.nullable(RuleView),
    friends: v.array(FriendView),
    total: Count,
    /** Where the next page begins; null: these were the last. */
    next: v.nullable(Instant),
  }),
  refusals: ['NOT_A_MEMBER'],
})
/** Payload of the delayed call that goes on with the day's holds. */
export const RewardsTask = v.strictObject({ task: v.literal('rewards.end-holds') })

export type WantedGift = v.InferOutput<typeof WantedGift>
export type Gift = v.InferOutput<typeof Gift>
export type Caps = v.InferOutput<typeof Caps>
export type RewardDraft = v.InferOutput<typeof RewardDraft>
export type RewardState = v.InferOutput<typeof RewardState>
export type RewardCounts = v.InferOutput<typeof RewardCounts>
export type RewardCampaignView = v.InferOutput<typeof RewardCampaignView>
export type CouponChoice = v.InferOutput<typeof CouponChoice>
export type RewardEvent = v.InferOutput<typeof RewardEvent>
export type PartState = v.InferOutput<typeof PartState>
export type PartNote = v.InferOutput<typeof PartNote>
export type RewardPart = v.InferOutput<typeof RewardPart>
export type FiredRule = v.InferOutput<typeof FiredRule>
export type HeldReward = v.InferOutput<typeof HeldReward>
export type RuleView = v.InferOutput<typeof RuleView>
export type FriendState = v.InferOutput<typeof FriendState>
export type FriendView = v.InferOutput<typeof FriendView>
