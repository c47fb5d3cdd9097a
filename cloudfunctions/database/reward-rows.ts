import type { FriendMark } from '@shared/fraud/facts'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type {
  Caps,
  FiredRule,
  Gift,
  PartNote,
  PartState,
  RewardCounts,
  RewardDraft,
  RewardEvent,
  RewardState,
} from '@shared/rewards/contract'
import type { CapCount } from '@shared/rewards/terms'

/** `rewardCampaigns/<id>` */
export type RewardCampaignRow = RewardDraft & {
  readonly _id: string
  readonly state: RewardState
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}
/**
 * `rewardCounts/<campaign>`: apart from the campaign, because every reward writes it. `pointsLeft` guards the budget of
 * points.
 */
export type RewardCountsRow = RewardCounts & { readonly _id: string; readonly pointsLeft: number }
/** What one side of a reward got. */
export type RewardPartRow = {
  readonly gift: Gift
  readonly state: PartState
  readonly note: PartNote
  /** The coupon, or the line of points, that it is; null while nothing is given. */
  readonly given: string | null
  /** What a coupon reserves of its budget. */
  readonly fen: Fen
}
/**
 * `rewards/<campaign>:<friend>:<event>`: both sides of what one deed of a friend brings. The id and the two names are law
 * 7: one reward for each friend, campaign, event and side.
 */
export type RewardRow = {
  readonly _id: string
  readonly campaignId: string
  readonly campaignName: string
  readonly event: RewardEvent
  readonly promoter: string
  readonly friend: string
  /** null for a signup. */
  readonly orderId: string | null
  readonly at: Instant
  /** Of both sides together: what is decided of them is decided at once. */
  readonly state: PartState
  readonly parts: { readonly promoter: RewardPartRow | null; readonly friend: RewardPartRow | null }
  readonly fired: readonly FiredRule[]
  /** The caps within which it was promised. */
  readonly caps: Caps
  readonly holdEnds: 'release' | 'reject'
  readonly validMonths: number
  /** Present while it waits for the owner. */
  readonly heldOf?: 'shop'
  /** When the daily turn goes on with it: a hold that ends, a coupon that was on an unpaid order. Absent: never. */
  readonly dueAt?: Instant
}
/** `rewardTallies/<promoter>`: what caps and fraud rules look at; whoever rewards this promoter writes it. */
export type RewardTallyRow = {
  readonly _id: string
  /** Campaign → how often. */
  readonly counts: Readonly<Record<string, CapCount>>
  /** The newest friends, the oldest first; a bounded list. */
  readonly marks: readonly FriendMark[]
}
