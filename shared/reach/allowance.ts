import { DAY_MS, startOfShopDay, type Instant } from '../kernel/time'
import type { Kind } from './kinds'
import { afterQuiet, type ReachRules } from './quiet'

/** One marketing message that was let out to a member, counted from the moment before WeChat was asked. */
export type Sending = { readonly jobId: string; readonly kind: string; readonly at: Instant }
export type Delay = 'quietHours' | 'dayCap' | 'weekCap' | 'coolDown'
/** `at`: the earliest instant, now or later. `why` it isn't now; null exactly when it is. */
export type Allowed = { readonly at: Instant; readonly why: Delay | null }

const MOST_A_DAY = 1
const MOST_A_WEEK = 3
const WEEK_MS = 7 * DAY_MS
const REMEMBERED_MS = 30 * DAY_MS

/** What of a history still matters, with one more: kept for 30 days, the longest that a rule looks back. */
export const withSending = (history: readonly Sending[], sending: Sending): Sending[] => [
  ...history.filter(({ at }) => at > sending.at - REMEMBERED_MS),
  sending,
]

/**
 * When a message of this kind may leave for a member with this history, if nothing else leaves before.
 *
 * Law 12: marketing never in quiet hours, at most 1 in a day of the shop's calendar and 3 in any 7 days (one at `s` counts
 * in `[s, s + 7 days)`), and not within the kind's cool-down. A service notice is never held back.
 */
export function whenAllowed(
  kind: Kind,
  history: readonly Sending[],
  now: Instant,
  rules: ReachRules,
): Allowed {
  if (kind.purpose === 'service') return { at: now, why: null }
  const steps: readonly (readonly [Delay, (at: Instant) => Instant])[] = [
    ['coolDown', (at) => afterCoolDown(kind, history, at)],
    ['weekCap', (at) => afterWeek(history, at)],
    ['dayCap', (at) => afterDay(history, at)],
    ['quietHours', (at) => afterQuiet(at, rules)],
  ]
  let allowed: Allowed = { at: now, why: null }
  for (;;) {
    const { at, why } = allowed
    const hit = steps.find(([, after]) => after(at) > at)
    if (!hit) return allowed
    allowed = { at: hit[1](at), why: why ?? hit[0] }
  }
}

function afterCoolDown({ name, coolDownMs }: Kind, history: readonly Sending[], at: Instant): Instant {
  const mine = history.filter((s) => s.kind === name && s.at <= at)
  return Math.max(at, ...mine.map((s) => s.at + coolDownMs))
}

/** The moment at which enough of the last days' messages are a week old. */
function afterWeek(history: readonly Sending[], at: Instant): Instant {
  const counting = history.map((s) => s.at).filter((s) => s <= at && at < s + WEEK_MS)
  const newestFirst = [...counting].sort((a, b) => b - a)
  const last = newestFirst[MOST_A_WEEK - 1]
  return last === undefined ? at : last + WEEK_MS
}

function afterDay(history: readonly Sending[], at: Instant): Instant {
  const today = startOfShopDay(at)
  const sent = history.filter((s) => startOfShopDay(s.at) === today)
  return sent.length < MOST_A_DAY ? at : today + DAY_MS
}
