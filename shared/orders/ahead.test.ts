import { HOUR_MS, MINUTE_MS } from '../kernel/time'
import { isSlotNear, liesAhead, workFrom } from './ahead'

/** By the shop's clock on 2026-11-23, a Monday. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 23, hours - 8, minutes)
const slot = (hours: number, minutes = 0) => ({ day: '20261123', at: at(hours, minutes) })

it('makes a pre-order today’s work with its day, one of the small hours three hours before', () => {
  expect(workFrom(null)).toBe(0)
  expect(workFrom(slot(7, 20))).toBe(at(0))
  expect(workFrom(slot(3))).toBe(at(0))
  expect(workFrom(slot(0, 30))).toBe(at(0) - 2.5 * HOUR_MS)
})

it('lies ahead until then, while it is still to be made', () => {
  const order = { state: 'paid' as const, slot: slot(7, 20) }
  expect(liesAhead(order, at(0) - 1)).toBe(true)
  expect(liesAhead({ ...order, state: 'making' }, at(0) - 1)).toBe(true)
  expect(liesAhead(order, at(0))).toBe(false)
  expect(liesAhead({ ...order, state: 'ready' }, at(0) - 1)).toBe(false)
  expect(liesAhead({ ...order, slot: null }, 0)).toBe(false)
})

it('is made about its last hour', () => {
  expect(isSlotNear(slot(9), at(8))).toBe(true)
  expect(isSlotNear(slot(9), at(8) - 1)).toBe(false)
  expect(isSlotNear(slot(9), at(9) + MINUTE_MS)).toBe(true)
})
