import fc from 'fast-check'
import { aRewardDraft } from '../../tests/builders/reward-drafts'
import { shopDay, shopMonth } from '../kernel/time'
import { counted, eventOf, isCapped, partsFor, termsForOrder, termsOf, type CapCount } from './terms'

const NOW = aRewardDraft().startAt
const second = { kind: 'points', points: 5 } as const
const terms = (over: Parameters<typeof aRewardDraft>[0] = {}) => {
  const made = termsOf('bring', aRewardDraft(over), new Map([['thanks', '满 15 减 4']]), 12)
  if (!made) throw new Error('unlawful')
  return made
}

describe('caps', () => {
  const cap = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
  const caps = fc.record({ total: cap, month: cap, day: cap })
  const gaps = fc.array(fc.integer({ min: 0, max: 40 * 3_600_000 }), { maxLength: 60 })

  test('no total, day or month of the shop’s calendar is ever exceeded, and nothing else hinders', () =>
    fc.assert(
      fc.property(caps, gaps, (most, waits) => {
        let count: CapCount | undefined
        let now = NOW
        const given: number[] = []
        for (const wait of waits) {
          now += wait
          const on = (of: (at: number) => string) => given.filter((at) => of(at) === of(now)).length
          const full = [
            [given.length, most.total],
            [on(shopDay), most.day],
            [on(shopMonth), most.month],
          ] as const
          const should = full.some(([n, limit]) => limit !== null && n >= limit)
          expect(isCapped(count, most, now)).toBe(should)
          if (should) continue
          count = counted(count, now)
          given.push(now)
        }
      }),
    ))
})

describe('what an order takes along', () => {
  const brought = { promoter: 'mAnn', paidOrders: 0 }
  it('is nothing without a campaign, a promoter, or a membership', () => {
    expect(termsForOrder(undefined, brought, NOW)).toBeNull()
    expect(termsForOrder(terms(), { ...brought, promoter: null }, NOW)).toBeNull()
    expect(termsForOrder(terms(), { ...brought, paidOrders: null }, NOW)).toBeNull()
  })
  it('is the promise in [startAt, endAt) (law 14)', () => {
    const { startAt, endAt } = terms()
    expect(
      [startAt - 1, startAt, endAt - 1, endAt].map((at) => termsForOrder(terms(), brought, at) !== null),
    ).toEqual([false, true, true, false])
  })
  it('is nothing once nothing can come of it', () => {
    const after = (n: number, promise = terms()) =>
      termsForOrder(promise, { ...brought, paidOrders: n }, NOW) !== null
    expect([after(0), after(1), after(2)]).toEqual([true, false, false])
    const bonus = terms({ second })
    expect([after(0, bonus), after(1, bonus), after(2, bonus)]).toEqual([true, true, false])
    expect(after(0, terms({ when: 'signup' }))).toBe(false)
  })
})

it('knows the first and the second order, from the amount on', () => {
  const bonus = terms({ second, minPaidFen: 1000 })
  expect([1, 2, 3].map((n) => eventOf(bonus, n, 1000))).toEqual(['first', 'second', null])
  expect(eventOf(bonus, 1, 999)).toBeNull()
  expect(eventOf(terms({ when: 'signup' }), 1, 9999)).toBeNull()
})

it('gives each side its own, and the second order to the promoter alone', () => {
  const bonus = terms({ second })
  expect(partsFor(bonus, 'first')).toEqual({
    promoter: { kind: 'coupon', campaignId: 'thanks', title: '满 15 减 4' },
    friend: { kind: 'coupon', campaignId: 'thanks', title: '满 15 减 4' },
  })
  expect(partsFor(bonus, 'second')).toEqual({ promoter: second, friend: null })
  expect(partsFor(terms(), 'second')).toBeNull()
  expect(partsFor(bonus, 'signup')).toBeNull()
})

it('makes no promise of an unlawful draft', () =>
  expect(termsOf('bring', aRewardDraft({ when: 'share' }), new Map(), 12)).toBeNull())
