import { firstSpendDay, lotEndsAt, type Lots } from '@shared/points/account'
import { endedLots, sumOf } from '@shared/points/move'
import type { Instant } from '@shared/kernel/time'
import type { MemberRow, OrderRow, PointEntryRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { inc, lt, unset, type Patch } from '../../platform/query'

/** The patch of a member's document that moves points; `inc`s, so that it reads nothing and meets no other's. */
export const movePatch = (movement: Lots, sign: 1 | -1 = 1): Patch<MemberRow> =>
  Object.fromEntries(Object.entries(movement).map(([lot, n]) => [`account.lots.${lot}`, inc(sign * n)]))

/** Takes out the days that count for nothing any more, so that the document stays small. */
export const oldDaysPatch = ({ account }: MemberRow, now: Instant): Patch<MemberRow> => {
  const old = Object.keys(account.spend).filter((day) => day < firstSpendDay(now))
  return Object.fromEntries(old.map((day) => [`account.spend.${day}`, unset()]))
}

/** Accounts by their member's id, for transactions. */
export function accountRepository(db: TxDb) {
  const members = db.table<MemberRow>('members')
  return {
    /** null for who never joined or has left. */
    async member(id: string): Promise<MemberRow | null> {
      const row = await members.get(id)
      return row && row.leftAt === null ? row : null
    },
    /** A member who is not there stays away. */
    change: (id: string, patch: Patch<MemberRow>): Promise<void> => members.update(id, patch),
  }
}

export function entryRepository(db: TxDb) {
  const entries = db.table<PointEntryRow>('pointEntries')
  return {
    entry: (id: string) => entries.get(id),
    /** Throws DuplicateKey when there is such an entry. */
    add: (row: PointEntryRow): Promise<void> => entries.add(row),
    put: (row: PointEntryRow): Promise<void> => entries.set(row),
  }
}

export const expiryId = (memberId: string, lot: string): string => `expired:${memberId}:${lot}`

/**
 * Whoever rewrites an account writes down what has ended by now, a line for each lot, and takes it out. One lot can end
 * in parts (points that came back after its end): its line is then the sum. Costs nothing while nothing has ended, which
 * is all of a month but its first rewriting.
 */
export async function writeEnded(db: TxDb, member: MemberRow, now: Instant): Promise<Lots> {
  const ended = endedLots(member.account, now)
  const entries = entryRepository(db)
  for (const [lot, n] of Object.entries(ended)) {
    const id = expiryId(member._id, lot)
    const lots = { [lot]: ((await entries.entry(id))?.points ?? 0) - n }
    const points = sumOf(lots)
    await entries.put({
      _id: id,
      memberId: member._id,
      at: lotEndsAt(lot),
      points,
      lots,
      why: 'expired',
      what: '',
    })
  }
  return ended
}

/** What an account's lines are made of, by index, newest first; never inside a transaction. */
export function historyRepository(db: Db) {
  const range = (before: Instant | null) => (before === null ? null : lt(before))
  return {
    orders(memberId: string, before: Instant | null, limit: number): Promise<OrderRow[]> {
      const placedAt = range(before)
      return db.table<OrderRow>('orders').find({
        where: { memberId, ...(placedAt ? { placedAt } : {}) },
        orderBy: [['placedAt', 'desc']],
        limit,
      })
    },
    entries(memberId: string, before: Instant | null, limit: number): Promise<PointEntryRow[]> {
      const at = range(before)
      return db.table<PointEntryRow>('pointEntries').find({
        where: { memberId, ...(at ? { at } : {}) },
        orderBy: [['at', 'desc']],
        limit,
      })
    },
  }
}
