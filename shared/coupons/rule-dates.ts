import { DAY_MS, shopDay, shopDayStart, startOfShopDay, type Instant } from '../kernel/time'
import type { Account } from '../points/contract'

/** The longest that a birthday campaign may give ahead; from then on a member is looked at daily. */
export const BIRTHDAY_LEAD_DAYS = 30
/** A timer that stayed away on the day itself is made up for within this. */
const BIRTHDAY_GRACE_DAYS = 2

/** The shop's day on which a birthday (`MMDD`) falls in a year: its first instant. 29 February is the 28th in a year without one. */
function birthdayIn(year: number, monthDay: string): Instant {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return shopDayStart(`${year}${monthDay === '0229' && !leap ? '0228' : monthDay}`)
}

/** The birthday that comes next, or came so lately that its coupon may still be given. */
function nextBirthday(monthDay: string, now: Instant): { readonly year: number; readonly at: Instant } {
  const last = startOfShopDay(now) - BIRTHDAY_GRACE_DAYS * DAY_MS
  const first = Number(shopDay(last).slice(0, 4))
  const year = birthdayIn(first, monthDay) >= last ? first : first + 1
  return { year, at: birthdayIn(year, monthDay) }
}

/**
 * Members who are due on the same day are spread over its small hours by their id, so that a page of them ends at an
 * instant that few share. Ids are base32hex; 32⁵ ms are 9.3 hours.
 */
const spreadMs = (memberId: string): number => Number.parseInt(memberId.slice(-5), 32) || 0

/**
 * When birthday rules begin to look at a member: 30 days before the birthday that comes next. They look daily from then
 * on, so a campaign that is started in between reaches them as well.
 */
export const birthdayDueAt = (monthDay: string, memberId: string, now: Instant): Instant =>
  nextBirthday(monthDay, now).at - BIRTHDAY_LEAD_DAYS * DAY_MS + spreadMs(memberId)

/** The grant key if a birthday coupon that is given so many days ahead is due by now: once for each birthday. */
export function birthdayKey(monthDay: string, daysBefore: number, now: Instant): string | null {
  const { year, at } = nextBirthday(monthDay, now)
  return now >= at - daysBefore * DAY_MS ? `b${year}` : null
}

/** Rules for the dormant look at a member for the first time when no order was paid for so long; their shortest absence. */
const DORMANT_FIRST_DAYS = 7
const DORMANT_AGAIN_DAYS = 30
const DORMANT_LAST_DAYS = 365

/** What a payment sets: when rules look at this member unless another order is paid before. */
export const dormantDueAt = (paidAt: Instant): Instant => paidAt + DORMANT_FIRST_DAYS * DAY_MS

/** The grant key if no order was paid for `days`: once in each absence, which begins with its last order. */
export function dormantKey({ lastPaidAt }: Account, days: number, now: Instant): string | null {
  if (lastPaidAt === null || now < lastPaidAt + days * DAY_MS) return null
  return `d${shopDay(lastPaidAt)}`
}

/**
 * When to look again at who is still away: as soon as a running campaign's day comes, after 30 days at the latest, in
 * case another was started meanwhile. Null after a year, the longest absence that a campaign can ask for.
 */
export function dormantLookAgainAt(
  lastPaidAt: Instant,
  runningDays: readonly number[],
  now: Instant,
): Instant | null {
  const ahead = runningDays.map((days) => lastPaidAt + days * DAY_MS).filter((at) => at > now)
  const next = Math.min(now + DORMANT_AGAIN_DAYS * DAY_MS, ...ahead)
  return now >= lastPaidAt + DORMANT_LAST_DAYS * DAY_MS ? null : next
}
