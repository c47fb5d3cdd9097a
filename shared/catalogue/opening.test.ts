import * as fc from 'fast-check'
import { DAY_MS, MINUTE_MS } from '../kernel/time'
import { hoursText, isWithinHours } from './opening'

/** An instant by the shop's clock, on 2026-11-22. */
const at = (hours: number, minutes = 0, ms = 0) => Date.UTC(2026, 10, 22, hours - 8, minutes, 0, ms)
const hours = [
  { from: 7 * 60, to: 10 * 60 + 30 },
  { from: 14 * 60, to: 20 * 60 },
]

it.each([
  [at(6, 59, 59_999), false],
  [at(7), true],
  [at(10, 29, 59_999), true],
  [at(10, 30), false],
  [at(13, 59), false],
  [at(14), true],
  [at(19, 59, 59_999), true],
  [at(20), false],
])('opens on the minute and closes on the minute (%s → %s)', (instant, open) => {
  expect(isWithinHours(hours, instant)).toBe(open)
})

it('lasts until midnight exactly, and begins at it', () => {
  const evening = [{ from: 18 * 60, to: 24 * 60 }]
  const night = [{ from: 0, to: 60 }]
  const midnight = at(24)
  expect([isWithinHours(evening, midnight - 1), isWithinHours(evening, midnight)]).toEqual([true, false])
  expect([isWithinHours(night, midnight - 1), isWithinHours(night, midnight)]).toEqual([false, true])
})

it('crosses midnight when it closes before it opens', () => {
  const bar = [{ from: 22 * 60, to: 2 * 60 }]
  expect(
    [at(21, 59), at(22), at(23, 59), at(24), at(25, 59), at(26)].map((t) => isWithinHours(bar, t)),
  ).toEqual([false, true, true, true, true, false])
})

it('is never open without hours, and always open around the clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * DAY_MS }), (t) => {
      expect(isWithinHours([], t)).toBe(false)
      expect(isWithinHours([{ from: 0, to: 1440 }], t)).toBe(true)
    }),
  )
})

it('is the same every day, and open for exactly as long as its hours say', () => {
  const minute = fc.integer({ min: 0, max: 1440 })
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 20_000 }), (a, b, day) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const start = Date.UTC(1995, 0, 1, 16) + day * DAY_MS
      const open = Array.from({ length: 1440 }, (_, m) =>
        isWithinHours([{ from, to }], start + m * MINUTE_MS),
      )
      expect(open.filter(Boolean)).toHaveLength(to - from)
      expect(open[from] ?? false).toBe(from < to)
    }),
    { numRuns: 30 },
  )
})

it('writes hours as a shop does', () => {
  expect(hoursText(hours)).toBe('07:00–10:30、14:00–20:00')
  expect(hoursText([{ from: 0, to: 1440 }])).toBe('00:00–24:00')
})
