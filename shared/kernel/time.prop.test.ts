import * as fc from 'fast-check'
import { DAY_MS, MINUTE_MS, shopClock, shopDateTime, shopDay, shopMinutes, startOfShopDay } from './time'

/** Any instant from 1992, when Shanghai gave up summer time, to 2100. */
const instant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) })
/** The midnights at which the shop's days begin: 16:00 UTC. */
const midnight = fc.integer({ min: 8_035, max: 47_482 }).map((day) => day * DAY_MS - 8 * 60 * MINUTE_MS)
const digits = (n: number) => String(n).padStart(2, '0')

describe('the shop’s day (law 14)', () => {
  it('is [midnight, next midnight): an instant lies in exactly one, and all of it has one name', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const start = startOfShopDay(at)
        expect(start).toBeLessThanOrEqual(at)
        expect(at).toBeLessThan(start + DAY_MS)
        expect(startOfShopDay(start)).toBe(start)
        expect(startOfShopDay(start + DAY_MS - 1)).toBe(start)
        expect(shopDay(start)).toBe(shopDay(at))
        expect(shopDay(start + DAY_MS - 1)).toBe(shopDay(at))
      }),
    )
  })

  it('begins at 00:00 at +08:00 to the millisecond', () => {
    fc.assert(
      fc.property(midnight, (at) => {
        expect(startOfShopDay(at)).toBe(at)
        expect(shopMinutes(at)).toBe(0)
        expect(shopClock(at)).toBe('00:00')
        expect(startOfShopDay(at - 1)).toBe(at - DAY_MS)
        expect(shopMinutes(at - 1)).toBe(1439)
        expect(shopClock(at - 1)).toBe('23:59')
        expect(shopDay(at - 1) < shopDay(at)).toBe(true)
      }),
    )
  })
})

it('tells one time in every form', () => {
  fc.assert(
    fc.property(instant, (at) => {
      const minutes = shopMinutes(at)
      expect(Number.isInteger(minutes) && minutes >= 0 && minutes < 1440).toBe(true)
      expect(shopClock(at)).toBe(`${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`)
      const [day, clock] = shopDateTime(at).split(' ')
      expect(day?.replaceAll('-', '')).toBe(shopDay(at))
      expect(clock).toBe(shopClock(at))
      // read back with the zone written out, it is the minute that it was
      expect(Date.parse(`${day}T${clock}:00+08:00`)).toBe(Math.floor(at / MINUTE_MS) * MINUTE_MS)
    }),
  )
})

it('agrees with the world’s own table of Asia/Shanghai', () => {
  const table = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  fc.assert(fc.property(instant, (at) => expect(shopDateTime(at)).toBe(table.format(at))))
})
