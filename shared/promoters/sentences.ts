import type { CodeOf } from '../kernel/action'
import type {
  apply,
  cancelWithdrawal,
  checkWithdrawal,
  confirmation,
  EntryKind,
  PayoutWay,
  PromoterState,
  rates,
  withdraw,
  WithdrawalState,
} from './contract'

type Code = CodeOf<
  | typeof rates
  | typeof apply
  | typeof withdraw
  | typeof cancelWithdrawal
  | typeof confirmation
  | typeof checkWithdrawal
>

/** What a promoter reads when the cloud says no. */
export const PROMOTER_SENTENCES = {
  NOT_A_PROMOTER: '你还不是本店的推客',
  NOT_A_MEMBER: '先加入会员，再申请成为推客',
  PROGRAMME_CLOSED: '本店现在不招推客',
  TERMS_CHANGED: '推客须知刚刚更新了，请重新看一遍再同意',
  BANNED: '你的推客资格已被停用，有疑问请联系店家',
  TEXT_REJECTED: '文字里有不合适的内容，请改一改',
  WAY_GONE: '这种提现方式暂时不能用了，换一种试试',
  BELOW_MINIMUM: '没到最低提现金额',
  OVER_TRANSFER: '超过微信转账的单笔上限，分几次提',
  OVER_DAILY: '超过今天可提的上限，明天再来',
  NOT_ENOUGH: '可提现的佣金不够',
  WITHDRAWAL_NOT_FOUND: '没有这笔提现',
  TOO_LATE: '这笔提现已经在处理，撤不回了',
  NOT_WAITING: '这笔提现不用再确认了，已经刷新',
} as const satisfies Record<Code, string>

export const PROMOTER_STATES: Readonly<Record<PromoterState, string>> = {
  applied: '待审核',
  invited: '已邀请',
  accepted: '推客',
  declined: '未通过',
  banned: '已停用',
}
/** What happened, as the lines of the account say it. */
export const ENTRY_KINDS: Readonly<Record<EntryKind, string>> = {
  credit: '朋友下单',
  release: '到期可提',
  clawBack: '退款收回',
  withdraw: '申请提现',
  paid: '提现到账',
  returned: '提现退回',
}
export const PAYOUT_WAYS: Readonly<Record<PayoutWay, string>> = {
  cash: '现金（店家转账）',
  points: '换积分',
  coupon: '换优惠券',
  transfer: '微信转账',
}
export const WITHDRAWAL_STATES: Readonly<Record<WithdrawalState, string>> = {
  requested: '待店家审核',
  sent: '处理中',
  waiting: '待确认收款',
  paid: '已到账',
  failed: '未成功，已退回',
  cancelled: '已撤回',
  expired: '超时未确认，已退回',
}
