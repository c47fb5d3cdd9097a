import * as fc from 'fast-check'
import { fen, yuan } from './money'

/** Every amount that a shop may write, refunds included; far beyond it too. */
const amount = fc.oneof(fc.integer({ min: -200_000, max: 200_000 }), fc.maxSafeInteger())

/** What a text of `yuan` is worth, digit by digit: no float takes part. */
function fenOf(text: string): bigint {
  const [, minus = '', whole = '', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? []
  const value = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'))
  return minus === '-' ? -value : value
}

describe('yuan', () => {
  it('loses no fen: what is written reads back as the same amount, below zero too', () => {
    fc.assert(fc.property(amount, (n) => expect(fenOf(yuan(n))).toBe(BigInt(n))))
  })

  it('is written as a shop does: no float residue, no needless zero, one minus in front', () => {
    fc.assert(fc.property(amount, (n) => expect(yuan(n)).toMatch(/^-?(0|[1-9]\d*)(\.\d?[1-9])?$/)))
  })

  it('writes a refund as the same digits behind a minus', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e12 }), (n) => expect(yuan(-n)).toBe(`-${yuan(n)}`)))
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '0.01'],
    [10, '0.1'],
    [1800, '18'],
    [1850, '18.5'],
    [1805, '18.05'],
    [-5, '-0.05'],
    [9_007_199_254_740_991, '90071992547409.91'],
  ])('writes %d fen as %s', (n, text) => expect(yuan(n)).toBe(text))
})

describe('fen', () => {
  it('gives whole amounts back', () => {
    fc.assert(fc.property(amount, (n) => expect(fen(n)).toBe(n)))
  })

  it('throws for everything else: a bug, not a business no', () => {
    const broken = fc.oneof(
      fc.double({ noInteger: true }),
      fc.constantFrom(Infinity, -Infinity, 2 ** 53, -(2 ** 53), 0.1 + 0.2),
    )
    fc.assert(fc.property(broken, (n) => expect(() => fen(n)).toThrow(RangeError)))
  })
})
