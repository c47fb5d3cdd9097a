import type { BindingRow, MemberRow } from '../../database/rows'
import type { Db } from '../../platform/db'
import { lt, oneOf } from '../../platform/query'
import type { Instant } from '@shared/kernel/time'

/** How many friends a member has brought, in one read; null for who is none. */
export async function readPromoter(db: Db, memberId: string): Promise<{ readonly total: number } | null> {
  const found = await db.table<MemberRow>('members').lookup<{ bound: Pick<BindingRow, '_id'> }>(memberId, {
    bound: { from: 'bindings', foreignField: 'promoter', fields: ['_id'], limit: 1 },
  })
  if (found === null || found.doc.leftAt !== null) return null
  return { total: found.joined.bound.total }
}

/** The newest first; at most `limit`, bound before this instant (null: all). */
export const boundBefore = (
  db: Db,
  promoter: string,
  before: Instant | null,
  limit: number,
): Promise<BindingRow[]> =>
  db.table<BindingRow>('bindings').find({
    where: { promoter, ...(before === null ? {} : { boundAt: lt(before) }) },
    orderBy: [['boundAt', 'desc']],
    limit,
  })

/** The members with these ids, in no order. */
export const friendRows = (db: Db, ids: readonly string[]): Promise<MemberRow[]> =>
  db.table<MemberRow>('members').find({ where: { _id: oneOf([...ids]) }, limit: ids.length })
