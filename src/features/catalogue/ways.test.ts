import { deliveryWords, waysOf } from './ways'

const delivery = {
  radiusM: 3000,
  minimumFen: 1500,
  bands: [
    { toM: 1000, feeFen: 300 },
    { toM: 3000, feeFen: 550 },
  ],
  freeFromFen: 4000,
  minutes: 30,
}

it('offers only what a store has the terms for', () => {
  const ways = ['dineIn', 'preorder', 'delivery', 'pickup'] as const
  expect(waysOf({ ways: [...ways], delivery, preorder: null })).toEqual(['pickup', 'delivery', 'dineIn'])
  expect(waysOf({ ways: ['pickup'], delivery, preorder: null })).toEqual(['pickup'])
  expect(
    waysOf({ ways: [...ways], delivery: null, preorder: { daysAhead: 1, points: [], slots: [] } }),
  ).toEqual(['pickup', 'dineIn'])
})

it('says what a delivery asks, and nothing that it does not', () => {
  expect(deliveryWords({ delivery })).toBe('起送 ¥15 · 配送费 ¥3 起 · 满 ¥40 免配送费 · 约 30 分钟')
  const flat = { ...delivery, minimumFen: 0, bands: [{ toM: 3000, feeFen: 300 }], freeFromFen: null }
  expect(deliveryWords({ delivery: flat })).toBe('配送费 ¥3 · 约 30 分钟')
  const free = { ...delivery, bands: [{ toM: 3000, feeFen: 0 }] }
  expect(deliveryWords({ delivery: free })).toBe('起送 ¥15 · 免配送费 · 约 30 分钟')
  expect(deliveryWords({ delivery: null })).toBe('')
})
