import { refuse } from '@shared/kernel/refusal'
import { lotOf } from '@shared/points/account'
import type { Loyalty } from '@shared/points/contract'
import { negated } from '@shared/points/move'
import type { TxDb } from '../../platform/db'
import { enterPoints, type PointEntry } from './move-points'
import { accountRepository, entryRepository, movePoints } from './repository'

/**
 * Gives points that no order earned, with their line, into the lot of points earned now. The entry's id makes it once:
 * given before, nothing happens. NOT_A_MEMBER: they have left. Two reads, two writes.
 */
export async function givePoints(
  db: TxDb,
  { points, ...entry }: Omit<PointEntry, 'lots'> & { readonly points: number },
  loyalty: Pick<Loyalty, 'validMonths'>,
) {
  const member = await accountRepository(db).member(entry.memberId)
  if (!member) return refuse('NOT_A_MEMBER')
  if (await entryRepository(db).entry(entry.id)) return { given: points }
  const lots = { [lotOf(entry.at, loyalty)]: points }
  await movePoints(db, member, lots, entry.at)
  await enterPoints(db, { ...entry, lots })
  return { given: points }
}

/**
 * Takes points back that `givePoints` gave, out of the lot into which they went, with a line of its own; what was spent
 * of them meanwhile is owed, as when an order that earned them is refunded. Nothing happens a second time, nor for who
 * has left or joined anew since. Three reads, two writes.
 */
export async function takeBackPoints(
  db: TxDb,
  { given, ...line }: Pick<PointEntry, 'memberId' | 'at' | 'why' | 'what'> & { readonly given: string },
): Promise<void> {
  const entries = entryRepository(db)
  const entry = await entries.entry(given)
  const id = `back:${given}`
  if (!entry || (await entries.entry(id))) return
  const member = await accountRepository(db).member(line.memberId)
  if (!member || member.joinedAt > entry.at) return
  const lots = negated(entry.lots)
  await movePoints(db, member, lots, line.at)
  await enterPoints(db, { id, ...line, lots })
}
