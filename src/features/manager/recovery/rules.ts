import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { RecoveryDraft } from '@shared/recovery/contract'

type Numbers = {
  [K in keyof RecoveryDraft]: RecoveryDraft[K] extends number ? K : never
}[keyof RecoveryDraft]
/** A figure of the form: so many milliseconds are one of its unit, or `scale` basis points one percent. */
export type Rule = {
  readonly name: Numbers
  readonly label: string
  readonly unit: string
  readonly hint?: string
  readonly ms?: number
  readonly scale?: number
}
const PERCENT = { unit: '%', scale: 100 } as const

export const REMINDER: Rule = {
  name: 'remindAfterMs',
  label: '下单多久后提醒',
  unit: '分钟',
  ms: MINUTE_MS,
  hint: '常用 15 分钟。太早打扰人，太晚单子就自动取消了',
}
/** What the owner decides of the coupon. */
export const COUPON_RULES: readonly Rule[] = [
  {
    name: 'couponAfterMs',
    label: '下单多久后发券',
    unit: '小时',
    ms: HOUR_MS,
    hint: '常用 24 小时。这期间来买过的人不用券',
  },
  {
    ...PERCENT,
    name: 'marginBp',
    label: '毛利率',
    hint: '卖 ¥10，扣掉原料还剩 ¥6，就填 60。发券划不划算、多赚了多少，都靠它算',
  },
  {
    ...PERCENT,
    name: 'chanceBp',
    label: '发给多少人',
    hint: '按这个比例随机分，其余的人只提醒、不发券，两边一比才知道券有没有用',
  },
  { name: 'coolDownMs', label: '两张券至少隔', unit: '天', ms: DAY_MS },
  { name: 'perYear', label: '每人每年最多', unit: '张' },
]
/** What can stay as it is. */
export const ADVANCED: readonly Rule[] = [
  {
    ...PERCENT,
    name: 'habitBp',
    label: '等券的习惯',
    hint: '没付完的单里，靠券才回来的到了这个比例，就不再给，免得养成等券的习惯',
  },
  {
    name: 'readoutMs',
    label: '多久后看结果',
    unit: '周',
    ms: 7 * DAY_MS,
    hint: '到那天才揭晓，提前看容易看走眼',
  },
  {
    ...PERCENT,
    name: 'expectedBp',
    label: '不发券也会回来的',
    hint: '你估计的比例，用来算要等多少人才看得准；不知道就用 20',
  },
  {
    ...PERCENT,
    name: 'worthKnowingBp',
    label: '多回来多少才算有用',
    hint: '填 10：100 人里多回来 10 个才算有用。越小，要等的人越多',
  },
]

/** The form's fields from top to foot, and what they are called. */
export const NAMES: Readonly<Record<string, string>> = {
  on: '开关',
  campaignId: '发哪张券',
  ...Object.fromEntries([REMINDER, ...COUPON_RULES, ...ADVANCED].map(({ name, label }) => [name, label])),
}
const ORDER = [
  'on',
  REMINDER.name,
  'campaignId',
  ...COUPON_RULES.map((r) => r.name),
  ...ADVANCED.map((r) => r.name),
]
export const FIELDS: readonly string[] = ORDER
export const placeOf = (field: string): number => ORDER.indexOf(field)

/** Whether saving ends the comparison that runs and begins another: any rule differs, and a coupon is or was in it. */
export function beginsAnew(was: RecoveryDraft, is: RecoveryDraft): boolean {
  const { on: _was, ...before } = was
  const { on: _is, ...after } = is
  const compares = was.campaignId !== null || is.campaignId !== null
  return compares && JSON.stringify(before) !== JSON.stringify(after)
}
