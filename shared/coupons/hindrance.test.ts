import * as fc from 'fast-check'
import { terms } from '../../tests/builders/carts'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDayStart } from '../kernel/time'
import type { Benefit, CouponView, Terms } from './contract'
import { hindranceOf } from './hindrance'

/** Midnight in Shanghai at the start of Tuesday, 24 November 2026. */
const TUESDAY = shopDayStart('20261124')
const amount: Benefit = { kind: 'amountOff', offFen: 500, thresholdFen: 0 }
const coupon = (limits: Partial<Terms>, over: Partial<CouponView> = {}): CouponView => ({
  id: 'c',
  terms: {
    benefit: amount,
    title: '券',
    source: '',
    scope: { categoryIds: [], productIds: [], skuIds: [] },
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
    ...limits,
  },
  state: 'issued',
  issuedAt: 0,
  startsAt: 0,
  expiresAt: TUESDAY + 30 * DAY_MS,
  orderId: null,
  ...over,
})
const at = (now: number) => ({ storeId: 's1', way: 'pickup' as const, now })
const codes = (one: CouponView, instants: readonly number[]) =>
  instants.map((now) => hindranceOf(one, at(now))?.code ?? 'fine')
const around = (instant: number) => [instant - 1, instant]

it('the zone is Asia/Shanghai: its midnight is 16:00 UTC of the day before', () => {
  expect(new Date(TUESDAY).toISOString()).toBe('2026-11-23T16:00:00.000Z')
})

it('law 14: runs in [startsAt, expiresAt), to the millisecond', () => {
  const day = coupon({}, { startsAt: TUESDAY, expiresAt: TUESDAY + DAY_MS })
  expect(codes(day, around(TUESDAY))).toEqual(['NOT_YET', 'fine'])
  expect(codes(day, around(TUESDAY + DAY_MS))).toEqual(['fine', 'EXPIRED'])
  expect(hindranceOf(day, at(TUESDAY - 1))).toEqual({ code: 'NOT_YET', startsAt: TUESDAY })
})

it('law 14: a day of the week begins and ends at midnight in the shop’s zone', () => {
  const tuesdays = coupon({ days: [2] })
  expect(codes(tuesdays, around(TUESDAY))).toEqual(['OTHER_DAY', 'fine'])
  expect(codes(tuesdays, around(TUESDAY + DAY_MS))).toEqual(['fine', 'OTHER_DAY'])
  expect(codes(coupon({ days: [0] }), around(TUESDAY - DAY_MS))).toEqual(['fine', 'OTHER_DAY'])
})

it('law 14: hours are [from, to), on the minute', () => {
  const afternoon = coupon({ hours: [{ from: 14 * 60, to: 17 * 60 }] })
  expect(codes(afternoon, around(TUESDAY + 14 * HOUR_MS))).toEqual(['OTHER_HOUR', 'fine'])
  expect(codes(afternoon, around(TUESDAY + 17 * HOUR_MS))).toEqual(['fine', 'OTHER_HOUR'])
  const late = coupon({ hours: [{ from: 22 * 60, to: 1440 }] })
  expect(codes(late, around(TUESDAY + DAY_MS))).toEqual(['fine', 'OTHER_HOUR'])
})

it('hours that cross midnight hold on both sides of it, each side on its own day', () => {
  const night = { hours: [{ from: 22 * 60, to: 2 * 60 }] }
  expect(codes(coupon(night), around(TUESDAY))).toEqual(['fine', 'fine'])
  expect(codes(coupon(night), around(TUESDAY + 2 * HOUR_MS))).toEqual(['fine', 'OTHER_HOUR'])
  const monday = coupon({ ...night, days: [1] })
  expect(codes(monday, around(TUESDAY))).toEqual(['fine', 'OTHER_DAY'])
})

