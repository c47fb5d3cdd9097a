import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDayStart } from '../kernel/time'
import { afterQuiet, DEFAULT_RULES, isQuiet } from './quiet'

const NIGHT = { quietFrom: 22 * 60, quietTo: 8 * 60 }
const day = shopDayStart('20261125')
const minute = fc.integer({ min: 0, max: 1439 })
const quiet = fc.record({ quietFrom: minute, quietTo: minute })
const instant = fc.integer({ min: day - 3 * DAY_MS, max: day + 3 * DAY_MS })

it('22:00–08:00 is exact to the millisecond, over midnight as well', () => {
  const at = (hour: number, ms = 0) => isQuiet(day + hour * HOUR_MS + ms, NIGHT)
  expect([at(22, -1), at(22), at(24, -1), at(24), at(32, -1), at(32)]).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ])
})

it('is what a shop has that set nothing', () => {
  expect(DEFAULT_RULES).toMatchObject(NIGHT)
})

it('moves to the next opening: that of the same morning after midnight, of the next day before', () => {
  const opening = day + 8 * HOUR_MS
  expect(afterQuiet(day + MINUTE_MS, NIGHT)).toBe(opening)
  expect(afterQuiet(day - MINUTE_MS, NIGHT)).toBe(opening)
  expect(afterQuiet(day + 22 * HOUR_MS, NIGHT)).toBe(opening + DAY_MS)
})

it('moves what is quiet to the first instant that is not, and leaves the rest', () =>
  fc.assert(
    fc.property(instant, quiet, (at, hours) => {
      const moved = afterQuiet(at, hours)
      expect(isQuiet(moved, hours)).toBe(false)
      if (!isQuiet(at, hours)) expect(moved).toBe(at)
      else {
        expect(moved).toBeGreaterThan(at)
        expect(moved - at).toBeLessThan(DAY_MS)
        expect(isQuiet(moved - 1, hours)).toBe(true)
      }
    }),
  ))
