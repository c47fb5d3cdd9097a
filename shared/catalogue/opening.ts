import { hasOwn } from '../kernel/lists'
import { DAY_MS, shopDay, shopMinutes, type Instant } from '../kernel/time'
import type { Hours, Store } from './contract'

/** When a store is open: its ordinary hours, and the days that have others. */
export type Opening = Pick<Store, 'hours' | 'specialDays'>

/**
 * Whether an instant lies in hours that are the same every day, in the shop's zone: `[from, to)`, so they begin on the
 * minute `from` and are over on the minute `to`. `to: 1440` lasts until midnight exactly; hours that cross midnight have
 * `to < from` (22:00–02:00) and hold on both sides of it. No hours: never.
 */
export function isWithinHours(hours: readonly Hours[], at: Instant): boolean {
  const now = shopMinutes(at)
  return hours.some(({ from, to }) => (from <= to ? now >= from && now < to : now >= from || now < to))
}

/** The hours that begin on a day of the shop's calendar (`YYYYMMDD`): that day's own, or the ordinary ones. */
export function hoursOn({ hours, specialDays }: Opening, day: string): readonly Hours[] {
  return hasOwn(specialDays, day) ? (specialDays[day]?.hours ?? []) : hours
}

/** Whether the store is closed on this very day (a holiday), whatever its ordinary hours are. */
export const isHoliday = ({ specialDays }: Pick<Opening, 'specialDays'>, day: string): boolean =>
  hasOwn(specialDays, day) && specialDays[day]?.hours.length === 0

/**
 * Whether a store is open at this instant: `[from, to)` (law 14). Hours belong to the day on which they begin: those of
 * 22:00–02:00 end at 2 in the morning of the next day even where that one is a holiday, and a holiday's own night goes on
 * after its midnight.
 */
export function isOpen(store: Opening, at: Instant): boolean {
  const now = shopMinutes(at)
  const begun = hoursOn(store, shopDay(at)).some(({ from, to }) => now >= from && (now < to || to < from))
  return begun || hoursOn(store, shopDay(at - DAY_MS)).some(({ from, to }) => to < from && now < to)
}

/** Hours as a shop writes them: `07:00–10:30、14:00–20:00`. */
export function hoursText(hours: readonly Hours[]): string {
  return hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join('、')
}

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
