import * as fc from 'fast-check'
import { isRefused } from '../kernel/refusal'
import { isUsable, moved, stepOf, tabOf, type CouponFacts, type CouponMove } from './coupon'

const STARTS_AT = 1_000
const EXPIRES_AT = 2_000
const fresh: CouponFacts = { state: 'issued', startsAt: STARTS_AT, expiresAt: EXPIRES_AT, orderId: null }

const move = fc.constantFrom<CouponMove>('hold', 'redeem', 'release', 'giveBack')
const order = fc.constantFrom('o1', 'o2', 'o3')
const deed = fc.record({ move, order, now: fc.integer({ min: 900, max: 2_100 }) })

/** Plays any deeds of several orders, in any order, repeated or not. */
function play(deeds: readonly { move: CouponMove; order: string; now: number }[]) {
  let coupon = fresh
  const done: { move: CouponMove; order: string; now: number }[] = []
  for (const d of deeds) {
    const step = moved(coupon, d.move, d.order, d.now)
    if (isRefused(step)) continue
    coupon = { ...coupon, ...step }
    done.push(d)
  }
  return { coupon, done }
}

test('law 4: at most one order has it at a time, and only that order moves it on', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      let holder: string | null = null
      for (const d of play(deeds).done) {
        if (d.move === 'hold') expect(holder).toBeNull()
        else expect(d.order).toBe(holder)
        if (d.move === 'hold') holder = d.order
        if (d.move === 'release' || d.move === 'giveBack') holder = null
      }
    }),
  )
})

test('law 4: it is redeemed at most twice in its life, and given back at most once', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const { done } = play(deeds)
      const count = (kind: CouponMove) => done.filter((d) => d.move === kind).length
      expect(count('giveBack')).toBeLessThanOrEqual(1)
      expect(count('redeem')).toBeLessThanOrEqual(count('giveBack') + 1)
    }),
  )
})

test('its expiry never changes, and nothing holds it outside [startsAt, expiresAt)', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const { coupon, done } = play(deeds)
      expect([coupon.startsAt, coupon.expiresAt]).toEqual([STARTS_AT, EXPIRES_AT])
      for (const d of done.filter((one) => one.move === 'hold')) {
        expect(d.now).toBeGreaterThanOrEqual(STARTS_AT)
        expect(d.now).toBeLessThan(EXPIRES_AT)
      }
    }),
  )
})

test('the same move twice is refused the second time: nothing is released or given back twice', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), deed, (before, last) => {
      const { coupon } = play(before)
      const step = moved(coupon, last.move, last.order, last.now)
      if (isRefused(step)) return
      expect(isRefused(moved({ ...coupon, ...step }, last.move, last.order, last.now))).toBe(true)
    }),
  )
})

test('the first instant is usable, the last is not', () => {
  expect([999, 1_000, 1_999, 2_000].map((now) => isUsable(fresh, now))).toEqual([false, true, true, false])
})

test('what was held in time is honoured when the money comes after its expiry', () => {
  const held = { ...fresh, ...stepOf('hold', 'o1') }
  expect(moved(held, 'redeem', 'o1', EXPIRES_AT + 1)).toEqual({ state: 'redeemed' })
})

test('each refusal says what stands in the way', () => {
  const redeemed = { ...fresh, ...stepOf('hold', 'o1'), ...stepOf('redeem', 'o1') }
  expect(moved(redeemed, 'hold', 'o2', 1_500)).toEqual({ refused: 'NOT_USABLE' })
  expect(moved(fresh, 'redeem', 'o1', 1_500)).toEqual({ refused: 'NOT_HELD' })
  expect(moved(redeemed, 'giveBack', 'o2', 1_500)).toEqual({ refused: 'NOT_REDEEMED' })
  expect(moved({ ...redeemed, returned: true }, 'giveBack', 'o1', 1_500)).toEqual({
    refused: 'RETURNED_BEFORE',
  })
})

test('the wallet shows each coupon under one tab, a revoked one under none', () => {
  const tabs = (c: Partial<CouponFacts>) => [1_500, 2_000].map((now) => tabOf({ ...fresh, ...c }, now))
  expect(tabs({})).toEqual(['usable', 'expired'])
  expect(tabs({ state: 'held' })).toEqual(['usable', 'expired'])
  expect(tabs({ state: 'redeemed' })).toEqual(['used', 'used'])
  expect(tabs({ state: 'revoked' })).toEqual([null, null])
})
