import type { StockRow, StoreRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { oneOf, unset } from '../../platform/query'
import { stockId } from '../catalogue'

/** A store has a few dozen counted skus; what is beyond is not shown. */
const MOST_COUNTED = 1000

/** The day's documents of a store; a counted sku without one is untouched. */
export const stockOfDay = (db: Db, storeId: string, day: string): Promise<StockRow[]> =>
  db.table<StockRow>('stock').find({ where: { storeId, day }, limit: MOST_COUNTED })

/** Which of these days have a document of this sku already. */
export async function daysWithStock(
  db: Db,
  storeId: string,
  skuId: string,
  days: readonly string[],
): Promise<string[]> {
  const ids = days.map((day) => stockId(storeId, skuId, day))
  const rows = await db.table<StockRow>('stock').find({ where: { _id: oneOf(ids) }, limit: ids.length })
  return rows.map((row) => row.day)
}

/** A day's stock in a transaction: read and written by id, so that a sale in between makes it run again. */
export function dayStockRepository(db: TxDb) {
  const stock = db.table<StockRow>('stock')
  return {
    row: (storeId: string, skuId: string, day: string): Promise<StockRow | null> =>
      stock.get(stockId(storeId, skuId, day)),
    /** Brings a day's document into being. */
    add: (row: StockRow): Promise<void> => stock.add(marked(row)),
    /** Writes what is left and the supply that follows; what is held and sold is the orders'. */
    setLeft: ({ _id, available, supply }: StockRow): Promise<void> =>
      stock.update(_id, { available, supply, emptyOf: available === 0 ? 'shop' : unset() }),
  }
}

/** `emptyOf` marks the documents of which nothing is left. */
function marked({ emptyOf: _was, ...row }: StockRow): StockRow {
  return row.available === 0 ? { ...row, emptyOf: 'shop' } : row
}

/** A day of which nothing was taken yet, as it lies in the database once something is. */
export function untouchedDay(
  { id: storeId, daily }: Pick<StoreRow, 'id' | 'daily'>,
  skuId: string,
  day: string,
) {
  const supply = daily[skuId] ?? 0
  const _id = stockId(storeId, skuId, day)
  return { _id, storeId, skuId, day, supply, available: supply, held: 0, sold: 0 } satisfies StockRow
}
