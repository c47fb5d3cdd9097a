import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, shopDay, shopDayStart, startOfShopDay } from '../kernel/time'
import { EMPTY_ACCOUNT } from '../points/account'
import {
  BIRTHDAY_LEAD_DAYS,
  birthdayDueAt,
  birthdayKey,
  dormantDueAt,
  dormantKey,
  dormantLookAgainAt,
} from './rule-dates'

const at = (day: string, hour = 10) => shopDayStart(day) + hour * HOUR_MS
const ID = 'm0123456789abcdefghijklmnopqrstuv'

describe('a birthday', () => {
  it('is looked at from 30 days before on, in the small hours', () => {
    const due = birthdayDueAt('1222', ID, at('20261101'))
    expect(shopDay(due)).toBe('20261122')
    expect(due - startOfShopDay(due)).toBeLessThan(10 * HOUR_MS)
  })

  it('owes its coupon from so many days before until two days after, once for each birthday', () => {
    const keys = (day: string, daysBefore: number) => birthdayKey('1122', daysBefore, at(day))
    expect(keys('20261114', 7)).toBeNull()
    expect(keys('20261115', 7)).toBe('b2026')
    expect(keys('20261122', 0)).toBe('b2026')
    expect(keys('20261121', 0)).toBeNull()
    expect(keys('20261124', 0)).toBe('b2026')
    expect(keys('20261125', 0)).toBeNull()
    expect(keys('20271122', 0)).toBe('b2027')
  })

  it('in January belongs to its own year, though the coupon comes in December', () => {
    expect(birthdayKey('0105', 30, at('20261206'))).toBe('b2027')
    expect(birthdayKey('0101', 0, at('20270102'))).toBe('b2027')
    expect(birthdayKey('1231', 0, at('20270101'))).toBe('b2026')
  })

  it('on 29 February is the 28th in other years', () => {
    expect(birthdayKey('0229', 0, at('20270228'))).toBe('b2027')
    expect(birthdayKey('0229', 0, at('20280228'))).toBeNull()
    expect(birthdayKey('0229', 0, at('20280229'))).toBe('b2028')
  })

  it('is due by the day on which any campaign may give, and owed at most once a year, on any day of four years', () => {
    const day = fc.integer({ min: 0, max: 1460 }).map((n) => at('20260101') + n * DAY_MS)
    const monthDay = fc
      .integer({ min: 0, max: 365 })
      .map((n) => shopDay(at('20240101') + n * DAY_MS).slice(4))
    fc.assert(
      fc.property(day, monthDay, fc.integer({ min: 0, max: BIRTHDAY_LEAD_DAYS }), (now, md, daysBefore) => {
        const key = birthdayKey(md, daysBefore, now)
        if (key !== null) expect(birthdayDueAt(md, ID, now)).toBeLessThanOrEqual(now)
        const keys = [0, 1, 2, 3].map((n) => birthdayKey(md, daysBefore, now + n * 90 * DAY_MS))
        const given = keys.filter((one) => one !== null)
        expect(given.filter((one, i) => given.indexOf(one) < i)).toEqual([])
      }),
    )
  })
})

describe('an absence', () => {
  const paidAt = at('20261001')
  const account = { ...EMPTY_ACCOUNT, lastPaidAt: paidAt, paidOrders: 1 }

  it('is looked at after a week, and owes a coupon after so many days, once', () => {
    expect(dormantDueAt(paidAt)).toBe(paidAt + 7 * DAY_MS)
    expect(dormantKey(account, 30, paidAt + 30 * DAY_MS - 1)).toBeNull()
    expect(dormantKey(account, 30, paidAt + 30 * DAY_MS)).toBe('d20261001')
    expect(dormantKey(account, 30, paidAt + 90 * DAY_MS)).toBe('d20261001')
    expect(dormantKey(EMPTY_ACCOUNT, 30, paidAt + 90 * DAY_MS)).toBeNull()
  })

  it('is looked at again when the next campaign’s day comes, within 30 days, and not after a year', () => {
    const again = (afterDays: number, days: readonly number[]) => {
      const next = dormantLookAgainAt(paidAt, days, paidAt + afterDays * DAY_MS)
      return next === null ? null : (next - paidAt) / DAY_MS
    }
    expect(again(7, [7, 14, 60])).toBe(14)
    expect(again(14, [7, 14, 60])).toBe(44)
    expect(again(44, [7, 14, 60])).toBe(60)
    expect(again(60, [7])).toBe(90)
    expect(again(365, [7, 365])).toBeNull()
    expect(again(364, [365])).toBe(365)
  })
})
