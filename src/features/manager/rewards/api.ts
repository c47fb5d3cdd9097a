import type { InputOf } from '@shared/kernel/action'
import type {
  decideReward,
  heldRewards,
  rewardCampaigns,
  saveRewardCampaign,
  setRewardState,
} from '@shared/rewards/contract'
import { call } from '@/platform/cloud'

/** The door of campaigns for bringing friends to the cloud. */
export const api = {
  campaigns: () => call<typeof rewardCampaigns>('rewards.campaigns', {}),
  save: (input: InputOf<typeof saveRewardCampaign>) =>
    call<typeof saveRewardCampaign>('rewards.saveCampaign', input),
  setState: (input: InputOf<typeof setRewardState>) => call<typeof setRewardState>('rewards.setState', input),
  held: (after: number | null) => call<typeof heldRewards>('rewards.held', { after }),
  decide: (input: InputOf<typeof decideReward>) => call<typeof decideReward>('rewards.decide', input),
}
