import fc from 'fast-check'
import { balanceOf, lotEndsAt, settled, type Lots } from './account'
import { endedLots, lotsToTake, negated, plus, sumOf } from './move'

const MONTHS = ['202609', '202610', '202611', '202612', '202701', '202702'] as const
/** Around the ends of the months, and on them to the millisecond. */
const instant = fc
  .tuple(fc.constantFrom(...MONTHS), fc.constantFrom(-1, 0, 1))
  .map(([lot, ms]) => lotEndsAt(lot) + ms)
const movement: fc.Arbitrary<Lots> = fc.dictionary(
  fc.constantFrom(...MONTHS),
  fc.integer({ min: -30, max: 30 }),
)
const account = fc.array(movement, { maxLength: 12 }).map((all) => ({ lots: all.reduce(plus, {}) }))

const check = fc.assert

it('never owes and has at once, and has in no lot more than moved into it', () =>
  check(
    fc.property(account, ({ lots }) => {
      const { lots: left, owed } = settled({ lots })
      expect(owed).toBeGreaterThanOrEqual(0)
      for (const [lot, n] of Object.entries(left)) {
        expect(n).toBeGreaterThan(0)
        expect(n).toBeLessThanOrEqual(lots[lot] ?? 0)
      }
      expect(owed > 0 && sumOf(left) > 0).toBe(false)
      expect(sumOf(left) - owed).toBe(sumOf(lots))
    }),
  ))

it('comes to the same in whatever order movements arrive', () =>
  check(
    fc.property(
      fc
        .array(movement, { maxLength: 12 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => expect(one.reduce(plus, {})).toEqual(other.reduce(plus, {})),
    ),
  ))

it('spends what ends first, exactly, never what has ended and never more than there is', () =>
  check(
    fc.property(account, fc.nat(120), instant, (before, points, now) => {
      const balance = balanceOf(before, now)
      const taken = lotsToTake(before, points, now)
      if (points > balance) return expect(taken).toBeNull()
      expect(sumOf(taken ?? {})).toBe(points)
      const after = { lots: plus(before.lots, negated(taken ?? {})) }
      expect(balanceOf(after, now)).toBe(balance - points)
      expect(settled(after).owed).toBe(settled(before).owed)
      const live = Object.entries(settled(after).lots).filter(([lot]) => now < lotEndsAt(lot))
      const [first] = live.map(([lot]) => lot)
      for (const lot of Object.keys(taken ?? {})) {
        expect(now).toBeLessThan(lotEndsAt(lot))
        expect(first === undefined || lot <= first).toBe(true)
      }
    }),
  ))

it('is as before when what was spent comes back', () =>
  check(
    fc.property(account, fc.nat(60), instant, movement, (before, points, now, between) => {
      const taken = lotsToTake(before, points, now) ?? {}
      const spent = [negated(taken), between, taken].reduce(plus, before.lots)
      expect(spent).toEqual(plus(before.lots, between))
    }),
  ))

it('loses nothing by taking out what has ended, and what came back into it later ends again', () =>
  check(
    fc.property(account, movement, instant, (before, later, now) => {
      const ended = endedLots(before, now)
      const after = { lots: plus(before.lots, negated(ended)) }
      expect(balanceOf(after, now)).toBe(balanceOf(before, now))
      expect(endedLots(after, now)).toEqual({})
      for (const lot of Object.keys(ended)) expect(now).toBeGreaterThanOrEqual(lotEndsAt(lot))
      // points that arrive can only help
      const gain = Object.fromEntries(Object.entries(later).map(([lot, n]) => [lot, Math.abs(n)]))
      expect(balanceOf({ lots: plus(after.lots, gain) }, now)).toBeGreaterThanOrEqual(balanceOf(after, now))
    }),
  ))

it('law 14: a lot ends exactly at midnight in Shanghai after its month', () => {
  const end = Date.UTC(2026, 11, 31, 16)
  const account = { lots: { '202612': 7, '202701': 5 } }
  expect(lotEndsAt('202612')).toBe(end)
  expect([end - 1, end, end + 1].map((now) => balanceOf(account, now))).toEqual([12, 5, 5])
  expect(endedLots(account, end - 1)).toEqual({})
  expect(endedLots(account, end)).toEqual({ '202612': 7 })
})
