import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay, startOfShopDay } from '../kernel/time'
import {
  BILLED_PER_REFRESH,
  DAILY_REFRESHES,
  LOOKED_AT_LONGEST_MS,
  managerRefresh,
  SHORT_REFRESHES,
  spend,
  type Allowance,
  type Refresh,
} from './refresh'

const OPENING = startOfShopDay(Date.UTC(2026, 10, 22)) + 7 * HOUR_MS

type Look = Refresh & { readonly at: number; readonly usedBefore: number; readonly idleMs: number }

/** A phone that lies open from `from` to `to`, touched or changed at the instants of `touches`. */
function dayOf(touches: readonly number[], from: number, to: number, start: Allowance | null = null) {
  const looks: Look[] = []
  let allowance = start
  let now = from
  let activeAt = from
  const queue = [...touches].sort((a, b) => a - b)
  while (now < to) {
    const refresh = managerRefresh({ visible: true, activeAt, allowance, now })
    const usedBefore = allowance?.day === shopDay(now) ? allowance.used : 0
    looks.push({ ...refresh, at: now, usedBefore, idleMs: now - activeAt })
    const next = refresh.afterMs === null ? Infinity : now + refresh.afterMs
    const touch = queue[0] ?? Infinity
    if (Math.min(next, touch) >= to) break
    if (touch <= next) {
      queue.shift()
      now = Math.max(now, touch)
      activeAt = now
    } else {
      now = next
      allowance = spend(allowance, now)
    }
  }
  return { looks, allowance }
}
const touches = (hours: number) =>
  fc.array(fc.nat(hours * HOUR_MS), { maxLength: 300 }).map((all) => all.map((ms) => OPENING + ms))

it('costs at most 30,000 billed calls in the longest month', () => {
  expect(DAILY_REFRESHES * BILLED_PER_REFRESH * 31).toBeLessThanOrEqual(30_000)
})

it('never uses more than the allowance of a day, whatever the day is like', () => {
  fc.assert(
    fc.property(touches(12), (day) => {
      const { allowance } = dayOf(day, OPENING, OPENING + 12 * HOUR_MS)
      expect(allowance!.used).toBeLessThanOrEqual(DAILY_REFRESHES)
    }),
    { numRuns: 50 },
  )
})

it('sees a new order within 30 s while it is looked at and the allowance lasts', () => {
  fc.assert(
    fc.property(touches(12), (day) => {
      for (const look of dayOf(day, OPENING, OPENING + 12 * HOUR_MS).looks) {
        if (look.idleMs >= 10 * MINUTE_MS || DAILY_REFRESHES - look.usedBefore <= SHORT_REFRESHES) continue
        expect(look.pace).toBe('lookedAt')
        expect(look.afterMs).toBeLessThanOrEqual(LOOKED_AT_LONGEST_MS)
      }
    }),
    { numRuns: 50 },
  )
})

it('is never without news in a twelve-hour day, even when somebody looks all the time', () => {
  const always = Array.from({ length: 12 * 12 }, (_, i) => OPENING + i * 5 * MINUTE_MS)
  const { looks, allowance } = dayOf(always, OPENING, OPENING + 12 * HOUR_MS)
  expect(looks.filter((look) => look.pace === 'usedUp')).toEqual([])
  expect(looks.filter((look) => look.pace === 'short').length).toBeGreaterThan(0)
  expect(Math.max(...looks.map((look) => look.afterMs ?? 0))).toBeLessThanOrEqual(6 * MINUTE_MS)
  expect(allowance!.used).toBeGreaterThan(DAILY_REFRESHES - SHORT_REFRESHES)
})

it('leaves most of the allowance on a quiet day', () => {
  const { allowance, looks } = dayOf([], OPENING, OPENING + 12 * HOUR_MS)
  expect(allowance!.used).toBeLessThan(DAILY_REFRESHES / 2)
  expect(looks.map((look) => look.pace)).toEqual(expect.arrayContaining(['lookedAt', 'quiet', 'asleep']))
})

it('says so when the allowance is used up, and starts over at the shop’s midnight', () => {
  const used = { day: shopDay(OPENING), firstAt: OPENING, used: DAILY_REFRESHES }
  const at = (now: number) => managerRefresh({ visible: true, activeAt: now, allowance: used, now })
  expect(at(OPENING + HOUR_MS)).toEqual({ afterMs: null, pace: 'usedUp' })
  expect(at(startOfShopDay(OPENING) + DAY_MS)).toMatchObject({ pace: 'lookedAt' })
  expect(spend(used, startOfShopDay(OPENING) + DAY_MS).used).toBe(1)
})

it('asks nothing while nobody can see it', () => {
  const hidden = managerRefresh({ visible: false, activeAt: OPENING, allowance: null, now: OPENING })
  expect(hidden).toEqual({ afterMs: null, pace: 'hidden' })
})
