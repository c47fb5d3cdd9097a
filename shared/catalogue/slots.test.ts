import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay, shopDayStart, shopWeekday } from '../kernel/time'
import type { Slot } from './contract'
import { openSlot, openSlots } from './slots'

/** An instant by the shop's clock on Sunday, 2026-11-22. */
const at = (hours: number, minutes = 0, ms = 0) => Date.UTC(2026, 10, 22, hours - 8, minutes, 0, ms)
/** 07:20 at the dormitory, order by 22:00 the day before. */
const dawn: Slot = {
  id: 'dawn',
  pointId: 'dorm',
  atMinute: 7 * 60 + 20,
  cutoffDays: 1,
  cutoffMinute: 22 * 60,
  capacity: 40,
  days: [],
}
const points = [{ id: 'dorm', name: '3 号宿舍楼下', address: '东区' }]
const storeWith = (slots: Slot[], daysAhead = 2) => ({
  specialDays: {} as Record<string, { hours: []; note: string }>,
  preorder: { daysAhead, points, slots },
})
const names = (store: Parameters<typeof openSlots>[0], now: number) =>
  openSlots(store, now).map(({ day, slotId }) => `${day} ${slotId}`)

it('is open until the cut-off exactly: by 22:00 for tomorrow 07:20', () => {
  const store = storeWith([dawn], 1)
  expect(names(store, at(21, 59, 59_999))).toEqual(['20261123 dawn'])
  expect(names(store, at(22))).toEqual([])
  expect(names(store, at(24))).toEqual(['20261124 dawn'])
  expect(openSlot(store, { day: '20261123', slotId: 'dawn' }, at(12))).toEqual({
    slotId: 'dawn',
    point: points[0],
    day: '20261123',
    at: at(24 + 7, 20),
    cutoffAt: at(22),
    capacity: 40,
  })
})

it('opens a slot of today until its own cut-off, and never after it was handed out', () => {
  const evening: Slot = {
    ...dawn,
    id: 'evening',
    atMinute: 18 * 60 + 10,
    cutoffDays: 0,
    cutoffMinute: 16 * 60,
  }
  expect(names(storeWith([evening], 0), at(15, 59, 59_999))).toEqual(['20261122 evening'])
  expect(names(storeWith([evening], 0), at(16))).toEqual([])
  const careless = { ...evening, cutoffMinute: 1440 }
  expect(names(storeWith([careless], 0), at(18, 9, 59_999))).toEqual(['20261122 evening'])
  expect(names(storeWith([careless], 0), at(18, 10))).toEqual([])
})

it('keeps to its days of the week and to holidays, and lists the soonest first', () => {
  const noon: Slot = { ...dawn, id: 'noon', atMinute: 12 * 60, days: [1, 2] } // Monday, Tuesday
  const store = storeWith([noon, dawn], 3)
  expect(names(store, at(9))).toEqual([
    '20261123 dawn',
    '20261123 noon',
    '20261124 dawn',
    '20261124 noon',
    '20261125 dawn',
  ])
  store.specialDays['20261124'] = { hours: [], note: '运动会' }
  expect(names(store, at(9))).toEqual(['20261123 dawn', '20261123 noon', '20261125 dawn'])
})

it('knows nothing that the store has not: unknown slots, days out of reach, points that are gone', () => {
  const store = storeWith([dawn], 1)
  for (const day of ['20261122', '20261124', '20269999', '00000000'])
    expect(openSlot(store, { day, slotId: 'dawn' }, at(9))).toBeNull()
  expect(openSlot(store, { day: '20261123', slotId: 'dusk' }, at(9))).toBeNull()
  expect(names(storeWith([{ ...dawn, pointId: 'gone' }]), at(9))).toEqual([])
  expect(openSlots({ specialDays: {}, preorder: null }, at(9))).toEqual([])
})

const minute = fc.integer({ min: 0, max: 1439 })
const anySlot = fc.record({
  id: fc.constant('x'),
  pointId: fc.constant('dorm'),
  atMinute: minute,
  cutoffDays: fc.integer({ min: 0, max: 3 }),
  cutoffMinute: fc.integer({ min: 0, max: 1440 }),
  capacity: fc.constant(5),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
})
const instant = fc
  .integer({ min: 10_000 * 24, max: 30_000 * 24 })
  .chain((hour) => fc.constantFrom(-1, 0, 1).map((ms) => hour * HOUR_MS + ms))

it('offers exactly the slots within reach whose cut-off and hand-out are still to come (law 14)', () => {
  fc.assert(
    fc.property(anySlot, fc.integer({ min: 0, max: 14 }), instant, (slot, daysAhead, now) => {
      const offered = openSlots(storeWith([slot], daysAhead), now)
      const today = shopDayStart(shopDay(now))
      const expected = Array.from({ length: daysAhead + 1 }, (_, n) => today + n * DAY_MS).filter((start) => {
        const cutoff = start - slot.cutoffDays * DAY_MS + slot.cutoffMinute * MINUTE_MS
        const runs = slot.days.length === 0 || slot.days.includes(shopWeekday(start))
        return runs && now < cutoff && now < start + slot.atMinute * MINUTE_MS
      })
      expect(offered.map(({ day }) => day)).toEqual(expected.map(shopDay))
      for (const open of offered) {
        expect(openSlot(storeWith([slot], daysAhead), open, open.cutoffAt - 1)).toEqual(open)
        expect(openSlot(storeWith([slot], daysAhead), open, open.cutoffAt)).toBeNull()
      }
    }),
  )
})
