import type { CodeOf } from '../kernel/action'
import type {
  decideReward,
  heldRewards,
  myRewards,
  rewardCampaigns,
  saveRewardCampaign,
  setRewardState,
} from './contract'

type Code = CodeOf<
  | typeof rewardCampaigns
  | typeof saveRewardCampaign
  | typeof setRewardState
  | typeof heldRewards
  | typeof decideReward
  | typeof myRewards
>

/** What the owner, or a member, reads when the cloud says no. */
export const REWARD_SENTENCES = {
  CAMPAIGN_NOT_FOUND: '没有找到这个活动',
  CHANGED_MEANWHILE: '活动刚被别人改过，已更新到最新，请核对后再保存',
  CONTRADICTION: '有几处填得不对，改好再保存',
  TEXT_REJECTED: '给顾客看的文字里有不合适的内容，请改一改',
  WRONG_STATE: '活动现在不能这样操作',
  OTHER_RUNS: '已经有一个邀请活动在进行，先暂停或结束它',
  REWARD_NOT_FOUND: '没有找到这份奖励',
  DECIDED_OTHERWISE: '这份奖励已经处理过了，刷新看看',
  NOT_A_MEMBER: '加入会员就能邀请好友',
} as const satisfies Record<Code, string>
