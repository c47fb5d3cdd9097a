import type { setDaily as contract } from '@shared/stores/contract'
import { begunWith } from '@shared/stores/day-stock'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { DAY_MS, shopDay, type Instant } from '@shared/kernel/time'
import type { StoreRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { skuStock, storeWithSku } from './read-stock'
import { settingsRepository } from './repository'
import { requireManagerOf } from './rights'
import { dayStockRepository, daysWithStock, untouchedDay } from './stock-repository'

/** So far ahead orders may hold stock: the most that a store's pre-orders reach. */
const DAYS_AHEAD = 14

/**
 * Counts a sku, counts it otherwise, or no longer. What orders hold stays where it is in each case: on the document of
 * their day, which sells or releases it whether the sku is still counted or not. The contract says what happens to
 * today and to the days ahead.
 */
export const setDaily: UseCase<typeof contract> = async ({ storeId, skuId, units }, ctx) => {
  const rights = await requireManagerOf(storeId, ctx)
  if (isRefused(rights)) return rights
  const found = await storeWithSku(storeId, skuId, ctx)
  if (isRefused(found)) return found
  const [today = '', ...ahead] = daysFrom(ctx.now)
  const begun = units === null ? [] : await daysWithStock(ctx.db, storeId, skuId, ahead)
  const set = await ctx.tx(async (db) => {
    const store = (await readShop(db)).stores[storeId]
    if (!store) return refuse('FORBIDDEN')
    const counted = Object.hasOwn(store.daily, skuId)
    if (units !== null) {
      await (counted ? keepDay : replanDay)(db, store, skuId, today, units)
      for (const day of begun) await replanDay(db, store, skuId, day, units)
    }
    await settingsRepository(db).setDaily(storeId, skuId, units)
    const { [skuId]: _was, ...others } = store.daily
    const daily = units === null ? others : { ...others, [skuId]: units }
    const row = await dayStockRepository(db).row(storeId, skuId, today)
    return { sku: skuStock({ ...store, daily }, skuId, row, today) }
  })
  if (!isRefused(set)) ctx.log('info', 'stores.daily', { storeId, skuId, units, by: ctx.memberId })
  return set
}

const daysFrom = (now: Instant): string[] =>
  Array.from({ length: DAYS_AHEAD + 1 }, (_, i) => shopDay(now + i * DAY_MS))

/** A day that nobody has touched gets its document now, so that it keeps the number it began with. */
async function keepDay(db: TxDb, store: StoreRow, skuId: string, day: string): Promise<void> {
  const days = dayStockRepository(db)
  if ((await days.row(store.id, skuId, day)) === null) await days.add(untouchedDay(store, skuId, day))
}

/** A day that somebody has touched is counted as if it had begun with the new number; any other does so by itself. */
async function replanDay(
  db: TxDb,
  store: StoreRow,
  skuId: string,
  day: string,
  units: number,
): Promise<void> {
  const days = dayStockRepository(db)
  const row = await days.row(store.id, skuId, day)
  if (row !== null) await days.setLeft(begunWith(row, units))
}
