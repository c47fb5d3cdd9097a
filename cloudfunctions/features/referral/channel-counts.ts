import type { ChannelCounts } from '@shared/referral/shop-codes-contract'
import type { ChannelCountsRow, OrderRow } from '../../database/rows'
import type { CloudCtx, Reaction } from '../../platform/ctx'
import type { Db, TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { inc } from '../../platform/query'

const SHARDS = 4
const NOTHING: ChannelCounts = { visits: 0, joins: 0, firstOrders: 0, orders: 0, gmvFen: 0 }
const counts = (db: TxDb) => db.table<ChannelCountsRow>('channelCounts')
const idOf = (code: string, shard: number): string => `${code}#${shard}`

/** Counts for a code, on any of its shards: one write and no read. A code without counts stays without. */
export async function countFor(
  db: TxDb,
  code: string,
  moves: Partial<ChannelCounts>,
  { random }: Pick<CloudCtx, 'random'>,
): Promise<void> {
  const patch = Object.fromEntries(Object.entries(moves).map(([key, by]) => [key, inc(by)]))
  await counts(db).update(idOf(code, Math.floor(random() * SHARDS)), patch)
}

/** Makes the shards of a code that is about to be there. Safe to repeat: what has counted stays. */
export async function addCounts(db: Db, code: string): Promise<void> {
  for (let shard = 0; shard < SHARDS; shard++)
    try {
      await counts(db).add({ _id: idOf(code, shard), code, ...NOTHING })
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e
    }
}

/** What a code's shards come to. */
export const summed = (rows: readonly ChannelCounts[]): ChannelCounts =>
  rows.reduce(
    (sum, row) => ({
      visits: sum.visits + row.visits,
      joins: sum.joins + row.joins,
      firstOrders: sum.firstOrders + row.firstOrders,
      orders: sum.orders + row.orders,
      gmvFen: sum.gmvFen + row.gmvFen,
    }),
    NOTHING,
  )

/** `channelCounts` of a code, for a lookup. */
export const countsOfCode = { from: 'channelCounts', foreignField: 'code', limit: SHARDS }

/** `order.paid`: an order whose buyer came through one of the shop's codes; one write, and nothing for any other. */
export const countOrder: Reaction<OrderRow> = async (db, { cameBy, payFen }, ctx) => {
  if (!cameBy) return
  await countFor(db, cameBy.code, { orders: 1, gmvFen: payFen, firstOrders: cameBy.first ? 1 : 0 }, ctx)
}
