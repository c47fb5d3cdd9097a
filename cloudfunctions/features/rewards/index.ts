/**
 * Public face of the rewards room: what bringing a friend brings both sides (decision 0014). It reacts to `member.bound`,
 * `order.paid` and `order.refunded`; orders know nothing of it but the promise that they carry.
 */
import * as contract from '@shared/rewards/contract'
import { route, type Route } from '../../platform/router'
import { task } from '../../platform/tick'
import { decideReward } from './decide-reward'
import { endHolds, sweepHolds } from './end-holds'
import { listCampaigns } from './list-campaigns'
import { listHeld } from './list-held'
import { rewardOrder, rewardSignup } from './on-deed'
import { readMine } from './read-mine'
import { saveCampaign } from './save-campaign'
import { setCampaignState } from './set-campaign-state'
import { takeBackRewards } from './take-back'

export const rewardRoutes: readonly Route[] = [
  route(contract.myRewards, readMine),
  route(contract.rewardCampaigns, listCampaigns),
  route(contract.saveRewardCampaign, saveCampaign),
  route(contract.setRewardState, setCampaignState),
  route(contract.heldRewards, listHeld),
  route(contract.decideReward, decideReward),
]
export const rewardReactions = {
  'member.bound': [rewardSignup],
  'order.paid': [rewardOrder],
  'order.refunded': [takeBackRewards],
}
export const rewardTasks = [task(contract.RewardsTask, (_call, ctx) => endHolds(ctx))]
export const rewardSweeps = [sweepHolds]
