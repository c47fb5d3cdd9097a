import * as fc from 'fast-check'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time'
import { acceptBefore, firstLookAt, remindAt, uncollectedAt, unmarkedAt } from './acceptance'

const shop = { remindMs: 5 * MINUTE_MS, refundMs: 15 * MINUTE_MS }
/** By the shop's clock on 2026-11-22. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 22, hours - 8, minutes)
const moments = (paidAt: number, slotAt: number | null) => {
  const before = acceptBefore(paidAt, slotAt, shop)
  return [remindAt(before, shop), before]
}

it('reminds and refunds so long after the payment', () => {
  expect(moments(at(10), null)).toEqual([at(10, 5), at(10, 15)])
})

it('lets the shop sleep over a pre-order until shortly before its slot', () => {
  expect(moments(at(22), at(24 + 7, 20))).toEqual([at(24 + 6, 55), at(24 + 7, 5)])
})

it('leaves the shop its time when a pre-order comes shortly before its slot', () => {
  expect(moments(at(7, 10), at(7, 20))).toEqual([at(7, 15), at(7, 25)])
})

it('never reminds after the deadline, nor before the payment', () => {
  const ms = fc.nat(2 * HOUR_MS)
  fc.assert(
    fc.property(ms, ms, fc.option(fc.nat(48 * HOUR_MS)), (remindMs, refundMs, slot) => {
      const rule = { remindMs, refundMs }
      const paidAt = at(10)
      const before = acceptBefore(paidAt, slot === null ? null : paidAt + slot, rule)
      expect(before).toBeGreaterThanOrEqual(paidAt + refundMs)
      expect(remindAt(before, rule)).toBeLessThanOrEqual(before)
      expect(remindAt(before, rule)).toBeGreaterThanOrEqual(paidAt)
    }),
  )
})

it('looks first when a soon paid order would need its reminder, or when it must have been paid', () => {
  const placed = { placedAt: at(10), payBefore: at(10, 30), slot: null, acceptance: shop }
  expect(firstLookAt(placed)).toBe(at(10, 6) + 30 * SECOND_MS)
  expect(firstLookAt({ ...placed, payBefore: at(10, 2) })).toBe(at(10, 2))
  expect(firstLookAt({ ...placed, slot: { at: at(18) } })).toBe(at(10, 30))
})

it('waits for who fetches late, half an hour beyond closing', () => {
  expect(uncollectedAt(at(20), at(18))).toBe(at(20, 30))
  expect(uncollectedAt(at(20), at(20, 20))).toBe(at(20, 50))
})

it('waits for word of a delivery half an hour beyond closing, and three hours at least', () => {
  expect(unmarkedAt(at(20), at(12))).toBe(at(20, 30))
  expect(unmarkedAt(at(20), at(17, 30))).toBe(at(20, 30))
  expect(unmarkedAt(at(20), at(19, 50))).toBe(at(22, 50))
})
