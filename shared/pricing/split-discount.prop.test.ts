import * as fc from 'fast-check'
import { costOfFirst, splitDiscount } from './split-discount'

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)
const basket = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000 })), { maxLength: 20 })
  .chain((lines) =>
    fc.record({ lines: fc.constant(lines), discount: fc.integer({ min: 0, max: sum(lines) }) }),
  )

describe('splitDiscount', () => {
  it('loses no fen, gives no line more than it costs, and nothing to a line that costs nothing', () => {
    fc.assert(
      fc.property(basket, ({ lines, discount }) => {
        const parts = splitDiscount(lines, discount)
        expect(sum(parts)).toBe(discount)
        parts.forEach((part, i) => {
          expect(Number.isSafeInteger(part)).toBe(true)
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(lines[i]!)
        })
      }),
    )
  })

  it('stays within one fen of the exact share', () => {
    fc.assert(
      fc.property(basket, ({ lines, discount }) => {
        const total = sum(lines)
        fc.pre(total > 0)
        splitDiscount(lines, discount).forEach((part, i) =>
          expect(Math.abs(part - (discount * lines[i]!) / total)).toBeLessThan(1),
        )
      }),
    )
  })

  it.each([
    [[0, 0, 0], 0, [0, 0, 0]],
    [[1, 1, 1], 2, [1, 1, 0]],
    [[300, 300, 300], 100, [34, 33, 33]],
    [[1, 0, 2], 1, [0, 0, 1]],
    [[1800, 1600], 500, [265, 235]],
    [[], 0, []],
  ])('splits %j by the largest remainder, earlier line first', (lines, discount, parts) => {
    expect(splitDiscount(lines, discount)).toEqual(parts)
  })

  it.each([
    [[100], 101],
    [[100], -1],
    [[0, 0], 10],
    [[100, -50], 10],
    [[100.5], 10],
    [[9_000_000_000_000_000], 9_000_000_000],
  ])('throws for lines %j and discount %d: a bug, not a business no', (lines, discount) => {
    expect(() => splitDiscount(lines, discount)).toThrow(RangeError)
  })
})

describe('costOfFirst', () => {
  it('makes refunds of units add up to what was paid, however they are grouped', () => {
    const refunds = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(refunds, fc.integer({ min: 0, max: 1_000_000 }), (groups, payFen) => {
        const qty = sum(groups)
        let done = 0
        const amounts = groups.map((units) => {
          const amount = costOfFirst(done + units, qty, payFen) - costOfFirst(done, qty, payFen)
          done += units
          return amount
        })
        expect(sum(amounts)).toBe(payFen)
        amounts.forEach((amount) => expect(amount).toBeGreaterThanOrEqual(0))
      }),
    )
  })

  it.each([
    [3, 2],
    [-1, 2],
    [0, 0],
    [0.5, 2],
  ])('throws for the first %d of %d units', (k, qty) => {
    expect(() => costOfFirst(k, qty, 100)).toThrow(RangeError)
  })
})
