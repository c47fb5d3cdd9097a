import type { Instant } from '@shared/kernel/time'
import type { ChannelCountsRow, ChannelRow, MemberRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { lt, type Patch } from '../../platform/query'
import { countsOfCode } from './channel-counts'

/** Codes by id. */
export function channelRepository(db: TxDb) {
  const channels = db.table<ChannelRow>('channels')
  return {
    channel: (code: string): Promise<ChannelRow | null> => channels.get(code),
    /** Throws DuplicateKey when the code is there. */
    add: (row: ChannelRow): Promise<void> => channels.add(row),
    change: (code: string, patch: Patch<ChannelRow>): Promise<void> => channels.update(code, patch),
  }
}

const SHOP = {
  from: 'settings',
  localField: 'shopId',
  foreignField: '_id',
  fields: ['_id', 'menuVersion'],
  limit: 1,
}
type Known = { readonly channel: ChannelRow | null; readonly menuVersion: number }

/** The member's code if it was made before, and the shop's menu version: one read. Null for who is no member. */
export async function readSharer(db: Db, memberId: string, code: string): Promise<Known | null> {
  const found = await db
    .table<MemberRow>('members')
    .lookup<{ channel: ChannelRow; shop: Pick<ShopRow, '_id' | 'menuVersion'> }>(memberId, {
      channel: { from: 'channels', foreignField: 'promoter', keep: { _id: code }, limit: 1 },
      shop: SHOP,
    })
  const shop = found?.joined.shop.rows[0]
  if (!found || found.doc.leftAt !== null || !shop) return null
  return { channel: found.joined.channel.rows[0] ?? null, menuVersion: shop.menuVersion }
}

/** A code with the shards of its counts. */
export type CountedChannel = { readonly doc: ChannelRow; readonly counts: readonly ChannelCountsRow[] }

/** The shop's own codes made before an instant (null: all), the newest first, with their counts: one read. */
export async function shopChannels(db: Db, before: Instant | null, limit: number): Promise<CountedChannel[]> {
  const where = { kind: 'shop', ...(before === null ? {} : { createdAt: lt(before) }) } as const
  const found = await db
    .table<ChannelRow>('channels')
    .findWith<{ counts: ChannelCountsRow }>(
      { where, orderBy: [['createdAt', 'desc']], limit },
      { counts: countsOfCode },
    )
  return found.map(({ doc, joined }) => ({ doc, counts: joined.counts.rows }))
}
