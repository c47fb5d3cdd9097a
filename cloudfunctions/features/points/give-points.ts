import { refuse } from '@shared/kernel/refusal'
import { lotOf } from '@shared/points/account'
import type { Loyalty } from '@shared/points/contract'
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
