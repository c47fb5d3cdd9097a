import { minutesOf } from '@shared/stores/clock'
import { MINUTE_MS, shopClock, shopDateTime, shopDayStart, type Instant } from '@shared/kernel/time'

/** A day and a time of it, as pickers know them: `2026-12-01`, `09:30`; `24:00` is the end of the day. */
export type Moment = { readonly day: string; readonly time: string }

/** When it begins: midnight is the first minute of its day. */
export const startMoment = (at: Instant): Moment => ({
  day: shopDateTime(at).slice(0, 10),
  time: shopClock(at),
})

/** When it ends, which is no longer part of it: midnight is the end of the day before. */
export function endMoment(at: Instant): Moment {
  if (shopClock(at) !== '00:00') return startMoment(at)
  return { day: shopDateTime(at - MINUTE_MS).slice(0, 10), time: '24:00' }
}

/** The instant in the shop's zone. */
export const instantOf = ({ day, time }: Moment): Instant =>
  shopDayStart(day.replace(/-/g, '')) + minutesOf(time) * MINUTE_MS

/** A picker knows no 24:00; for the end of something its 00:00 means that. */
export const endTime = (picked: string): string => (picked === '00:00' ? '24:00' : picked)
export const pickerTime = (time: string): string => (time === '24:00' ? '00:00' : time)

/** 2026-12-01 09:30; the whole day's start and end are left out. */
export const momentWords = ({ day, time }: Moment): string =>
  time === '00:00' || time === '24:00' ? day : `${day} ${time}`
/** The same for a list: without the year where it is this one. */
export function periodWords(
  { startAt, endAt }: { readonly startAt: Instant; readonly endAt: Instant },
  now: Instant,
): string {
  const thisYear = startMoment(now).day.slice(0, 5)
  return spanWords(startAt, endAt)
    .split(' 至 ')
    .map((words) => words.replace(thisYear, ''))
    .join(' 至 ')
}

/** 2026-12-01 至 2026-12-31, both days included. */
export const spanWords = (startAt: Instant, endAt: Instant): string =>
  `${momentWords(startMoment(startAt))} 至 ${momentWords(endMoment(endAt))}`
