import * as fc from 'fast-check'
import { isEnded, NEXT_STATES } from './can'
import type { OrderState } from './contract'
import { customerRefreshAfterMs, MOST_CUSTOMER_REFRESHES } from './refresh'

const state = fc.constantFrom(...(Object.keys(NEXT_STATES) as OrderState[]))
const PAY_BEFORE = 1_800_000
const after = (s: OrderState, nth: number, now = 0) =>
  customerRefreshAfterMs({ state: s, payBefore: PAY_BEFORE }, now, nth)

it('looks ever more slowly and then stops', () => {
  fc.assert(
    fc.property(state, fc.nat(40), (s, nth) => {
      const [one, next] = [after(s, nth), after(s, nth + 1)]
      if (one === null) expect(next).toBeNull()
      else if (next !== null) expect(next).toBeGreaterThanOrEqual(one)
    }),
  )
})

it('stops for ended orders and looks again within two seconds of a payment', () => {
  fc.assert(
    fc.property(state, fc.nat(40), (s, nth) => {
      fc.pre(isEnded({ state: s }))
      expect(after(s, nth)).toBeNull()
    }),
  )
  expect(after('pendingPay', 0)).toBeLessThanOrEqual(2_000)
})

it('stays within its bound over the whole life of an order', () => {
  const life: OrderState[] = ['pendingPay', 'paid', 'making', 'ready', 'done']
  const delivered: OrderState[] = ['pendingPay', 'paid', 'making', 'delivering', 'done']
  const refused: OrderState[] = ['pendingPay', 'paid', 'making', 'refunding', 'refunded']
  const cancelled: OrderState[] = ['pendingPay', 'closing', 'paid', 'making', 'refunding', 'refunded']
  for (const states of [life, delivered, refused, cancelled]) {
    let refreshes = 0
    for (const s of states) for (let nth = 0; after(s, nth) !== null; nth++) refreshes++
    expect(refreshes).toBeLessThanOrEqual(MOST_CUSTOMER_REFRESHES)
  }
  expect(MOST_CUSTOMER_REFRESHES).toBeLessThanOrEqual(40)
})

it('looks a few times, slowly, whether a cancelled order was paid after all or is free', () => {
  const waits = Array.from({ length: 10 }, (_, nth) => after('closing', nth)).filter((ms) => ms !== null)
  expect(waits.length).toBeGreaterThanOrEqual(2)
  expect(waits.length).toBeLessThanOrEqual(3)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(10_000)
})

it('looks a few times in half an hour whether a delivery has arrived', () => {
  const waits = Array.from({ length: 10 }, (_, nth) => after('delivering', nth)).filter((ms) => ms !== null)
  expect(waits).toHaveLength(3)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(2 * 60_000)
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30 * 60_000)
})

it('takes one last look when the deadline has passed', () => {
  const waits = Array.from({ length: 20 }, (_, nth) => after('pendingPay', nth, 60_000))
  const last = waits.filter((ms) => ms !== null).at(-1)
  expect(60_000 + last!).toBeGreaterThan(PAY_BEFORE)
  expect(after('pendingPay', waits.filter((ms) => ms !== null).length - 1, PAY_BEFORE)).toBeNull()
})
