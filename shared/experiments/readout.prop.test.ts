import * as fc from 'fast-check'
import { cardOf } from './card'
import { newcombe } from './interval'
import { neededFor, readout, type Outcome, type Plan } from './readout'

const plan: Plan = { controlBp: 5_000, readoutAt: 1_000, expectedShare: 0.3, worthKnowing: 0.2 }
const needed = neededFor(plan)
const some = (arm: Outcome['arm'], n: number, hits: number, marginFen = 900, couponFen = 0): Outcome[] =>
  Array.from({ length: n }, (_, i) => {
    const bought = i < hits
    return { arm, bought, marginFen: bought ? marginFen : 0, couponFen: bought ? couponFen : 0 }
  })
/** mulberry32, a small generator with a seed. */
function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

test('nothing is told before its day, nor of too few', () =>
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(2_000), (treated, control, now) => {
      const told = readout([...some('treated', treated, 0), ...some('control', control, 0)], plan, now)
      const more = Math.max(0, needed - Math.min(treated, control))
      if (more > 0 || now < plan.readoutAt)
        expect(told).toEqual({ state: 'tooEarly', more, readoutAt: 1_000 })
      else expect(told.state).not.toBe('tooEarly')
    }),
  ))

test('the estimate lies in its interval, and swapping the arms turns its sign', () =>
  fc.assert(
    fc.property(fc.nat(150), fc.nat(150), (a, b) => {
      const there = readout([...some('treated', 150, a), ...some('control', 150, b)], plan, 1_000)
      const back = readout([...some('treated', 150, b), ...some('control', 150, a)], plan, 1_000)
      if (there.state !== 'read' || back.state !== 'read') throw new Error(there.state)
      for (const { low, estimate, high } of [there.buyersPer100, there.earnedFen]) {
        expect(low).toBeLessThanOrEqual(estimate)
        expect(high).toBeGreaterThanOrEqual(estimate)
      }
      expect(back.buyersPer100.estimate).toBeCloseTo(-there.buyersPer100.estimate, 9)
      expect(back.buyersPer100.low).toBeCloseTo(-there.buyersPer100.high, 9)
    }),
  ))

test('where nothing differs, 95 of 100 intervals say so', () => {
  const random = seeded(20_261_125)
  const runs = 4_000
  let covered = 0
  for (let run = 0; run < runs; run++) {
    const hits = () => Array.from({ length: 120 }, random).filter((x) => x < 0.3).length
    const { low, high } = newcombe({ hits: hits(), n: 120 }, { hits: hits(), n: 120 })
    if (low <= 0 && high >= 0) covered++
  }
  expect(covered / runs).toBeGreaterThan(0.94)
  expect(covered / runs).toBeLessThan(0.965)
})

test('one enormous order does not decide', () => {
  const usual = [...some('treated', 150, 60), ...some('control', 150, 60)]
  const [first, ...others] = usual
  if (!first) throw new Error('nobody')
  const told = readout([{ ...first, marginFen: 5_000_000 }, ...others], plan, 1_000)
  expect(told).toMatchObject({ state: 'read', earnedFen: { estimate: 0 } })
})

test('people lost on one side are noticed', () => {
  const told = readout([...some('treated', 300, 90), ...some('control', 200, 60)], plan, 1_000)
  expect(told).toEqual({ state: 'mismatch', treated: 300, control: 200 })
  expect(cardOf(told).join('')).toContain('300 比 200')
})

test('the card says what was added, and between what', () => {
  const told = readout(
    [...some('treated', 500, 180, 1_000, 88), ...some('control', 500, 150, 1_000)],
    plan,
    1_000,
  )
  expect(cardOf(told)).toEqual([
    '每提醒 100 人，多 6 人下单（多 0 人到多 12 人之间）。',
    '发出去的券花了 ¥158.4，扣掉之后多赚 ¥300（多 ¥9 到多 ¥591 之间）。',
  ])
})

test('the card says how many are missing, and when it will be told', () => {
  const day = { ...plan, readoutAt: Date.UTC(2026, 11, 31, 18) }
  const few = readout([...some('treated', 10, 1), ...some('control', 12, 1)], day, 0)
  expect(cardOf(few)[0]).toBe(`数据还不够：每组还差 ${needed - 10} 人。`)
  const enough = readout([...some('treated', 150, 1), ...some('control', 150, 1)], day, 0)
  expect(cardOf(enough)).toEqual(['人数够了，1月1日揭晓；提前看会看走眼。'])
})
