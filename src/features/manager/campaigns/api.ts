import type { InputOf } from '@shared/kernel/action'
import type { CampaignState } from '@shared/coupons/campaign-contract'
import type { campaigns, saveCampaign, setCampaignState } from '@shared/coupons/campaign-contract'
import { call } from '@/platform/cloud'

/** The campaigns' only door to the cloud. */
export const api = {
  list: () => call<typeof campaigns>('campaigns.list', {}),
  save: (input: InputOf<typeof saveCampaign>) => call<typeof saveCampaign>('campaigns.save', input),
  setState: (id: string, version: number, state: Exclude<CampaignState, 'draft'>) =>
    call<typeof setCampaignState>('campaigns.setState', { id, version, state }),
}
