import type { PayoutWay, PromoterState, WithdrawalState } from '@shared/promoters/contract'

/** How a promoter stands, as the owner's tabs say it; in the order of the tabs. */
export const STANDINGS: Readonly<Record<PromoterState, string>> = {
  applied: '待审核',
  invited: '已邀请',
  accepted: '推客',
  declined: '未通过',
  banned: '已停用',
}
/** What became of a person meanwhile, when somebody else was faster. */
export const BY_NOW: Readonly<Record<PromoterState, string>> = {
  applied: '对方刚刚提交了申请',
  invited: '已经邀请过了，等对方同意',
  accepted: '对方已经是推客了',
  declined: '已经不通过了',
  banned: '对方已被停用',
}
/** What the money becomes. */
export const WAYS: Readonly<Record<PayoutWay, string>> = {
  cash: '现金',
  points: '换积分',
  coupon: '换券',
  transfer: '微信转账',
}
/** What became of a payout meanwhile, when somebody else was faster. */
export const PAYOUT_BY_NOW: Readonly<Record<WithdrawalState, string>> = {
  requested: '这笔还在等审核',
  sent: '这笔已经在处理了',
  waiting: '这笔在等对方确认收款',
  paid: '这笔已经付过了',
  failed: '这笔已经退回了',
  cancelled: '对方已经撤回了',
  expired: '对方没有确认收款，已经退回了',
}

/** What to call a person who has not said their name, or has left. */
export const nameOf = ({ name }: { readonly name: string }): string => (name === '' ? '没填称呼' : name)
