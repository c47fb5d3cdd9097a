import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, shopDay, shopDayStart } from '../kernel/time'
import { whenAllowed, withSending, type Sending } from './allowance'
import type { Kind } from './kinds'
import { DEFAULT_RULES, isQuiet } from './quiet'

const RULES = DEFAULT_RULES
const START = shopDayStart('20261125')
const kind = (name: string, coolDownMs: number): Kind => ({
  name,
  purpose: 'marketing',
  template: name.toUpperCase(),
  coolDownMs,
})
const KINDS = [kind('soon', DAY_MS), kind('rare', 5 * DAY_MS), kind('free', 0)]
const service: Kind = { ...kind('ready', DAY_MS), purpose: 'service' }
/** Wishes to send, hours and minutes apart: many fall together, into nights and onto midnights. */
const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    afterMs: fc.oneof(
      fc.integer({ min: 0, max: 30 * HOUR_MS }),
      fc.constantFrom(0, 2 * HOUR_MS, 10 * HOUR_MS, DAY_MS),
    ),
  }),
  { maxLength: 40 },
)

/** Everything that asks is let out as soon as it may be, as the door does. */
function played(all: { kind: Kind; afterMs: number }[]): Sending[] {
  let history: Sending[] = []
  let clock = START
  for (const [i, { kind: wanted, afterMs }] of all.entries()) {
    const { at } = whenAllowed(wanted, history, clock + afterMs, RULES)
    clock = at
    history = withSending(history, { jobId: String(i), kind: wanted.name, at })
  }
  return history
}

it('law 12: whatever asks, whenever: decent hours, one a day, three in any seven days, cool-downs', () =>
  fc.assert(
    fc.property(wishes, (all) => {
      const sent = played(all)
      const times = sent.map(({ at }) => at)
      expect(times.some((at) => isQuiet(at, RULES))).toBe(false)
      expect(new Set(times.map(shopDay)).size).toBe(times.length)
      for (const from of times)
        expect(times.filter((at) => at >= from && at < from + 7 * DAY_MS).length).toBeLessThanOrEqual(3)
      for (const { name, coolDownMs } of KINDS) {
        const mine = sent.filter((s) => s.kind === name).map(({ at }) => at)
        for (const [i, at] of mine.entries())
          if (i > 0) expect(at - mine[i - 1]!).toBeGreaterThanOrEqual(coolDownMs)
      }
    }),
  ))

it('says now exactly when nothing is in the way, and otherwise the first instant at which nothing is', () =>
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 10 * DAY_MS }), (all, later) => {
      const history = played(all)
      const now = (history.at(-1)?.at ?? START) + later
      for (const one of KINDS) {
        const { at, why } = whenAllowed(one, history, now, RULES)
        expect(at === now).toBe(why === null)
        expect(whenAllowed(one, history, at, RULES)).toEqual({ at, why: null })
        if (at > now) expect(whenAllowed(one, history, at - 1, RULES).at).toBe(at)
      }
    }),
  ))

it('a service notice is never held back', () =>
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 10 * DAY_MS }), (all, later) => {
      const now = START + later
      expect(whenAllowed(service, played(all), now, RULES)).toEqual({ at: now, why: null })
    }),
  ))

const at = (ms: number): Sending => ({ jobId: 'j', kind: 'free', at: START + ms })
it.each([
  ['the last millisecond of the day', [at(9 * HOUR_MS)], 22 * HOUR_MS - 1, 32 * HOUR_MS, 'dayCap'],
  ['the next day', [at(9 * HOUR_MS)], 32 * HOUR_MS, 32 * HOUR_MS, null],
  [
    'before three are a week old',
    [at(0), at(DAY_MS), at(2 * DAY_MS)],
    7 * DAY_MS - 14 * HOUR_MS,
    7 * DAY_MS + 8 * HOUR_MS,
    'weekCap',
  ],
  [
    'when the first is a week old',
    [at(9 * HOUR_MS), at(DAY_MS), at(2 * DAY_MS)],
    7 * DAY_MS + 9 * HOUR_MS,
    7 * DAY_MS + 9 * HOUR_MS,
    null,
  ],
])('%s', (_what, history, now, then, why) => {
  expect(whenAllowed(KINDS[2]!, history, START + now, RULES)).toEqual({ at: START + then, why })
})

it('forgets what is older than the longest look back', () => {
  const history = withSending([at(0), at(DAY_MS)], at(30 * DAY_MS))
  expect(history).toEqual([at(DAY_MS), at(30 * DAY_MS)])
})
