import type { CouponChoice, RewardCampaignView, RewardDraft } from '@shared/rewards/contract'

const NOW = Date.UTC(2026, 10, 22, 2)
const DAY = 86_400_000

/** A coupon for each side with the friend's first order; ten at the most for one promoter. */
export const aRewardDraft = (over: Partial<RewardDraft> = {}): RewardDraft => ({
  name: '带好友来坐坐',
  when: 'firstOrder',
  promoter: { kind: 'coupon', campaignId: 'thanks' },
  friend: { kind: 'coupon', campaignId: 'thanks' },
  second: null,
  minPaidFen: 0,
  friendsNeeded: 1,
  levels: 1,
  teamSize: 0,
  caps: { total: 10, month: null, day: null },
  pointsBudget: null,
  startAt: NOW,
  endAt: NOW + 30 * DAY,
  holdEnds: 'reject',
  note: '',
  ...over,
})
export const THANKS: CouponChoice = { id: 'thanks', title: '满 15 减 4', running: true, left: 100 }

/** The same as the cloud shows it, running. */
export const aRewardCampaign = (over: Partial<RewardCampaignView> = {}): RewardCampaignView => ({
  ...aRewardDraft(),
  id: 'bring',
  version: 2,
  state: 'running',
  counts: {
    joined: 12,
    ordered: 7,
    granted: 11,
    held: 2,
    revoked: 1,
    rejected: 0,
    points: 0,
    couponFen: 4400,
  },
  ...over,
})
