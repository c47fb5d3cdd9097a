import * as fc from 'fast-check'
import { lotOf } from '../experiments/arm'
import { DAY_MS, shopMonth } from '../kernel/time'
import type { Facts, Limits } from './facts'
import { shutGates } from './gate'

/** Wednesday 25 November 2026, noon in Shanghai. */
const NOW = Date.UTC(2026, 10, 25, 4)
const limits: Limits = {
  coolDownMs: 30 * DAY_MS,
  perYear: 3,
  habitFrom: 0.5,
  chanceBp: 10_000,
  salt: 'recovery',
}
const facts: Facts = {
  memberId: 'm1',
  now: NOW,
  paidAt: [],
  given: [],
  abandoned: 1,
  marginFen: 1_200,
  discountFen: 500,
  expected: { buysWith: 0.4, buysWithout: 0.15, redeems: 0.4 },
}
const shut = (over: Partial<Facts>, set: Partial<Limits> = {}) =>
  shutGates({ ...facts, ...over }, { ...limits, ...set })
const ago = (...days: readonly number[]) => days.map((d) => NOW - d * DAY_MS)
const given = (redeemed: boolean, ...days: readonly number[]) => ago(...days).map((at) => ({ at, redeemed }))

it('is open for somebody who forgot', () => expect(shut({})).toEqual([]))

it('is shut for a regular: four in 28 days over three weeks, weeks beginning on Monday', () => {
  expect(shut({ paidAt: ago(8, 9, 15, 22) })).toEqual(['regular'])
  expect(shut({ paidAt: ago(8, 9, 15) })).toEqual([])
  // 15 November is the Sunday before Monday the 16th
  expect(shut({ paidAt: ago(7, 8, 10, 24) })).toEqual(['regular'])
  expect(shut({ paidAt: ago(7, 8, 9, 24) })).toEqual([])
  expect(shut({ paidAt: ago(8, 9, 15, 28) })).toEqual([])
})

it('is shut for who bought within a week, to the millisecond', () => {
  expect(shut({ paidAt: [NOW - 7 * DAY_MS + 1] })).toEqual(['active'])
  expect(shut({ paidAt: ago(7) })).toEqual([])
})

it('is shut for 30 days after a coupon, to the millisecond', () => {
  expect(shut({ given: [{ at: NOW - 30 * DAY_MS + 1, redeemed: false }] })).toEqual(['coolDown'])
  expect(shut({ given: given(false, 30) })).toEqual([])
})

it('is shut after three in a year', () => {
  expect(shut({ given: given(false, 40, 80, 364) })).toEqual(['perYear'])
  expect(shut({ given: given(false, 40, 80, 365) })).toEqual([])
})

it('is shut for who leaves, waits and comes back with the coupon, but not for who forgot twice', () => {
  expect(shut({ given: given(true, 40, 80), abandoned: 4 })).toEqual(['habit'])
  expect(shut({ given: given(true, 40, 80), abandoned: 5 })).toEqual([])
  expect(shut({ given: given(true, 40), abandoned: 2 })).toEqual([])
  expect(shut({ given: given(false, 40, 80), abandoned: 4 })).toEqual([])
})

it('is shut when the sales added earn no more than the coupons cost', () => {
  const even = { buysWith: 0.5, buysWithout: 0.25, redeems: 0.6 }
  expect(shut({ expected: even, marginFen: 1_200, discountFen: 500 })).toEqual(['notWorth'])
  expect(shut({ expected: even, marginFen: 1_201, discountFen: 500 })).toEqual([])
  expect(shut({ expected: { ...even, buysWith: 0.2 } })).toEqual(['notWorth'])
  expect(shut({ expected: null, marginFen: 1, discountFen: 500 })).toEqual([])
})

test('some are drawn out, by member and month, and nothing else decides it', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(10_000), fc.nat(365), (memberId, chanceBp, days) => {
      const now = NOW + days * DAY_MS
      const drawn = lotOf(`recovery:${shopMonth(now)}`, memberId) < chanceBp
      expect(shut({ memberId, now }, { chanceBp })).toEqual(drawn ? [] : ['chance'])
      expect(shut({ memberId, now, abandoned: 2, marginFen: 9_000 }, { chanceBp })).toEqual(
        drawn ? [] : ['chance'],
      )
    }),
  ))

test('another coupon, or another order paid, never opens a gate', () => {
  const history = fc.array(
    fc.record({ at: fc.integer({ min: NOW - 400 * DAY_MS, max: NOW }), redeemed: fc.boolean() }),
  )
  const paid = fc.array(fc.integer({ min: NOW - 40 * DAY_MS, max: NOW }))
  fc.assert(
    fc.property(history, paid, fc.integer({ min: 1, max: 12 }), (before, paidAt, abandoned) => {
      const known = { given: before, paidAt, abandoned }
      const were = shut(known)
      const more = shut({
        ...known,
        given: [...before, { at: NOW, redeemed: true }],
        paidAt: [...paidAt, NOW],
      })
      expect(more).toEqual(expect.arrayContaining([...were]))
      expect(more).toContain('coolDown')
    }),
  )
})
