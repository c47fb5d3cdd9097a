import * as fc from 'fast-check'
import type { CartLine } from '@shared/orders/contract'
import { countOf, keyOf, MOST_LINES, MOST_OF_A_LINE, withLine, withQty } from './lines'

const line: fc.Arbitrary<CartLine> = fc.record({
  productId: fc.constantFrom('latte', 'bun', 'tea'),
  skuId: fc.constantFrom('m', 'l'),
  choices: fc.subarray(['hot', 'half']),
  qty: fc.integer({ min: 1, max: MOST_OF_A_LINE }),
})
const cart = fc.array(line, { maxLength: 30 }).map((all) => all.reduce((c, l) => withLine(c, l).lines, empty))
const empty: readonly CartLine[] = []
const units = (lines: readonly CartLine[]) => lines.reduce((sum, l) => sum + l.qty, 0)

describe('withLine', () => {
  it('grows the cart by what it took, and keeps every line unlike any other', () => {
    fc.assert(
      fc.property(cart, line, (lines, added) => {
        const { lines: grown, took } = withLine(lines, added)
        expect(units(grown)).toBe(units(lines) + took)
        expect(took).toBeLessThanOrEqual(added.qty)
        expect(new Set(grown.map(keyOf)).size).toBe(grown.length)
        expect(countOf(grown, added.productId)).toBe(countOf(lines, added.productId) + took)
        grown.forEach((l) => expect(l.qty).toBeLessThanOrEqual(MOST_OF_A_LINE))
      }),
    )
  })

  it('takes no line beyond the twentieth, but lets those inside grow', () => {
    const full = Array.from({ length: MOST_LINES }, (_, i) => ({
      productId: `p${i}`,
      skuId: 's',
      choices: [],
      qty: 1,
    }))
    expect(withLine(full, { productId: 'new', skuId: 's', choices: [], qty: 1 })).toEqual({
      lines: full,
      took: 0,
    })
    expect(withLine(full, { productId: 'p3', skuId: 's', choices: [], qty: 2 }).took).toBe(2)
  })
})

describe('withQty', () => {
  it('touches the named line alone; 0 takes it out', () => {
    fc.assert(
      fc.property(cart, fc.nat(5), fc.integer({ min: -3, max: 200 }), (lines, at, qty) => {
        const named = lines[at]
        fc.pre(named !== undefined)
        const held = Math.min(MOST_OF_A_LINE, Math.max(0, qty))
        const after = withQty(lines, keyOf(named!), qty)
        expect(after.find((l) => keyOf(l) === keyOf(named!))?.qty ?? 0).toBe(held)
        expect(after.filter((l) => keyOf(l) !== keyOf(named!))).toEqual(lines.filter((l) => l !== named))
      }),
    )
  })
})
