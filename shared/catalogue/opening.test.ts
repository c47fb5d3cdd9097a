import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay } from '../kernel/time'
import { hoursOn, hoursText, isHoliday, isOpen, isWithinHours } from './opening'

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

describe('special days', () => {
  const bar = { hours: [{ from: 22 * 60, to: 2 * 60 }], specialDays: {} }
  const closedOn = (day: string) => ({ ...bar, specialDays: { [day]: { hours: [], note: '盘点' } } })

  it('replace the hours of their day', () => {
    const late = { from: 10 * 60, to: 24 * 60 }
    const special = { hours, specialDays: { '20261122': { hours: [late], note: '校庆' } } }
    expect([at(9, 59, 59_999), at(10), at(23, 59, 59_999), at(24)].map((t) => isOpen(special, t))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isOpen(special, at(24 + 7))).toBe(true)
    expect(hoursOn(special, '20261122')).toEqual([late])
    expect(hoursOn(special, '20261123')).toBe(hours)
  })

  it('without hours are closed, but for the night that began the day before', () => {
    const shut = closedOn('20261122')
    const times = [at(0), at(1, 59, 59_999), at(2), at(21, 59), at(22), at(24) - 1, at(24), at(25), at(46)]
    expect(times.map((t) => isOpen(shut, t))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ])
    expect([isHoliday(shut, '20261122'), isHoliday(shut, '20261123')]).toEqual([true, false])
  })

  it('keep their own night after midnight', () => {
    const day = { hours: [{ from: 22 * 60, to: 2 * 60 }], note: '跨年' }
    const store = { hours, specialDays: { '20261122': day } }
    expect([at(22), at(24), at(25, 59, 59_999), at(26)].map((t) => isOpen(store, t))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('open and close at midnight exactly, on any day (law 14)', () => {
    const day = fc.integer({ min: 10_000, max: 30_000 }).map((n) => n * DAY_MS - 8 * HOUR_MS)
    const opening = [{ from: 0, to: 1440 }]
    fc.assert(
      fc.property(day, (start) => {
        const specialDays = { [shopDay(start)]: { hours: opening, note: '' } }
        const only = { hours: [], specialDays }
        const shut = { hours: opening, specialDays: { [shopDay(start)]: { hours: [], note: '' } } }
        const edges = [start - 1, start, start + DAY_MS - 1, start + DAY_MS]
        expect(edges.map((t) => isOpen(only, t))).toEqual([false, true, true, false])
        expect(edges.map((t) => isOpen(shut, t))).toEqual([true, false, false, true])
      }),
    )
  })

  it('are as ordinary days where they say the same', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 3 * DAY_MS }), (from, to, after) => {
        const store = { hours: [{ from, to }], specialDays: {} }
        const same = { hours: store.hours, note: '' }
        const special = { ...store, specialDays: { '20261122': same, '20261123': same } }
        expect(isOpen(special, at(0) + after)).toBe(isOpen(store, at(0) + after))
        expect(isOpen(store, at(0) + after)).toBe(isWithinHours(store.hours, at(0) + after))
      }),
    )
  })
})
