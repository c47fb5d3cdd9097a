import { issuedOf } from '@shared/coupons/budget'
import type { CampaignDraft, CampaignView } from '@shared/coupons/campaign-contract'
import type { CampaignRow } from '../../database/rows'
import type { Funded } from './campaign-repository'

/** What the owner decided, without what the cloud keeps beside it. */
export const draftOf = (row: CampaignRow): CampaignDraft => ({
  name: row.name,
  entry: row.entry,
  terms: row.terms,
  validity: row.validity,
  audience: row.audience,
  perMember: row.perMember,
  budget: row.budget,
  startAt: row.startAt,
  endAt: row.endAt,
})

/** A campaign as its owner sees it. */
export const campaignView = ({ campaign, shards }: Funded): CampaignView => ({
  ...draftOf(campaign),
  id: campaign._id,
  version: campaign.version,
  state: campaign.state,
  ...issuedOf(shards),
})
