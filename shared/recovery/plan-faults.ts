import type { Fen } from '../kernel/money'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/time'
import { faultIf, isWhole, type FieldFault } from '../stores/fault'
import type { RecoveryDraft } from './contract'

/** What a draft is held against. */
export type PlanFacts = {
  readonly payWithinMs: number
  /** Campaigns whose coupon can be given → the most that it can cost. */
  readonly costs: Readonly<Record<string, Fen>>
}

/** Everything that contradicts itself, the time for payment or the campaigns; [] for one that can be saved. */
export function planFaults(draft: RecoveryDraft, { payWithinMs, costs }: PlanFacts): FieldFault[] {
  const { campaignId } = draft
  return [
    ...span('remindAfterMs', draft.remindAfterMs, MINUTE_MS, 5, 60, '提醒时间要在下单后 5–60 分钟之间'),
    ...faultIf(
      isWhole(draft.remindAfterMs, 0, DAY_MS) && draft.remindAfterMs + 5 * MINUTE_MS > payWithinMs,
      'remindAfterMs',
      `提醒后要留 5 分钟付款：付款时限是 ${Math.round(payWithinMs / MINUTE_MS)} 分钟，提醒要再早一些`,
    ),
    ...span('couponAfterMs', draft.couponAfterMs, HOUR_MS, 12, 72, '发券时间要在下单后 12–72 小时之间'),
    ...faultIf(
      campaignId !== null && costs[campaignId] === undefined,
      'campaignId',
      '这个活动不在进行，或不是手动发放的券',
    ),
    ...share('marginBp', draft.marginBp, 500, 9_500, '毛利率要在 5% 到 95% 之间'),
    ...share(
      'chanceBp',
      draft.chanceBp,
      1_000,
      9_000,
      '发券比例要在 10% 到 90% 之间：留一部分不发，才知道券有没有用',
    ),
    ...span('coolDownMs', draft.coolDownMs, DAY_MS, 14, 365, '两次发券至少隔 14 天，最多 365 天'),
    ...faultIf(!isWhole(draft.perYear, 1, 6), 'perYear', '每人每年 1–6 张'),
    ...share('habitBp', draft.habitBp, 1_000, 10_000, '比例要在 10% 到 100% 之间'),
    ...span('readoutMs', draft.readoutMs, DAY_MS, 14, 180, '看结果要在 2–25 周之后'),
    ...share('expectedBp', draft.expectedBp, 100, 9_000, '比例要在 1% 到 90% 之间'),
    ...share('worthKnowingBp', draft.worthKnowingBp, 100, 5_000, '差别要在 1% 到 50% 之间'),
  ]
}

const span = (field: string, ms: number, unit: number, from: number, to: number, sentence: string) =>
  faultIf(!isWhole(ms / unit, from, to), field, sentence)
const share = (field: string, bp: number, from: number, to: number, sentence: string) =>
  faultIf(!isWhole(bp, from, to), field, sentence)
