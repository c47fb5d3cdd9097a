import type { CampaignCodeRow, CampaignRow } from '../../cloudfunctions/database/rows'

/** The codes that lead to campaigns. */
export const codeRows = (campaigns: readonly CampaignRow[]): readonly CampaignCodeRow[] =>
  campaigns.flatMap(({ _id, entry }) => (entry.kind === 'code' ? { _id: entry.code, campaignId: _id } : []))
