import { yuan, type Fen } from '@shared/kernel/money'
import { shopDateTime, startOfShopDay, type Instant } from '@shared/kernel/time'
import type { Balances } from '@shared/promoters/ledger'
import type { Offer, PayoutWay, Promised, WithdrawalView } from '@shared/promoters/contract'
import { isOffered } from '@shared/promoters/payout'

/** As an account writes it, both decimals always: 1250 → 12.50, 123456789 → 1,234,567.89. */
export function amount(fen: Fen): string {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

/** By how much something changed: +12.50, −3.00 */
export const signed = (fen: Fen): string => `${fen < 0 ? '−' : '+'}${amount(fen)}`

/** 850 bp → 8.5% */
export const percent = (bp: number): string => `${bp / 100}%`

/** 11-22 10:00; with the year where it is another one. */
export function whenText(at: Instant, now: Instant): string {
  const text = shopDateTime(at)
  return text.slice(0, 4) === shopDateTime(now).slice(0, 4) ? text.slice(5) : text
}

/** When a promised commission becomes theirs, by the rule while the day is not known yet. */
export function releaseWords({ availableAt, returnDays }: Promised, now: Instant): string {
  if (availableAt === null)
    return returnDays === 0 ? '朋友收货后转为可提现' : `朋友收货 ${returnDays} 天后转为可提现`
  if (availableAt <= now) return '已到期，正在转为可提现'
  const clock = shopDateTime(availableAt).slice(11)
  const today = startOfShopDay(availableAt) === startOfShopDay(now)
  return `${today ? `今天 ${clock}` : whenText(availableAt, now)} 转为可提现`
}

export const BALANCE_NAMES: Readonly<Record<keyof Balances, string>> = {
  availableFen: '可提现',
  pendingFen: '待结算',
  withdrawingFen: '提现中',
  withdrawnFen: '已提现',
  debtFen: '欠款',
}
const NAMED = Object.keys(BALANCE_NAMES) as (keyof Balances)[]

/** What an entry moved, what grew first. */
export function movesIn(moves: Balances): readonly { readonly balance: keyof Balances; readonly fen: Fen }[] {
  const moved = NAMED.map((balance) => ({ balance, fen: moves[balance] })).filter(({ fen }) => fen !== 0)
  return [...moved.filter(({ fen }) => fen > 0), ...moved.filter(({ fen }) => fen < 0)]
}

/** The shop's limits for a payout, in one line. */
export function limitWords({ minimumFen, dailyFen, approvalAboveFen }: Offer): string {
  const approval = approvalAboveFen < dailyFen ? `，超过 ¥${yuan(approvalAboveFen)} 由店主审核` : ''
  return `满 ¥${yuan(minimumFen)} 可提，每天最多 ¥${yuan(dailyFen)}${approval}`
}

/** Until when a transfer waits for its recipient. */
export const confirmWords = ({ confirmBy }: Pick<WithdrawalView, 'confirmBy'>, now: Instant): string =>
  confirmBy === null ? '' : `${whenText(confirmBy, now)} 前确认`

const IN_A_WORD: Readonly<Record<PayoutWay, string>> = {
  transfer: '微信转账',
  cash: '店家转账',
  points: '换积分',
  coupon: '换优惠券',
}
/** The ways that the shop offers, money first. */
export const waysOf = (offer: Offer): readonly PayoutWay[] =>
  (Object.keys(IN_A_WORD) as PayoutWay[]).filter((way) => isOffered(offer, way))

/** How commission can be had; '' where the shop offers no way. */
export const wayWords = (offer: Offer): string =>
  waysOf(offer)
    .map((way) => IN_A_WORD[way])
    .join('、')
