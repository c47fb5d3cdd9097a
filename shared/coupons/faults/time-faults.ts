import { sortedCopy } from '../../kernel/lists'
import { DAY_MS, shopWeekday, startOfShopDay, type Instant } from '../../kernel/time'
import type { CampaignDraft, FieldFault } from '../campaign-contract'
import { countFault, doubled, faultIf } from './fault'

const CAMPAIGN_MOST_DAYS = 731
const COUPON_MOST_DAYS = 366
const MINUTES_A_DAY = 1440

/** `[startAt, endAt)` of a campaign. */
export function periodFaults({ startAt, endAt }: CampaignDraft, now: Instant): FieldFault[] {
  if (endAt <= startAt) return faultIf(true, 'endAt', '结束时间要晚于开始时间')
  return [
    ...faultIf(endAt <= now, 'endAt', '结束时间已经过去了'),
    ...faultIf(endAt - startAt > CAMPAIGN_MOST_DAYS * DAY_MS, 'endAt', '活动最长两年，到期可以再开'),
    ...faultIf(startAt > now + COUPON_MOST_DAYS * DAY_MS, 'startAt', '开始时间太远了，最多提前一年'),
  ]
}

/** How long its coupons can be used. */
export function validityFaults(draft: CampaignDraft, now: Instant): FieldFault[] {
  const { validity, entry, endAt } = draft
  if (validity.kind === 'days')
    return [
      ...countFault('validity.days', validity.days, 1, COUPON_MOST_DAYS, '有效天数'),
      ...faultIf(
        entry.kind === 'birthday' && validity.days <= entry.daysBefore,
        'validity.days',
        '券在生日之前就过期了，有效天数要多于提前发的天数',
      ),
    ]
  if (validity.endAt <= validity.startAt) return faultIf(true, 'validity.endAt', '券的截止时间要晚于起始时间')
  return [
    ...faultIf(validity.endAt <= now, 'validity.endAt', '券的截止时间已经过去了'),
    ...faultIf(validity.endAt < endAt, 'validity.endAt', '活动还没结束券就过期了，后来的人领到的是废券'),
    ...faultIf(
      validity.endAt - validity.startAt > COUPON_MOST_DAYS * DAY_MS,
      'validity.endAt',
      '一张券最长可用一年',
    ),
    ...faultIf(
      validity.startAt > endAt + COUPON_MOST_DAYS * DAY_MS,
      'validity.startAt',
      '券要等到活动结束一年后才能用，太晚了',
    ),
  ]
}

/** Days of the week and hours in which a coupon can be used. Needs a sound validity. */
export function weekFaults({ terms: { days, hours }, validity }: CampaignDraft): FieldFault[] {
  const outside = days.some((day) => !Number.isSafeInteger(day) || day < 0 || day > 6)
  if (outside || doubled(days) !== undefined) return faultIf(true, 'terms.days', '星期选得不对')
  const reached = validity.kind === 'dates' ? weekdaysIn(validity.startAt, validity.endAt) : validity.days
  const never =
    days.length > 0 &&
    (typeof reached === 'number' ? reached < longestGap(days) : !days.some((day) => reached.includes(day)))
  return [
    ...faultIf(never, 'terms.days', '券的有效期太短，可能一天也轮不到选中的星期'),
    ...hoursFaults(hours),
  ]
}

function weekdaysIn(startAt: Instant, endAt: Instant): number[] {
  const first = startOfShopDay(startAt)
  const count = Math.min(7, Math.ceil((endAt - first) / DAY_MS))
  return Array.from({ length: count }, (_, i) => shopWeekday(first + i * DAY_MS))
}

/** Days in a row, counted from any weekday, after which one of `days` has come for certain. */
function longestGap(days: readonly number[]): number {
  const waits = [0, 1, 2, 3, 4, 5, 6].map((from) => Math.min(...days.map((day) => (day - from + 7) % 7)))
  return Math.max(...waits) + 1
}

function hoursFaults(hours: CampaignDraft['terms']['hours']): FieldFault[] {
  const isMinute = (n: number) => Number.isSafeInteger(n) && n >= 0 && n <= MINUTES_A_DAY
  const sorted = sortedCopy(hours, (a, b) => a.from - b.from)
  return [
    ...faultIf(
      hours.some(({ from, to }) => !isMinute(from) || !isMinute(to)),
      'terms.hours',
      '时段要在 00:00 到 24:00 之间',
    ),
    ...faultIf(
      hours.some(({ from, to }) => to <= from),
      'terms.hours',
      '时段的结束要晚于开始，跨过零点请分成两段',
    ),
    ...faultIf(
      sorted.some(({ from }, i) => i > 0 && from < (sorted[i - 1]?.to ?? 0)),
      'terms.hours',
      '有两个时段重叠了',
    ),
  ]
}
