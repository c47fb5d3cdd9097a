import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, shopMinutes } from '../kernel/time'
import { availableAt, clawBackDue, commissionLeft, type UnitsBack } from './commission'

const line = fc.record({
  qty: fc.integer({ min: 1, max: 9 }),
  payFen: fc.integer({ min: 0, max: 50_000 }),
  rateBp: fc.constantFrom(0, 1, 333, 500, 1000, 1250, 10_000),
})
const order = fc.array(line, { minLength: 1, maxLength: 6 })
type Line = { readonly qty: number; readonly payFen: number; readonly rateBp: number }
const rates = (lines: readonly Line[]) => lines.map(({ rateBp }) => rateBp)

/** All units of an order, one refund each, in some order. */
const orderAndWay = order.chain((lines) => {
  const units = lines.flatMap(({ qty }, i) => Array.from({ length: qty }, () => i))
  const way = fc.shuffledSubarray(units, { minLength: units.length })
  return way.map((one) => ({ lines, way: one.map((i): UnitsBack => ({ units: [{ line: i, units: 1 }] })) }))
})

it('is ⌊base · bp / 10⁴⌋ where one rate holds for the whole order, and again after every refund', () => {
  fc.assert(
    fc.property(orderAndWay, fc.integer({ min: 0, max: 10_000 }), ({ lines, way }, bp) => {
      const flat = lines.map(() => bp)
      const base = lines.reduce((sum, { payFen }) => sum + payFen, 0)
      expect(commissionLeft(lines, flat)).toBe(Math.floor((base * bp) / 10_000))
      const cut = way.slice(0, Math.ceil(way.length / 2))
      const backFen = lines.reduce((sum, { qty, payFen }, i) => {
        const n = cut.filter(({ units }) => units[0]?.line === i).length
        return sum + Math.floor((payFen * n) / qty)
      }, 0)
      expect(commissionLeft(lines, flat, cut)).toBe(Math.floor(((base - backFen) * bp) / 10_000))
    }),
  )
})

it('claws back ever more and in the end everything, and the same whatever goes back first (law 9)', () => {
  fc.assert(
    fc.property(orderAndWay, fc.nat(), ({ lines, way }, at) => {
      const amountFen = commissionLeft(lines, rates(lines))
      let clawedFen = 0
      for (let n = 1; n <= way.length; n++) {
        const due = clawBackDue(
          { amountFen, clawedFen },
          commissionLeft(lines, rates(lines), way.slice(0, n)),
        )
        expect(due).toBeGreaterThanOrEqual(0)
        clawedFen += due
      }
      expect(clawedFen).toBe(amountFen)
      const part = way.slice(0, at % way.length)
      const merged: UnitsBack = { units: part.flatMap(({ units }) => units) }
      expect(commissionLeft(lines, rates(lines), [...part].reverse())).toBe(
        commissionLeft(lines, rates(lines), [merged]),
      )
    }),
  )
})

it('rounds once for all lines of a rate', () => {
  const lines = [
    { qty: 1, payFen: 199 },
    { qty: 1, payFen: 199 },
  ]
  expect(commissionLeft(lines, [500, 500])).toBe(19)
  expect(commissionLeft(lines, [500, 250])).toBe(9 + 4)
})

it('is released at the first ten o’clock after receipt and window, `[…, ten]`', () => {
  // 10:00 in Shanghai
  const ten = Date.UTC(2026, 10, 22, 2)
  expect(availableAt(ten, 7)).toBe(ten + 7 * DAY_MS)
  expect(availableAt(ten + 1, 7)).toBe(ten + 8 * DAY_MS)
  expect(availableAt(ten - HOUR_MS, 0)).toBe(ten)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.nat(30), (at, days) => {
      const due = availableAt(at, days)
      expect(shopMinutes(due)).toBe(600)
      expect(due).toBeGreaterThanOrEqual(at + days * DAY_MS)
      expect(due).toBeLessThan(at + (days + 1) * DAY_MS)
    }),
  )
})
