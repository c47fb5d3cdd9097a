import fc from 'fast-check'
import { aCampaign } from '../../../../tests/builders/campaign-views'
import { forecastOf } from './forecast'

const of = (budget: Partial<ReturnType<typeof aCampaign>['budget']>, over = {}) =>
  aCampaign({ budget: { count: null, fen: null, shards: 1, ...budget }, ...over })
const BENEFIT = { kind: 'amountOff', offFen: 3000, thresholdFen: 5000 } as const
const thirty = { terms: { ...aCampaign().terms, benefit: BENEFIT } }

it('counts every coupon with the most that it can cost', () =>
  expect(forecastOf(of({ count: 100 }, thirty))).toEqual({
    eachFen: 3000,
    left: 100,
    count: 100,
    leftFen: 300_000,
    mostFen: 300_000,
  }))

it('an amount buys whole coupons only', () =>
  expect(forecastOf(of({ fen: 10_000 }, thirty))).toMatchObject({ count: 3, mostFen: 9000 }))

it('has no end without a budget', () =>
  expect(forecastOf(of({}, thirty))).toMatchObject({ left: null, leftFen: null, mostFen: null }))

test('with what is issued it stays within both limits, and one coupon more would not', () => {
  const limit = fc.option(fc.integer({ min: 1, max: 500 }))
  const law = fc.property(limit, limit, fc.integer({ min: 0, max: 400 }), (count, coupons, issued) => {
    fc.pre(count !== null || coupons !== null)
    const fen = coupons === null ? null : coupons * 1234
    fc.pre(issued <= (count ?? Infinity) && issued * 3000 <= (fen ?? Infinity))
    const campaign = of({ count, fen }, { ...thirty, issued, issuedFen: issued * 3000 })
    const { mostFen, count: all } = forecastOf(campaign, campaign)
    expect(all).not.toBeNull()
    expect(all ?? 0).toBeLessThanOrEqual(count ?? Infinity)
    expect(mostFen ?? 0).toBeLessThanOrEqual(fen ?? Infinity)
    const oneMore = (all ?? 0) + 1 > (count ?? Infinity) || (mostFen ?? 0) + 3000 > (fen ?? Infinity)
    expect(oneMore).toBe(true)
  })
  fc.assert(law)
})
