import type { StockRow, StoreRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { inc, lt, oneOf, unset } from '../../platform/query'
import { stockId } from '../catalogue'

type Daily = Pick<StoreRow, 'id' | 'daily'>

/**
 * Counted stock inside a transaction. A day's document comes into being when its first unit is taken; until then all of
 * the store's daily supply is there. `emptyOf` marks the documents of which nothing is left.
 */
export function stockRepository(db: TxDb) {
  const stock = db.table<StockRow>('stock')
  const back =
    (from: 'held' | 'sold') =>
    (id: string, units: number): Promise<void> =>
      stock.update(id, { [from]: inc(-units), available: inc(units), emptyOf: unset() })
  return {
    /** The day's row as it is, or as it would be before the first unit is taken. */
    async row(store: Daily, skuId: string, day: string): Promise<{ row: StockRow; exists: boolean }> {
      const row = await stock.get(stockId(store.id, skuId, day))
      return row ? { row, exists: true } : { row: untouched(store, skuId, day), exists: false }
    },
    /** Takes units that `row` has: held, or sold at once when nothing is to be paid. */
    take({ row, exists }: { row: StockRow; exists: boolean }, units: number, into: 'held' | 'sold') {
      const available = row.available - units
      const next: StockRow = { ...row, available, [into]: row[into] + units }
      const marked: StockRow = available === 0 ? { ...next, emptyOf: 'shop' } : next
      if (!exists) return stock.add(marked)
      return stock.update(row._id, {
        available: inc(-units),
        [into]: inc(units),
        ...(available === 0 ? { emptyOf: 'shop' } : {}),
      })
    },
    sell: (id: string, units: number) => stock.update(id, { held: inc(-units), sold: inc(units) }),
    release: back('held'),
    takeBack: back('sold'),
  }
}

function untouched({ id: storeId, daily }: Daily, skuId: string, day: string): StockRow {
  const supply = daily[skuId] ?? 0
  const _id = stockId(storeId, skuId, day)
  return { _id, storeId, skuId, day, supply, available: supply, held: 0, sold: 0 }
}

/** What is left of several counted skus of a store on a day, in one read. */
export async function stockLeft(
  db: Db,
  store: Daily,
  day: string,
  skuIds: readonly string[],
): Promise<Map<string, number>> {
  const left = new Map(skuIds.map((skuId) => [skuId, store.daily[skuId] ?? 0]))
  if (skuIds.length === 0) return left
  const ids = skuIds.map((skuId) => stockId(store.id, skuId, day))
  const rows = await db.table<StockRow>('stock').find({ where: { _id: oneOf(ids) }, limit: ids.length })
  for (const row of rows) left.set(row.skuId, row.available)
  return left
}

/** Forgets the stock of days before this one, except what an order still holds: one write. Answers how many. */
export const forgetPastStock = (db: Db, today: string): Promise<number> =>
  db.table<StockRow>('stock').removeAll({ day: lt(today), held: 0 })
