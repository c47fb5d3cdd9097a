import type { Instant } from '../kernel/time'
import { balanceOf } from '../points/account'
import type { Loyalty } from '../points/contract'
import { fitsAudience, type AudienceFacts } from './audience'
import { largestCostFen } from './benefit'
import { couponsLeft, type Shard } from './budget'
import type { CampaignDraft } from './campaign-contract'
import type { Offer } from './contract'
import { couponIdOf, onlyKeyOf } from './grant-keys'

type Campaign = Pick<CampaignDraft, 'entry' | 'terms' | 'audience' | 'perMember'> & { readonly _id: string }
/** What decides whether a member may have a coupon of a campaign that runs. */
export type ClaimFacts = {
  readonly campaign: Campaign
  readonly shards: readonly Shard[]
  /** null: no member. */
  readonly member: (AudienceFacts & { readonly _id: string }) | null
  /** Ids of the coupons of this campaign that the member ever had. */
  readonly hadIds: readonly string[]
  readonly loyalty: Pick<Loyalty, 'tiers'>
  readonly now: Instant
}

/** How many more of them the member may have, whatever else hinders; of this month's where they come monthly. */
export function leftFor({ campaign, member, hadIds, now }: Omit<ClaimFacts, 'shards' | 'loyalty'>): number {
  const only = onlyKeyOf(campaign.entry, now)
  if (only === null) return Math.max(0, campaign.perMember - hadIds.length)
  return member && hadIds.includes(couponIdOf(campaign._id, member._id, only)) ? 0 : 1
}

/** Why a member can't have a coupon of a campaign that runs, or null. What they can't change is told first. */
export function claimHindrance(facts: ClaimFacts): Offer['hindrance'] {
  const { campaign, member, shards, loyalty, now } = facts
  if (!member) return 'NOT_A_MEMBER'
  if (leftFor(facts) === 0) return 'ALREADY_CLAIMED'
  if (!fitsAudience(campaign.audience, member, loyalty, now)) return 'NOT_FOR_YOU'
  if (couponsLeft(shards, largestCostFen(campaign.terms.benefit)) === 0) return 'SOLD_OUT'
  const { entry } = campaign
  if (entry.kind === 'points' && balanceOf(member.account, now) < entry.points) return 'POINTS_SHORT'
  return null
}
