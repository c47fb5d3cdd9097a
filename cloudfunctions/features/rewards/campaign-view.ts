import type { RewardCampaignView, RewardCounts, RewardDraft } from '@shared/rewards/contract'
import type { RewardCampaignRow, RewardCountsRow } from '../../database/rows'

const NOTHING: RewardCounts = {
  joined: 0,
  ordered: 0,
  granted: 0,
  held: 0,
  revoked: 0,
  rejected: 0,
  points: 0,
  couponFen: 0,
}

/** The counts of a campaign that has given nothing yet. */
export const newCounts = (_id: string, pointsLeft: number): RewardCountsRow => ({
  _id,
  pointsLeft,
  ...NOTHING,
})

/** What the owner decided, without what the cloud keeps beside it. */
export const draftOf = (row: RewardCampaignRow): RewardDraft => {
  const { _id, state: _state, version: _version, createdAt: _made, updatedAt: _changed, ...draft } = row
  return draft
}

/** A campaign as its owner sees it. */
export function campaignView(row: RewardCampaignRow, counts: RewardCountsRow | null): RewardCampaignView {
  const { _id, pointsLeft: _left, ...told } = counts ?? newCounts(row._id, 0)
  return { ...draftOf(row), id: row._id, version: row.version, state: row.state, counts: told }
}
