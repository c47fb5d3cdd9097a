import * as fc from 'fast-check'
import { lotsBack, refundPart, refundRest, unitsLeft, type Refundable, type RefundPart } from './refund'

type Order = Refundable & { readonly payFen: number }
const line = fc.record({
  qty: fc.integer({ min: 1, max: 12 }),
  payFen: fc.nat(30_000),
  pointsOffFen: fc.nat(5_000),
})
const fee = fc.oneof(fc.constant(0), fc.nat(1_000))
const order: fc.Arbitrary<Order> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    packagingFen: fee,
    deliveryFen: fee,
    offShare: fc.nat(100),
    pointsPerFen: fc.constantFrom(0, 0.1, 1, 3),
  })
  .map(({ lines, packagingFen, deliveryFen, offShare, pointsPerFen }) => {
    const pointsOffFen = pointsPerFen === 0 ? 0 : lines.reduce((sum, l) => sum + l.pointsOffFen, 0)
    const deliveryOffFen = Math.floor((deliveryFen * offShare) / 100)
    const goods = lines.reduce((sum, l) => sum + l.payFen, 0)
    return {
      lines: pointsPerFen === 0 ? lines.map((l) => ({ ...l, pointsOffFen: 0 })) : lines,
      packagingFen,
      deliveryFen,
      deliveryOffFen,
      pointsOffFen,
      points: Math.ceil(pointsOffFen * pointsPerFen),
      payFen: goods + packagingFen + deliveryFen - deliveryOffFen,
      refunds: [],
    }
  })
const wish = fc.record({
  units: fc.array(fc.record({ line: fc.nat(6), units: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
  packaging: fc.boolean(),
  delivery: fc.boolean(),
})
const wishes = fc.array(wish, { maxLength: 8 })

const after = (o: Order, part: RefundPart): Order => ({ ...o, refunds: [...o.refunds, part] })
const sum = (parts: readonly RefundPart[], what: 'payFen' | 'points') =>
  parts.reduce((s, p) => s + p[what], 0)
/** Every wish that can be had, one after the other, and then the rest. */
function giveBack(start: Order, list: readonly Parameters<typeof refundPart>[1][]) {
  let now = start
  const parts: RefundPart[] = []
  for (const w of list) {
    const part = refundPart(now, w)
    if (!part) continue
    parts.push(part)
    now = after(now, part)
  }
  return { now, parts }
}

it('gives back what was paid in any partition, to the fen and the point, and never more on the way (law 2)', () => {
  fc.assert(
    fc.property(order, wishes, (start, list) => {
      const { now, parts } = giveBack(start, list)
      for (const p of parts) {
        expect(Math.min(p.goodsFen, p.packagingFen, p.deliveryFen, p.points)).toBeGreaterThanOrEqual(0)
        expect(p.payFen).toBe(p.goodsFen + p.packagingFen + p.deliveryFen)
      }
      expect(sum(parts, 'payFen')).toBeLessThanOrEqual(start.payFen)
      expect(sum(parts, 'points')).toBeLessThanOrEqual(start.points)
      const rest = refundRest(now)
      const all = rest ? [...parts, rest] : parts
      expect([sum(all, 'payFen'), sum(all, 'points')]).toEqual([start.payFen, start.points])
      expect(all.filter((p) => p.whole).length).toBeGreaterThanOrEqual(1)
    }),
  )
})

it('leaves nothing after the whole: no unit, no fee, no point', () => {
  fc.assert(
    fc.property(order, wishes, (start, list) => {
      const { now } = giveBack(start, list)
      const rest = refundRest(now)
      const end = rest ? after(now, rest) : now
      expect(unitsLeft(end).every((n) => n === 0)).toBe(true)
      expect(refundRest(end)).toBeNull()
    }),
  )
})

it('is the same in whatever order units go back', () => {
  fc.assert(
    fc.property(order, wishes, (start, list) => {
      const goods = list.map((w) => ({ ...w, packaging: false, delivery: false }))
      const there = giveBack(start, goods)
      // the very units that went back, the last first
      const back = giveBack(
        start,
        there.parts.map((p) => ({ units: p.units, packaging: false, delivery: false })).reverse(),
      )
      const all = [sum(there.parts, 'payFen'), sum(there.parts, 'points')]
      expect([sum(back.parts, 'payFen'), sum(back.parts, 'points')]).toEqual(all)
    }),
  )
})

it('refuses units that are not there, and a wish for nothing', () => {
  const start: Order = {
    lines: [{ qty: 3, payFen: 1000, pointsOffFen: 0 }],
    packagingFen: 50,
    deliveryFen: 0,
    deliveryOffFen: 0,
    pointsOffFen: 0,
    points: 0,
    payFen: 1050,
    refunds: [],
  }
  const units = (n: number) => ({ units: [{ line: 0, units: n }], packaging: false, delivery: false })
  expect(refundPart(start, units(4))).toBeNull()
  expect(refundPart(start, { ...units(1), units: [{ line: 1, units: 1 }] })).toBeNull()
  expect(refundPart(start, { units: [], packaging: false, delivery: true })).toBeNull()
  const first = refundPart(start, units(1))!
  expect(first).toMatchObject({ goodsFen: 333, payFen: 333, whole: false })
  const second = refundPart(after(start, first), { units: [], packaging: true, delivery: false })!
  expect(second).toMatchObject({ goodsFen: 0, packagingFen: 50, payFen: 50, whole: false })
  const last = refundPart(after(after(start, first), second), units(2))!
  expect(last).toMatchObject({ goodsFen: 667, packagingFen: 0, payFen: 667, whole: true })
})

it('puts points back into the lots they came from, what ends last first, in any partition', () => {
  const taken = fc.dictionary(fc.stringMatching(/^2027(0[1-9]|1[0-2])$/), fc.integer({ min: 1, max: 500 }), {
    minKeys: 1,
    maxKeys: 5,
  })
  fc.assert(
    fc.property(taken, fc.array(fc.nat(300), { maxLength: 6 }), (lots, steps) => {
      const all = Object.values(lots).reduce((s, n) => s + n, 0)
      const back: Record<string, number> = {}
      let before = 0
      for (const step of [...steps, all]) {
        const points = Math.min(step, all - before)
        const share = lotsBack(lots, before, points)
        expect(Object.values(share).reduce((s, n) => s + n, 0)).toBe(points)
        for (const [lot, n] of Object.entries(share)) back[lot] = (back[lot] ?? 0) + n
        before += points
      }
      expect(back).toEqual(lots)
    }),
  )
  expect(lotsBack({ '202701': 10, '202703': 5 }, 0, 7)).toEqual({ '202703': 5, '202701': 2 })
})
