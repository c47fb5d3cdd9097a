import type { CodeOf } from '../kernel/action'
import type { correct, history, PointLine } from './contract'

type Code = CodeOf<typeof history | typeof correct>

/** What a member, or the staff, read when the cloud says no. */
export const POINT_SENTENCES = {
  NOT_A_MEMBER: '你还没有加入会员',
  MEMBER_NOT_FOUND: '没有这位会员，请核对会员号',
  POINTS_SHORT: '这位会员没有这么多积分',
} as const satisfies Record<Code, string>

/** Why points came or went, as 积分明细 says it. */
export const POINT_REASONS: Readonly<Record<PointLine['why'], string>> = {
  earned: '下单赚取',
  spent: '下单抵扣',
  returned: '抵扣返还',
  takenBack: '退款收回',
  expired: '积分过期',
  exchanged: '积分兑换',
  granted: '门店赠送',
  corrected: '门店调整',
  commission: '佣金兑换',
  reward: '邀请奖励',
  rewardBack: '邀请奖励收回',
}
