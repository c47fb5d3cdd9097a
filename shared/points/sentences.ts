import type { CodeOf } from '../kernel/action'
import type { history, PointLine } from './contract'

type Code = CodeOf<typeof history>

/** What a member reads when the cloud says no. */
export const POINT_SENTENCES = {
  NOT_A_MEMBER: '你还没有加入会员',
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
}
