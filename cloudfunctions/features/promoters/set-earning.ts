import { NO_BALANCES } from '@shared/promoters/ledger'
import type { AccountRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { promoterRepository } from './repository'

/**
 * Writes down whether paid orders credit a promoter, in the transaction that changes how they stand: a payment that is
 * booked at the same moment writes the same document, so it sees one or the other. One read, one write.
 */
export async function setEarning(db: TxDb, memberId: string, earning: boolean): Promise<AccountRow> {
  const promoters = promoterRepository(db)
  const account = (await promoters.account(memberId)) ?? newAccount(memberId)
  await promoters.putAccount({ ...account, earning })
  return { ...account, earning }
}

const newAccount = (_id: string): AccountRow => ({
  _id,
  ...NO_BALANCES,
  entries: 0,
  earning: false,
  drawn: { day: '', fen: 0 },
})
