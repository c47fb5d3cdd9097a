import type { FraudRule } from './facts'

/** One phone number, two accounts: one person. The number is WeChat's own, not typed. */
export const samePhone: FraudRule = {
  id: 'samePhone',
  verdict: 'reject',
  look: ({ friend, promoter }) =>
    friend.phone !== null && friend.phone === promoter.phone ? '好友和邀请人绑定的是同一个手机号' : null,
}
