import type { BindingRow, MemberRow, TouchesRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { lt } from '../../platform/query'
import { MOST_TOUCHES } from '@shared/referral/touches'
import type { Instant } from '@shared/kernel/time'

/** Bindings by the friend's member id. There is no way to change one. */
export function bindingRepository(db: TxDb) {
  const bindings = db.table<BindingRow>('bindings')
  return {
    binding: (memberId: string): Promise<BindingRow | null> => bindings.get(memberId),
    add: (row: BindingRow): Promise<void> => bindings.add(row),
  }
}

/** How many friends a member has brought. One read. */
export const countFriends = (db: Db, promoter: string): Promise<number> =>
  db.table<BindingRow>('bindings').count({ promoter })

/** What is noted of a person, and whether they are a member by now: one read. */
export async function readTouches(
  db: Db,
  memberId: string,
): Promise<{ readonly row: TouchesRow; readonly isMember: boolean } | null> {
  const found = await db.table<TouchesRow>('touches').lookup<{ member: MemberRow }>(memberId, {
    member: { from: 'members', foreignField: '_id', limit: 1 },
  })
  const member = found?.joined.member.rows[0]
  return found && { row: found.doc, isMember: member !== undefined && member.leftAt === null }
}

type Promoters = { promoters: Pick<MemberRow, '_id' | 'joinedAt' | 'leftAt' | 'barredAt'> }

/** What is noted of a person with the promoters it names, as they are now: one read. */
export const readComing = (db: Db, memberId: string) =>
  db.table<TouchesRow>('touches').lookup<Promoters>(memberId, {
    promoters: {
      from: 'members',
      localField: 'promoters',
      foreignField: '_id',
      fields: ['_id', 'joinedAt', 'leftAt', 'barredAt'],
      limit: MOST_TOUCHES,
    },
  })

/** Writes the list over the version that was read; false when another touch was faster. One write. */
export async function saveTouches(db: Db, { _id, ...fields }: TouchesRow): Promise<boolean> {
  const touches = db.table<TouchesRow>('touches')
  if (fields.version > 1) return touches.updateIf(_id, { version: fields.version - 1 }, fields)
  try {
    await touches.add({ _id, ...fields })
    return true
  } catch (e) {
    if (e instanceof DuplicateKey) return false
    throw e
  }
}

/** A person is forgotten: how they came too. */
export const forgetTouches = (db: Db, memberId: string): Promise<void> =>
  db.table<TouchesRow>('touches').remove(memberId)

/** What has not been added to since then. One write; answers how many. */
export const forgetTouchesBefore = (db: Db, at: Instant): Promise<number> =>
  db.table<TouchesRow>('touches').removeAll({ lastAt: lt(at) })
