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
