import type { Fen } from '@shared/kernel/money'
import { Defect } from '@shared/kernel/refusal'
import { shopMonth, type Instant } from '@shared/kernel/time'
import type { EntryKind } from '@shared/promoters/contract'
import { post, wrongBalances, type Posting } from '@shared/promoters/ledger'
import type { AccountRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { promoterRepository } from './repository'

/** What happened to an account, and what of. */
export type Booking = {
  readonly kind: EntryKind
  /** The order, refund or payout: with the kind it is the entry's id. */
  readonly source: string
  readonly fen: Fen
  readonly postings: readonly Posting[]
  readonly at: Instant
}

/**
 * Appends an entry and writes the account that it makes, in the transaction that read the account. Two writes. Answers
 * the account after it. Throws DuplicateKey when this was booked before, and a Defect where law 8 would be broken: then
 * nothing of the transaction happens.
 */
export async function book(
  db: TxDb,
  account: AccountRow,
  { kind, source, fen, postings, at }: Booking,
  also: Partial<Pick<AccountRow, 'drawn'>> = {},
): Promise<AccountRow> {
  const n = account.entries + 1
  const after: AccountRow = { ...account, ...also, ...post(account, postings), entries: n }
  const wrong = wrongBalances(after)
  const sum = postings.reduce((all, posting) => all + posting.fen, 0)
  if (wrong.length > 0 || sum !== 0)
    throw new Defect('an entry that breaks the ledger', { kind, source, sum, wrong })
  const promoters = promoterRepository(db)
  await promoters.append({
    _id: `${kind}:${source}`,
    promoter: account._id,
    n,
    at,
    month: shopMonth(at),
    kind,
    source,
    fen,
    postings,
  })
  await promoters.putAccount(after)
  return after
}
