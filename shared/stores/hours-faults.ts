import type { StoreDraft } from './contract'
import { faultIf, isWhole, textFault, type FieldFault } from './fault'

type Hours = StoreDraft['hours']
type Span = readonly [from: number, to: number]

export const DAY_MINUTES = 1440
/** Hours that cross midnight end by this; longer nights are written as two. What ends later was typed the wrong way round. */
const LATEST_NIGHT = 6 * 60
const MOST_SPANS = 6
const MOST_SPECIAL_DAYS = 60
const NOTE_MOST = 20

/** What is wrong with a day's hours; none at all is for the caller to judge. */
export function hoursFaults(field: string, hours: Hours): FieldFault[] {
  const faults = hours.flatMap((span, i) => spanFaults(`${field}.${i}`, span))
  if (hours.length > MOST_SPANS) faults.push({ field, sentence: `一天最多 ${MOST_SPANS} 段营业时间` })
  return faults.length > 0 ? faults : overlaps(field, hours)
}

function spanFaults(field: string, { from, to }: Hours[number]): FieldFault[] {
  if (!isWhole(from, 0, DAY_MINUTES - 1) || !isWhole(to, 0, DAY_MINUTES))
    return [{ field, sentence: '时间要在 00:00 到 24:00 之间' }]
  if (from === to) return [{ field, sentence: '开门和打烊是同一个时间；全天营业请填 00:00–24:00' }]
  return faultIf(
    to < from && to > LATEST_NIGHT,
    field,
    '打烊早于开门；跨夜最晚写到次日 06:00，更久请分成两段',
  )
}

/** The stretches of one day that a span covers; across midnight they are two. */
const stretches = ({ from, to }: Hours[number]): Span[] =>
  from < to
    ? [[from, to]]
    : [
        [from, DAY_MINUTES],
        [0, to],
      ]

function overlaps(field: string, hours: Hours): FieldFault[] {
  const meet = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1]
  return hours.flatMap((span, i) => {
    const first = hours
      .slice(0, i)
      .findIndex((other) => stretches(span).some((a) => stretches(other).some((b) => meet(a, b))))
    return faultIf(first >= 0, `${field}.${i}`, `和第 ${first + 1} 段营业时间重叠了`)
  })
}

/** Whether `YYYYMMDD` is a day of the calendar. */
export function isDay(day: string): boolean {
  const [y, m, d] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number) as [number, number, number]
  const at = new Date(Date.UTC(y, m - 1, d))
  return /^\d{8}$/.test(day) && at.getUTCMonth() === m - 1 && at.getUTCDate() === d
}

/** Holidays and days of other hours; no hours: closed that day. Days that are over are the caller's to drop. */
export function specialDayFaults(days: StoreDraft['specialDays']): FieldFault[] {
  const all = Object.entries(days)
  const faults = all.flatMap(([day, { hours, note }]) => {
    const field = `specialDays.${day}`
    return [
      ...faultIf(!isDay(day), field, '没有这一天，请重新选日期'),
      ...hoursFaults(`${field}.hours`, hours),
      ...(note.trim() === '' ? [] : textFault(`${field}.note`, note, NOTE_MOST, '说明')),
    ]
  })
  return [
    ...faultIf(all.length > MOST_SPECIAL_DAYS, 'specialDays', `特殊日期最多 ${MOST_SPECIAL_DAYS} 天`),
    ...faults,
  ]
}
