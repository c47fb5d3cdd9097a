import { RemindTask } from '@shared/coupons/campaign-contract'
import { remindAt } from '@shared/coupons/reminder'
import { DAY_MS, MINUTE_MS, type Instant } from '@shared/kernel/time'
import { KINDS } from '@shared/reach/kinds'
import { afterQuiet, type ReachRules } from '@shared/reach/quiet'
import type { CouponRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { onceADay, task } from '../../platform/tick'
import { planJobs, reachSettings, type Plan } from '../reach'
import { ENDING_PAGE, endingAfter, type Place } from './repository'

export const REMIND_TASK = 'coupons.remind'
const FIVE = 5 * 60
/** Two days ahead: each reminder is planned by two nights, so one night without a timer loses none. */
const AHEAD_MS = 2 * DAY_MS
/** In the minute that the function may take. */
const PAGES_AT_ONCE = 10
const PLANNED_AT_ONCE = 200
/** A message names one coupon and counts the rest; so many are looked at again at sending. */
const MOST_TOGETHER = 20

/**
 * Plans the reminders of coupons that end soon, in the night's turn of the timer (decision 0011): claiming costs nothing,
 * and no coupon of somebody who accepted no message has a document. All other turns cost nothing; this one reads a page of
 * coupons that are about to end and who of their members accepted, and nothing but the settings where the shop has no
 * template.
 */
export const sweepReminders = onceADay(REMIND_TASK, FIVE, (ctx) =>
  planReminders({ at: ctx.now, id: '' }, ctx),
)

/** Goes on where a turn stopped. */
export const remindTask = task(RemindTask, ({ at, id }, ctx) =>
  planReminders({ at: Math.max(Number(at), ctx.now), id: Number(at) >= ctx.now ? id : '' }, ctx),
)

/** One turn, from a place in the order of coupons' ends on. What exceeds it goes on in a minute by a delayed call. */
async function planReminders(from: Place, ctx: CloudCtx): Promise<void> {
  const settings = await reachSettings(ctx.db)
  if (!settings?.templates[KINDS.couponExpiring.template]) return
  const { rules } = settings
  let place = from
  let planned = 0
  for (let page = 0; page < PAGES_AT_ONCE && planned < PLANNED_AT_ONCE; page++) {
    const ending = await endingAfter(ctx.db, place)
    planned += await planJobs(KINDS.couponExpiring, plansOf(ending, rules, ctx.now), ctx)
    const last = ending.at(-1)
    if (!last || ending.length < ENDING_PAGE) return
    if (last.expiresAt > ctx.now + AHEAD_MS + rules.couponLeadMs) return
    place = { at: last.expiresAt, id: last._id }
  }
  await ctx.tasks.later({ task: REMIND_TASK, at: String(place.at), id: place.id }, MINUTE_MS)
}

/** One plan for each member and end: coupons that end together are told together. */
function plansOf(coupons: readonly CouponRow[], rules: ReachRules, now: Instant): Plan[] {
  const plans = new Map<string, Plan>()
  for (const coupon of coupons) {
    const due = remindAt(coupon, rules)
    if (due === null || due > now + AHEAD_MS) continue
    const { memberId: subject, expiresAt } = coupon
    const key = `${subject}:${expiresAt}`
    const about = [...(plans.get(key)?.about ?? []), coupon._id].slice(0, MOST_TOGETHER)
    const dueAt = afterQuiet(Math.max(due, now), rules)
    plans.set(key, { subject, stage: String(expiresAt), memberId: subject, about, dueAt })
  }
  return [...plans.values()]
}
