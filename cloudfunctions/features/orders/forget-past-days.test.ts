import { DAY_MS, HOUR_MS, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import type { SlotRow, StockRow } from '../../database/rows'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE, stockRow } from '../../../tests/builders/shop-rows'

let shop: TestShop
const NIGHT = startOfShopDay(Date.UTC(2026, 10, 22, 2)) + DAY_MS
const openAt = (now: number) => {
  shop = openShop({ now, bagels: 10 })
  for (const day of ['20261121', '20261122', '20261123', '20261124']) {
    shop.put('stock', { ...stockRow(10, day), available: 6, sold: 4 })
    shop.put('slots', slot(day))
  }
  const stuck = { ...stockRow(10, '20261120'), available: 9, held: 1 }
  shop.put('stock', stuck)
  shop.put('slots', { ...slot('20261120'), held: 1 })
}
const slot = (day: string): SlotRow => ({
  _id: `${STORE}:${day}:dawn`,
  storeId: STORE,
  day,
  slotId: 'dawn',
  held: 0,
  sold: 4,
})
afterEach(() => shop.close())
const days = () =>
  ['stock', 'slots'].map((table) =>
    shop
      .rows<StockRow | SlotRow>(table)
      .map(({ day }) => day)
      .sort(),
  )

it('forgets the days that are over, for two writes, and keeps what is still held', async () => {
  openAt(NIGHT + 4 * HOUR_MS + 5 * MINUTE_MS)
  expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 2 })
  const kept = ['20261120', '20261123', '20261124']
  expect(days()).toEqual([kept, kept])
})

it.each([
  [NIGHT + 4 * HOUR_MS - 1, 0],
  [NIGHT + 4 * HOUR_MS, 2],
  [NIGHT + 4.5 * HOUR_MS - 1, 2],
  [NIGHT + 4.5 * HOUR_MS, 0],
  [NIGHT + 16 * HOUR_MS, 0],
])('does so in one turn of the timer a day (%s → %s writes)', async (now, writes) => {
  openAt(now)
  expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes })
})
