import type { ShopDraft, StoreDraft } from '@shared/stores/contract'
import { MINUTE_MS } from '@shared/kernel/time'

/** A store that does everything: collected, eaten in, delivered, ordered ahead; no fault with it. */
export const aStoreDraft = (over: Partial<StoreDraft> = {}): StoreDraft => ({
  name: '一号店',
  address: '学府路 1 号',
  phone: '0571-88880001',
  lat: 30.2,
  lng: 120.1,
  hours: [
    { from: 7 * 60, to: 10 * 60 + 30 },
    { from: 14 * 60, to: 20 * 60 },
  ],
  specialDays: { '20270101': { hours: [], note: '元旦休息' } },
  ways: ['pickup', 'dineIn', 'delivery', 'preorder'],
  minimumFen: 0,
  delivery: {
    radiusM: 3000,
    minimumFen: 2000,
    bands: [
      { toM: 1000, feeFen: 300 },
      { toM: 3000, feeFen: 500 },
    ],
    freeFromFen: 5000,
    minutes: 30,
  },
  preorder: {
    daysAhead: 2,
    points: [
      { id: 'p1', name: '3 号宿舍楼下', address: '北门' },
      { id: 'p2', name: '图书馆门口', address: '' },
    ],
    slots: [
      {
        id: 's1',
        pointId: 'p1',
        atMinute: 440,
        cutoffDays: 1,
        cutoffMinute: 1320,
        capacity: 40,
        days: [1, 2, 3, 4, 5],
      },
      { id: 's2', pointId: 'p2', atMinute: 720, cutoffDays: 0, cutoffMinute: 600, capacity: 20, days: [] },
    ],
  },
  tables: ['A1', 'A2'],
  secondsPerUnit: 90,
  ...over,
})

/** A shop with points and three tiers; no fault with it. */
export const aShopDraft = (over: Partial<ShopDraft> = {}): ShopDraft => ({
  notice: '桂花拿铁上新',
  payWithinMs: 30 * MINUTE_MS,
  acceptance: { remindMs: 5 * MINUTE_MS, refundMs: 15 * MINUTE_MS },
  loyalty: {
    pointsPerYuan: 1,
    pointFen: 1,
    mostShareBp: 5000,
    validMonths: 12,
    tiers: [
      { id: 'green', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
      { id: 'silver', name: '熟客', fromFen: 20_000, priceBp: 9_800, pointsBp: 12_000 },
      { id: 'gold', name: '常客', fromFen: 60_000, priceBp: 9_500, pointsBp: 15_000 },
    ],
  },
  packaging: [
    { id: 'none', name: '不打包', feeFen: 0 },
    { id: 'bag', name: '打包袋', feeFen: 50 },
  ],
  ...over,
})
