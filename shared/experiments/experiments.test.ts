import { newcombe, wilson } from './interval'
import { cappedAtP99, moments, studentT95, welch } from './money'
import { isMismatch, neededPerArm, splitProbability } from './sample'

describe('an interval of proportions', () => {
  it('is Newcombe’s, as in his own table: 56 of 70 less 48 of 80 (1998, Table II, method 10)', () => {
    const { estimate, low, high } = newcombe({ hits: 56, n: 70 }, { hits: 48, n: 80 })
    expect(estimate).toBeCloseTo(0.2, 12)
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })
  it('stays where shares can be when nobody or everybody did it (1998, Table II: 10 of 10, 0 of 20)', () => {
    const { estimate, low, high } = newcombe({ hits: 10, n: 10 }, { hits: 0, n: 20 })
    expect(estimate).toBe(1)
    expect(low).toBeCloseTo(0.6791, 4)
    expect(high).toBe(1)
  })
  it('is wide when little is known', () => {
    const { low, high } = wilson({ hits: 0, n: 1 })
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(0.7)
  })
  it('refuses more hits than people, and nobody', () => {
    expect(() => wilson({ hits: 2, n: 1 })).toThrow(RangeError)
    expect(() => wilson({ hits: 0, n: 0 })).toThrow(RangeError)
  })
})

describe('an interval of money', () => {
  it('has Welch’s degrees of freedom, as in NIST’s AUTO83B example (e-Handbook of Statistical Methods, 1.3.5.3)', () => {
    const us = { n: 249, mean: 20.14458, variance: 6.4147 ** 2 }
    const japan = { n: 79, mean: 30.48101, variance: 6.10771 ** 2 }
    const found = welch(us, japan)
    if (!found) throw new Error('no interval')
    expect(found.estimate).toBeCloseTo(-10.33643, 5)
    expect(found.degrees).toBeCloseTo(136.87, 1)
    const t = found.estimate / ((found.high - found.low) / 2 / studentT95(found.degrees))
    expect(t).toBeCloseTo(-12.946, 3)
  })
  it.each([
    [6, 2.447],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('takes Student’s t with %i degrees from the published tables', (degrees, t) => {
    expect(Math.abs(studentT95(degrees) - t)).toBeLessThan(0.001)
  })
  it('is none for a single person', () => {
    expect(welch(moments([5]), moments([1, 2]))).toBeNull()
  })
  it('has no width when nobody differs', () => {
    expect(welch(moments([3, 3]), moments([1, 1]))).toMatchObject({ estimate: 2, low: 2, high: 2 })
  })
  it('cuts at the nearest rank of 99 %', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(cappedAtP99(hundred)).toBe(99)
    expect(cappedAtP99([...hundred.slice(0, 99), 1_000_000])).toBe(99)
    expect(cappedAtP99([7])).toBe(7)
  })
})

describe('a sample', () => {
  it('is as large as in R’s own example: power.prop.test(p1 = .50, p2 = .75, power = .90) needs 76.7', () => {
    expect(neededPerArm(0.5, 0.75, 1.2815515655446004)).toBe(77)
  })
  it('never tells equal shares apart', () => {
    expect(() => neededPerArm(0.2, 0.2)).toThrow(RangeError)
  })
  it('is lopsided with 44,000 to 45,000 at 50/50: p = 0.0008 (srm.osc.garden)', () => {
    expect(splitProbability(44_000, 45_000, 5_000)).toBeCloseTo(0.0008, 4)
    expect(isMismatch(44_000, 45_000, 5_000)).toBe(true)
  })
  it('is as planned when it is as planned', () => {
    expect(splitProbability(500, 500, 5_000)).toBeCloseTo(1, 6)
    expect(isMismatch(480, 520, 5_000)).toBe(false)
    expect(isMismatch(3, 0, 0)).toBe(true)
  })
})
