/** An instant: milliseconds since the epoch, UTC. Fields that hold one end in `At`. */
export type Instant = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Calendar rules are in the shop's zone, Asia/Shanghai: UTC+8 all year since 1992, so an offset is exact. */
const SHOP_OFFSET_MS = 8 * HOUR_MS

/** The shop's calendar day as `YYYYMMDD`. */
export function shopDay(at: Instant): string {
  return new Date(at + SHOP_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** The instant at which the shop's calendar day of `at` began. */
export function startOfShopDay(at: Instant): Instant {
  return Math.floor((at + SHOP_OFFSET_MS) / DAY_MS) * DAY_MS - SHOP_OFFSET_MS
}

/** Minutes since the shop's midnight, 0–1439. */
export function shopMinutes(at: Instant): number {
  return Math.floor((at - startOfShopDay(at)) / MINUTE_MS)
}

/** Clock time in the shop's zone as `HH:mm`. */
export function shopClock(at: Instant): string {
  return new Date(at + SHOP_OFFSET_MS).toISOString().slice(11, 16)
}

/** Date and time in the shop's zone as `YYYY-MM-DD HH:mm`. */
export function shopDateTime(at: Instant): string {
  return new Date(at + SHOP_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The shop's calendar month as `YYYYMM`, `ahead` months later. */
export function shopMonth(at: Instant, ahead = 0): string {
  const local = new Date(at + SHOP_OFFSET_MS)
  const month = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + ahead, 1))
  return month.toISOString().slice(0, 7).replace('-', '')
}

/** The instant at which a month of the shop's calendar (`YYYYMM`), or the one `ahead` months later, begins. */
export function startOfShopMonth(month: string, ahead = 0): Instant {
  return Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4, 6)) - 1 + ahead, 1) - SHOP_OFFSET_MS
}

/** The instant at which a day of the shop's calendar (`YYYYMMDD`) begins. */
export function shopDayStart(day: string): Instant {
  const [y, m, d] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  return Date.UTC(y, m - 1, d) - SHOP_OFFSET_MS
}

/** The day of the week in the shop's zone, 0 = Sunday. */
export function shopWeekday(at: Instant): number {
  return new Date(at + SHOP_OFFSET_MS).getUTCDay()
}

/** Whether `MMDD` is a day that some year has: 0229 is. */
export function isCalendarDay(monthDay: string): boolean {
  const at = new Date(Date.UTC(2024, Number(monthDay.slice(0, 2)) - 1, Number(monthDay.slice(2))))
  return /^\d{4}$/.test(monthDay) && at.toISOString().slice(5, 10).replace('-', '') === monthDay
}
