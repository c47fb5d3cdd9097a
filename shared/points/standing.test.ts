import { DAY_MS, shopDay } from '../kernel/time'
import { EMPTY_ACCOUNT, lotEndsAt } from './account'
import type { Loyalty } from './contract'
import { endingNext, endingSoonText, lastDayText, perksOf, standingOf } from './standing'

const NOW = Date.UTC(2026, 10, 22, 2)
const tier = (id: string, fromFen: number, priceBp: number, pointsBp: number) => ({
  id,
  name: id,
  fromFen,
  priceBp,
  pointsBp,
})
const loyalty: Loyalty = {
  pointsPerYuan: 1,
  pointFen: 1,
  mostShareBp: 5000,
  validMonths: 12,
  tiers: [
    tier('新客', 0, 10_000, 10_000),
    tier('熟客', 20_000, 9800, 12_000),
    tier('常客', 60_000, 9500, 15_000),
  ],
}
const spent = (fen: number, daysAgo = 0) => ({
  ...EMPTY_ACCOUNT,
  spend: { [shopDay(NOW - daysAgo * DAY_MS)]: fen },
})

describe('where a member stands', () => {
  it.each([
    [0, '新客', 20_000, 0],
    [5000, '新客', 15_000, 2500],
    [19_999, '新客', 1, 9999],
    [20_000, '熟客', 40_000, 0],
    [59_999, '熟客', 1, 9999],
    [60_000, '常客', 0, 10_000],
    [900_000, '常客', 0, 10_000],
  ])('with %i fen spent', (fen, name, missingFen, progressBp) => {
    const standing = standingOf(spent(fen), loyalty, NOW)
    expect(standing).toMatchObject({ tier: { name }, spentFen: fen, missingFen, progressBp })
    expect(standing?.next ?? null).toBe(loyalty.tiers[(standing?.rank ?? 0) + 1] ?? null)
  })

  it('counts 90 days of the calendar, today among them', () => {
    expect(standingOf(spent(20_000, 89), loyalty, NOW)?.tier.name).toBe('熟客')
    expect(standingOf(spent(20_000, 90), loyalty, NOW)?.tier.name).toBe('新客')
  })

  it('is nowhere in a shop without tiers', () =>
    expect(standingOf(spent(1), { ...loyalty, tiers: [] }, NOW)).toBeNull())
})

describe('what a tier brings', () => {
  it.each([
    [0, [['攒积分', '1 元 1 分']]],
    [
      1,
      [
        ['会员价', '9.8 折'],
        ['积分', '1.2 倍'],
      ],
    ],
    [
      2,
      [
        ['会员价', '9.5 折'],
        ['积分', '1.5 倍'],
      ],
    ],
  ])('tier %i', (rank, perks) =>
    expect(perksOf(loyalty.tiers[rank] ?? null, loyalty).map(({ name, value }) => [name, value])).toEqual(
      perks,
    ),
  )

  it('is nothing in a shop without points and tiers', () =>
    expect(perksOf(null, { pointsPerYuan: 0 })).toEqual([]))
})

describe('points that end', () => {
  const account = { lots: { '202612': 120, '202711': 300, '202610': 9 } }

  it('are told with their last day', () => {
    expect(endingNext(account, NOW)).toEqual({ points: 120, endsAt: lotEndsAt('202612') })
    expect(endingSoonText(account, NOW)).toBe('120 积分将在 12 月 31 日过期')
    expect(lastDayText(lotEndsAt('202702'), NOW)).toBe('2027 年 2 月 28 日')
  })

  it('and then no more', () => {
    expect(endingNext(account, lotEndsAt('202612'))).toMatchObject({ points: 300 })
    expect(endingSoonText(account, lotEndsAt('202612'))).toBeNull()
    expect(endingNext({ lots: {} }, NOW)).toBeNull()
  })
})
