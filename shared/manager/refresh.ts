import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, shopDay, startOfShopDay, type Instant } from '../kernel/time'

/** One refresh is one function call and one database read. */
export const BILLED_PER_REFRESH = 2
/** Automatic refreshes of one phone in one shop day: 480 · 2 · 31 = 29,760 ≤ 30,000 billed calls a month. */
export const DAILY_REFRESHES = 480
/** When so few are left, they are spread over the rest of the working day. */
export const SHORT_REFRESHES = 120
const WORKING_DAY_MS = 12 * HOUR_MS

/** Looked at: visible, and touched or changed within this time. */
export const LOOKED_AT_MS = 10 * MINUTE_MS
const QUICKEST_MS = 8 * SECOND_MS
/** A new order is seen within 30 s: the longest wait while looked at, and 5 s for the call itself. */
export const LOOKED_AT_LONGEST_MS = 25 * SECOND_MS
const QUIET_MS = 30 * MINUTE_MS

/** What one phone has used of its day. Kept by the client, also over a restart. */
export type Allowance = {
  /** The shop's calendar day it counts, `YYYYMMDD`. */
  readonly day: string
  readonly firstAt: Instant
  readonly used: number
}

const today = (allowance: Allowance | null, now: Instant): Allowance =>
  allowance?.day === shopDay(now) ? allowance : { day: shopDay(now), firstAt: now, used: 0 }

/** The allowance after one more automatic refresh at `now`; a new shop day starts over. */
export function spend(allowance: Allowance | null, now: Instant): Allowance {
  const a = today(allowance, now)
  return { ...a, used: a.used + 1 }
}

/**
 * `lookedAt`: an order shows within 30 s · `quiet`: within a minute · `asleep`: within 5 minutes ·
 * `short`: the day's allowance is nearly used, slower than that; the screen says so · `usedUp`: by hand only, until
 * midnight; the screen says so · `hidden`: the page is not on the screen, nothing is asked.
 */
export type Pace = 'lookedAt' | 'quiet' | 'asleep' | 'short' | 'usedUp' | 'hidden'
export type Refresh = { readonly afterMs: number | null; readonly pace: Pace }

export type Watching = {
  readonly visible: boolean
  /** When the page was last touched, came into view, or the board last changed. */
  readonly activeAt: Instant
  readonly allowance: Allowance | null
  readonly now: Instant
}

function wish(idleMs: number): { afterMs: number; pace: Pace } {
  if (idleMs < LOOKED_AT_MS) {
    const afterMs = Math.min(LOOKED_AT_LONGEST_MS, Math.max(QUICKEST_MS, Math.floor(idleMs / 2)))
    return { afterMs, pace: 'lookedAt' }
  }
  if (idleMs < QUIET_MS) return { afterMs: MINUTE_MS, pace: 'quiet' }
  return { afterMs: 5 * MINUTE_MS, pace: 'asleep' }
}

/** How long the day still is: the twelve hours since the first refresh, and after these until midnight. */
function restOfDayMs(allowance: Allowance, now: Instant): number {
  const midnight = startOfShopDay(now) + DAY_MS
  const closing = allowance.firstAt + WORKING_DAY_MS
  return (closing > now ? Math.min(closing, midnight) : midnight) - now
}

/**
 * When the counter's page asks for the board again, counted from `now`, the arrival of the last board (each staff
 * action answers with one, so a tap is a refresh that costs nothing more). Laws: never more than DAILY_REFRESHES
 * automatic refreshes in a shop day; looked at and not short ⇒ at most LOOKED_AT_LONGEST_MS.
 */
export function managerRefresh({ visible, activeAt, allowance, now }: Watching): Refresh {
  if (!visible) return { afterMs: null, pace: 'hidden' }
  const a = today(allowance, now)
  const left = DAILY_REFRESHES - a.used
  if (left <= 0) return { afterMs: null, pace: 'usedUp' }
  const wanted = wish(Math.max(0, now - activeAt))
  if (left > SHORT_REFRESHES) return wanted
  const spreadMs = Math.ceil(restOfDayMs(a, now) / left)
  return spreadMs > wanted.afterMs ? { afterMs: spreadMs, pace: 'short' } : wanted
}
