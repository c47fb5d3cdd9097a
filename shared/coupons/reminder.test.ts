import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, shopDayStart } from '../kernel/time'
import { DEFAULT_RULES, isQuiet } from '../reach/quiet'
import type { CouponView } from './contract'
import { canBeReminded, remindAt, reminderValues } from './reminder'

const MIDNIGHT = shopDayStart('20261201')
const span = (expiresAt: number, lifeMs: number) => ({
  issuedAt: expiresAt - lifeMs,
  startsAt: expiresAt - lifeMs,
  expiresAt,
})
const due = (expiresAt: number, lifeMs = 7 * DAY_MS) => remindAt(span(expiresAt, lifeMs), DEFAULT_RULES)

it('is due a day before the end; what ends at midnight, at eight in the morning of its last day', () => {
  expect(due(MIDNIGHT + 15 * HOUR_MS)).toBe(MIDNIGHT - 9 * HOUR_MS)
  expect(due(MIDNIGHT)).toBe(MIDNIGHT - 16 * HOUR_MS)
})

it('comes only for a life of two days at least, counted from when it can be used', () => {
  expect(due(MIDNIGHT, 2 * DAY_MS - 1)).toBeNull()
  expect(due(MIDNIGHT, 2 * DAY_MS)).not.toBeNull()
  const later = { ...span(MIDNIGHT, 30 * DAY_MS), startsAt: MIDNIGHT - DAY_MS }
  expect(remindAt(later, DEFAULT_RULES)).toBeNull()
})

it('is worth asking for until it is due', () => {
  const coupon = span(MIDNIGHT, 7 * DAY_MS)
  const dueAt = MIDNIGHT - 16 * HOUR_MS
  expect([canBeReminded(coupon, dueAt - 1), canBeReminded(coupon, dueAt)]).toEqual([true, false])
  expect(canBeReminded(span(MIDNIGHT, DAY_MS), MIDNIGHT - DAY_MS)).toBe(false)
})

it('is never in quiet hours, never after the end, and never within a day of the coupon', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 * DAY_MS }),
      fc.integer({ min: 1, max: 90 * DAY_MS }),
      fc.integer({ min: 1, max: 7 * 24 }),
      (offset, lifeMs, leadHours) => {
        const rules = { ...DEFAULT_RULES, couponLeadMs: leadHours * HOUR_MS }
        const coupon = span(MIDNIGHT + offset, lifeMs)
        const at = remindAt(coupon, rules)
        if (at === null) return
        expect(isQuiet(at, rules)).toBe(false)
        expect(at).toBeLessThan(coupon.expiresAt)
        expect(at - coupon.issuedAt).toBeGreaterThanOrEqual(DAY_MS)
      },
    ),
  ))

const coupon = (title: string) => ({ terms: { title }, expiresAt: MIDNIGHT }) as CouponView
it('names one coupon, counts several, and always fits', () => {
  const said = (...titles: string[]) => reminderValues(titles.map(coupon), '常客')['coupon']
  expect(said('满 20 减 3')).toBe('满 20 减 3')
  expect(said('满 20 减 3', '兑换券', '九折')).toBe('满 20 减 3 等 3 张')
  expect(said('老朋友专享：这一张的名字特别长，长到一行放不下', '九折')).toBe(
    '老朋友专享：这一张的名字特… 等 2 张',
  )
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1 }), (titles) => {
      expect([...(said(...titles) ?? '')].length).toBeLessThanOrEqual(20)
    }),
  )
})

it('says the last minute in which it can be used', () => {
  expect(reminderValues([coupon('九折')], '常客')['until']).toBe('2026-11-30 23:59')
})
