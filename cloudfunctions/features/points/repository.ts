import { firstSpendDay, lotEndsAt, type Lots } from '@shared/points/account'
import { endedLots, negated, plus } from '@shared/points/move'
import type { Instant } from '@shared/kernel/time'
import type { MemberRow, OrderRow, PointEntryRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { inc, lt, unset, type Patch } from '../../platform/query'

/** The patch of a member's document that moves points; `inc`s, so that it reads nothing and meets no other's. */
export const movePatch = (movement: Lots): Patch<MemberRow> =>
  Object.fromEntries(Object.entries(movement).map(([lot, n]) => [`account.lots.${lot}`, inc(n)]))

/** Takes out the days that count for nothing any more, so that the document stays small. */
const oldDaysPatch = (account: MemberRow['account'], now: Instant): Patch<MemberRow> => {
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
 * Moves points in an account that was read in this transaction, and `also` changes. What has ended is written down, a
 * line for each lot, and taken out with it, and so are days that count for nothing any more. One write, but when
 * something ends: that is the first time in a month at the most.
 */
export async function movePoints(
  db: TxDb,
  { _id: memberId, account }: MemberRow,
  movement: Lots,
  now: Instant,
  also: Patch<MemberRow> = {},
): Promise<void> {
  const revived = await unwriteEnded(db, memberId, plus(account.lots, movement), movement, now)
  const ended = endedLots({ lots: [movement, revived].reduce(plus, account.lots) }, now)
  for (const [lot, n] of Object.entries(ended)) await writeEnded(db, memberId, lot, -n)
  await accountRepository(db).change(memberId, {
    ...movePatch([movement, revived, negated(ended)].reduce(plus)),
    ...oldDaysPatch(account, now),
    ...also,
  })
}

/**
 * What a refund takes back of a lot that has ended was lost with it already: it is not lost twice, and the line of what
 * ended is the smaller by it. Answers what comes back into the lots for that.
 */
async function unwriteEnded(db: TxDb, memberId: string, lots: Lots, movement: Lots, now: Instant) {
  const revived: Record<string, number> = {}
  for (const [lot, n] of Object.entries(movement)) {
    const missing = -(lots[lot] ?? 0)
    if (n >= 0 || missing <= 0 || now < lotEndsAt(lot)) continue
    const lost = -((await entryRepository(db).entry(expiryId(memberId, lot)))?.points ?? 0)
    const back = Math.min(lost, missing)
    if (back > 0) await writeEnded(db, memberId, lot, back)
    revived[lot] = back
  }
  return revived
}

/** One lot can end in parts (points that came back after its end): its line is then the sum. */
async function writeEnded(db: TxDb, memberId: string, lot: string, change: number): Promise<void> {
  const entries = entryRepository(db)
  const id = expiryId(memberId, lot)
  const points = ((await entries.entry(id))?.points ?? 0) + change
  const at = lotEndsAt(lot)
  await entries.put({ _id: id, memberId, at, points, lots: { [lot]: points }, why: 'expired', what: '' })
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
