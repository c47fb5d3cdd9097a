import type { Instant } from '@shared/kernel/time'
import type { WithdrawalRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { lte } from '../../platform/query'

/** Payouts by their number; inside a transaction or outside. */
export function withdrawalRepository(db: TxDb) {
  const withdrawals = db.table<WithdrawalRow>('withdrawals')
  return {
    withdrawal: (no: string) => withdrawals.get(no),
    /** Throws DuplicateKey when this number was taken before. */
    add: (row: WithdrawalRow) => withdrawals.add(row),
    put: (row: WithdrawalRow) => withdrawals.set(row),
  }
}

/** Lists, each by its index; never inside a transaction. */
export function withdrawalQueries(db: Db) {
  const withdrawals = db.table<WithdrawalRow>('withdrawals')
  return {
    /** A promoter's payouts, the newest first. */
    ofPromoter: (promoter: string, limit: number) =>
      withdrawals.find({ where: { promoter }, orderBy: [['requestedAt', 'desc']], limit }),
    /** What is open in the whole shop, the oldest first. */
    open: (limit: number) =>
      withdrawals.find({ where: { openOf: 'shop' }, orderBy: [['requestedAt', 'asc']], limit }),
    /** What waits for no person and was not finished, the longest first. */
    due: (now: Instant, limit: number) =>
      withdrawals.find({ where: { dueAt: lte(now) }, orderBy: [['dueAt', 'asc']], limit }),
  }
}
