import fc from 'fast-check'
import { DAY_MS } from '../kernel/time'
import { EMPTY_ACCOUNT, lotEndsAt, lotOf } from './account'
import type { Loyalty } from './contract'
import { earnsOf, takeBackOf } from './earn'

const NOW = Date.UTC(2026, 10, 22, 2)
const loyalty: Loyalty = {
  pointsPerYuan: 2,
  pointFen: 1,
  mostShareBp: 5000,
  validMonths: 12,
  tiers: [
    { id: 'a', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
    { id: 'b', name: '熟客', fromFen: 20_000, priceBp: 9800, pointsBp: 12_500 },
  ],
}
const spent = (fen: number, now = NOW) => ({
  ...EMPTY_ACCOUNT,
  spend: { [new Date(now + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')]: fen },
})

describe('what an order earns', () => {
  it.each([
    [0, 0],
    [99, 0],
    [100, 2],
    [1999, 38],
  ])('counts whole yuan of goods: %i fen → %i', (goodsPaidFen, earns) =>
    expect(earnsOf({ goodsPaidFen }, EMPTY_ACCOUNT, loyalty, NOW)).toEqual({ earns, earnsLot: '202711' }),
  )

  it('is more in a higher tier, rounded down, from its first fen on', () => {
    const earned = (fen: number) => earnsOf({ goodsPaidFen: 1999 }, spent(fen), loyalty, NOW).earns
    expect([19_999, 20_000].map(earned)).toEqual([38, 47])
  })

  it('is nothing for who is no member, and a lot alone in a shop without points', () => {
    expect(earnsOf({ goodsPaidFen: 5000 }, null, loyalty, NOW)).toEqual({ earns: 0, earnsLot: '' })
    const none = { ...loyalty, pointsPerYuan: 0 }
    expect(earnsOf({ goodsPaidFen: 5000 }, EMPTY_ACCOUNT, none, NOW)).toEqual({
      earns: 0,
      earnsLot: '202711',
    })
  })

  it('goes into a lot that has not ended by the last moment in which it can be paid', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 * DAY_MS }), fc.integer({ min: 1, max: 36 }), (ms, months) =>
        expect(lotEndsAt(lotOf(NOW + ms, { validMonths: months }))).toBeGreaterThan(NOW + ms + 27 * DAY_MS),
      ),
    ))
})

describe('what a refund takes back (law 9)', () => {
  const order = fc.record({ earns: fc.nat(5000), goodsPaidFen: fc.integer({ min: 1, max: 500_000 }) })

  it('is the same in any partition, never goes down, and is everything in the end', () =>
    fc.assert(
      fc.property(order, fc.array(fc.nat(100_000), { maxLength: 8 }), (o, parts) => {
        const cuts = [0, ...parts.map((p) => p % o.goodsPaidFen), o.goodsPaidFen].toSorted((a, b) => a - b)
        const steps = cuts.slice(1).map((cut, i) => takeBackOf(o, cuts[i] ?? 0, cut))
        expect(steps.every((step) => step >= 0)).toBe(true)
        expect(steps.reduce((sum, step) => sum + step, 0)).toBe(o.earns)
        expect(takeBackOf(o, 0, o.goodsPaidFen)).toBe(o.earns)
      }),
    ))

  it('leaves the order with its share of what is still paid', () =>
    fc.assert(
      fc.property(order, fc.nat(500_000), (o, refunded) => {
        fc.pre(refunded <= o.goodsPaidFen)
        const kept = o.earns - takeBackOf(o, 0, refunded)
        const exact = (o.earns * (o.goodsPaidFen - refunded)) / o.goodsPaidFen
        expect(kept <= exact && exact < kept + 1).toBe(true)
      }),
    ))

  it('is nothing for an order that cost nothing', () =>
    expect(takeBackOf({ earns: 0, goodsPaidFen: 0 }, 0, 0)).toBe(0))
})
