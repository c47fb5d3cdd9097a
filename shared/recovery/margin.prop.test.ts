import * as fc from 'fast-check'
import { cartMarginFen, marginOf, type Earning } from './margin'

const line = fc
  .record({ qty: fc.integer({ min: 1, max: 9 }), unitFen: fc.nat(5_000), off: fc.nat(100) })
  .map(({ qty, unitFen, off }) => {
    const listFen = qty * unitFen
    return { qty, listFen, payFen: listFen - Math.floor((listFen * off) / 100) }
  })
const order: fc.Arbitrary<Earning> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  deliveryOffFen: fc.nat(600),
  refunds: fc.constant([]),
})
const marginBp = fc.integer({ min: 500, max: 9_500 })
const everyUnit = ({ lines }: Earning) => ({ units: lines.map(({ qty }, i) => ({ line: i, units: qty })) })

it('is what was paid less what the goods cost: ¥19 less ¥4, at 60 % of the price', () => {
  const lines = [{ qty: 1, listFen: 1_900, payFen: 1_500 }]
  expect(marginOf({ lines, deliveryOffFen: 0, refunds: [] }, 6_000)).toBe(1_500 - 760)
  expect(cartMarginFen(1_900, 6_000)).toBe(1_140)
  const paid = { lines, deliveryOffFen: 300, refunds: [], commissionTerms: { rateBps: [500] } }
  expect(marginOf(paid, 6_000)).toBe(1_500 - 760 - 75 - 300)
})

it('a discount costs the shop every fen of it, and goods that came back earn nothing', () =>
  fc.assert(
    fc.property(order, marginBp, (one, bp) => {
      const dearer = { ...one, lines: one.lines.map((l) => ({ ...l, payFen: l.listFen })) }
      const off = one.lines.reduce((sum, l) => sum + l.listFen - l.payFen, 0)
      expect(marginOf(dearer, bp) - marginOf(one, bp)).toBe(off)
      expect(marginOf({ ...one, refunds: [everyUnit(one)] }, bp)).toBe(0 - one.deliveryOffFen)
    }),
  ))

it('an undiscounted order earns what its cart promised, to a fen a line', () =>
  fc.assert(
    fc.property(order, marginBp, (one, bp) => {
      const lines = one.lines.map((l) => ({ ...l, payFen: l.listFen }))
      const list = lines.reduce((sum, l) => sum + l.listFen, 0)
      const earned = marginOf({ lines, deliveryOffFen: 0, refunds: [] }, bp)
      expect(Math.abs(earned - cartMarginFen(list, bp))).toBeLessThanOrEqual(lines.length)
    }),
  ))