it('law 14: at any instant, days and hours agree with the calendar and clock of Shanghai', () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const edge = fc.integer({ min: -2, max: 2 })
  fc.assert(
    fc.property(
      fc.nat(400),
      fc.nat(1440),
      edge,
      fc.nat(6),
      fc.nat(1439),
      (day, minute, ms, weekday, from) => {
        const now = TUESDAY + day * DAY_MS + minute * MINUTE_MS + ms
        const part = Object.fromEntries(clock.formatToParts(now).map((p) => [p.type, p.value]))
        const today = days.indexOf(part['weekday'] ?? '')
        const minutes = Number(part['hour']) * 60 + Number(part['minute'])
        const forever = { expiresAt: TUESDAY + 999 * DAY_MS }
        expect(hindranceOf(coupon({ days: [weekday] }, forever), at(now)) === null).toBe(weekday === today)
        const hours = [{ from, to: 1440 }]
        expect(hindranceOf(coupon({ hours }, forever), at(now)) === null).toBe(minutes >= from)
      },
    ),
  )
})

it('names the ways, days and hours that it is good for', () => {
  const hours = [{ from: 840, to: 1020 }]
  expect(hindranceOf(coupon({ ways: ['delivery', 'dineIn'] }), at(TUESDAY))).toEqual({
    code: 'OTHER_WAY',
    ways: ['delivery', 'dineIn'],
  })
  expect(hindranceOf(coupon({ days: [1, 5] }), at(TUESDAY))).toEqual({ code: 'OTHER_DAY', days: [1, 5] })
  expect(hindranceOf(coupon({ hours }), at(TUESDAY))).toEqual({ code: 'OTHER_HOUR', hours })
  expect(hindranceOf(coupon({ storeIds: ['s2'] }), at(TUESDAY))).toEqual({ code: 'OTHER_STORE' })
})

it('a delivery coupon is good for deliveries alone', () => {
  const benefit: Benefit = { kind: 'freeDelivery', capFen: 500, thresholdFen: 0 }
  const here = { storeId: 's1', now: TUESDAY }
  expect(hindranceOf(coupon({ benefit }), { ...here, way: 'delivery' })).toBeNull()
  for (const way of ['pickup', 'dineIn', 'preorder'] as const)
    expect(hindranceOf(coupon({ benefit }), { ...here, way })).toEqual({
      code: 'OTHER_WAY',
      ways: ['delivery'],
    })
})

it('tells what no order can change before where and how, and that before when', () => {
  const bad = { storeIds: ['s2'], ways: ['dineIn' as const], days: [1], hours: [{ from: 60, to: 120 }] }
  const held = coupon(bad, { state: 'held', startsAt: TUESDAY + 1, expiresAt: TUESDAY })
  const told: string[] = []
  const steps: ((c: CouponView) => CouponView)[] = [
    (c) => ({ ...c, state: 'issued' }),
    (c) => ({ ...c, expiresAt: TUESDAY + DAY_MS }),
    (c) => ({ ...c, startsAt: 0 }),
    (c) => ({ ...c, terms: { ...c.terms, storeIds: [] } }),
    (c) => ({ ...c, terms: { ...c.terms, ways: [] } }),
    (c) => ({ ...c, terms: { ...c.terms, days: [] } }),
    (c) => ({ ...c, terms: { ...c.terms, hours: [] } }),
  ]
  const mended = steps.reduce((c, step) => {
    told.push(...codes(c, [TUESDAY]))
    return step(c)
  }, held)
  expect(told).toEqual(['HELD', 'EXPIRED', 'NOT_YET', 'OTHER_STORE', 'OTHER_WAY', 'OTHER_DAY', 'OTHER_HOUR'])
  expect(codes(mended, [TUESDAY])).toEqual(['fine'])
})

it('is never in the way of a coupon without limits, whatever its benefit, on a delivery', () => {
  fc.assert(
    fc.property(terms, (some) => {
      const free = coupon({ ...some, storeIds: [], ways: [], days: [], hours: [] })
      expect(hindranceOf(free, { storeId: 's1', way: 'delivery', now: TUESDAY })).toBeNull()
    }),
  )
})
