import { DAY_MS, type Instant, startOfShopDay } from '@shared/kernel/time'
import type { RewardDraft } from '@shared/rewards/contract'
import { termsOf, type RewardTerms } from '@shared/rewards/terms'
import type { CampaignRow, RewardCampaignRow, RewardCountsRow } from '../../cloudfunctions/database/rows'
import { shopRow } from './shop'

/** The coupon that both sides get. */
export const BRING_COUPON = 'bring-gift'

/** Bring a friend: both get a coupon with the friend's first order; it began a week ago and runs for three months. */
function draftAt(now: Instant): RewardDraft {
  const today = startOfShopDay(now)
  const gift = { kind: 'coupon', campaignId: BRING_COUPON } as const
  return {
    name: '带朋友来尝尝',
    when: 'firstOrder',
    promoter: gift,
    friend: gift,
    second: null,
    minPaidFen: 500,
    friendsNeeded: 1,
    levels: 1,
    teamSize: 0,
    caps: { total: null, month: 20, day: 5 },
    pointsBudget: null,
    startAt: today - 7 * DAY_MS,
    endAt: today + 90 * DAY_MS,
    holdEnds: 'reject',
    note: '',
  }
}

type Bringing = {
  readonly campaign: RewardCampaignRow
  readonly counts: RewardCountsRow
  /** What `settings/shop` says of it while it runs. */
  readonly terms: RewardTerms | null
}

/** The running campaign as saving and starting it would have left it; it has rewarded nobody yet. */
export function bringFriendRows(now: Instant, campaigns: readonly CampaignRow[]): Bringing {
  const draft = draftAt(now)
  const _id = 'bring-friends'
  const at = { createdAt: draft.startAt, updatedAt: draft.startAt }
  const none = {
    joined: 0,
    ordered: 0,
    granted: 0,
    held: 0,
    revoked: 0,
    rejected: 0,
    points: 0,
    couponFen: 0,
  }
  const titles = new Map(campaigns.map((row) => [row._id, row.terms.title]))
  return {
    campaign: { ...draft, _id, state: 'running', version: 2, ...at },
    counts: { _id, pointsLeft: 0, ...none },
    terms: termsOf(_id, draft, titles, shopRow.loyalty.validMonths),
  }
}
