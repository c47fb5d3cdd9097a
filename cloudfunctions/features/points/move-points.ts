import { Defect, refuse, type Refused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { Lots } from '@shared/points/account'
import type { PointLine } from '@shared/points/contract'
import { lotsToTake, negated, sumOf } from '@shared/points/move'
import type { TxDb } from '../../platform/db'
import { accountRepository, entryRepository, movePatch, movePoints } from './repository'

/**
 * Spends a member's points, those that end first before the others. Answers from which lots (`YYYYMM` → points): whoever
 * calls keeps that with what was bought, to give it back or to write the line of it. One read, one write; none for 0
 * points. POINTS_SHORT: there are fewer, or this is no member (any more).
 */
export async function takePoints(
  db: TxDb,
  memberId: string,
  points: number,
  now: Instant,
): Promise<{ readonly taken: Record<string, number> } | Refused<'POINTS_SHORT'>> {
  if (!Number.isSafeInteger(points) || points < 0) throw new Defect('not a number of points', { points })
  if (points === 0) return { taken: {} }
  const member = await accountRepository(db).member(memberId)
  const taken = member && lotsToTake(member.account, points, now)
  if (!taken) return refuse('POINTS_SHORT')
  await movePoints(db, member, negated(taken), now)
  return { taken: { ...taken } }
}

/**
 * Gives points back into the lots from which they were taken; what went into one that has ended is not there to spend.
 * Nothing happens for who has left, nor for who came back after `takenAt`: they began anew. One read, one write.
 */
export async function returnPoints(
  db: TxDb,
  memberId: string,
  taken: Lots,
  takenAt: Instant = Infinity,
): Promise<void> {
  if (sumOf(taken) === 0) return
  const accounts = accountRepository(db)
  const member = await accounts.member(memberId)
  if (member && member.joinedAt <= takenAt) await accounts.change(memberId, movePatch(taken))
}

/** A movement that no order tells of. */
export type PointEntry = {
  /** Says what it is (`exchanged:<coupon>`), so that it is written once. */
  readonly id: string
  readonly memberId: string
  readonly at: Instant
  readonly why: PointLine['why']
  /** In words, for the member: the title of the coupon. */
  readonly what: string
  /** Lot → what moved in it; below zero: gone (`negated(taken)`). */
  readonly lots: Lots
}

/**
 * Writes the line of a movement; the movement itself is the caller's, in the same transaction. One write. Throws
 * DuplicateKey when it was written before.
 */
export function enterPoints(db: TxDb, { id, ...entry }: PointEntry): Promise<void> {
  return entryRepository(db).add({ _id: id, ...entry, points: sumOf(entry.lots) })
}

/** Spends points on something that is no order, with its line. One read, two writes. */
export async function exchangePoints(
  db: TxDb,
  { points, ...entry }: Omit<PointEntry, 'lots' | 'why'> & { readonly points: number },
): Promise<{ readonly taken: Record<string, number> } | Refused<'POINTS_SHORT'>> {
  const answer = await takePoints(db, entry.memberId, points, entry.at)
  if ('taken' in answer) await enterPoints(db, { ...entry, why: 'exchanged', lots: negated(answer.taken) })
  return answer
}
