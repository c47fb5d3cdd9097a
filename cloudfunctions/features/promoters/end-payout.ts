import { Defect } from '@shared/kernel/refusal'
import type { WithdrawalState } from '@shared/promoters/contract'
import { comeBack, payOut } from '@shared/promoters/ledger'
import { drawnWithout } from '@shared/promoters/payout'
import type { AccountRow, WithdrawalRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { book } from './book'
import { sendPayout } from './payout-ways'
import { promoterRepository } from './repository'
import { withdrawalRepository } from './withdrawal-repository'

export type Ended = { readonly row: WithdrawalRow; readonly account: AccountRow }

/**
 * Ends a payout, in the transaction that has seen it open: paid, or its money back in the account and out of the day's
 * cap. Two reads at the most, three writes.
 */
export async function endPayout(
  db: TxDb,
  open: WithdrawalRow,
  state: Extract<WithdrawalState, 'paid' | 'failed' | 'cancelled'>,
  note: string,
  { now }: Pick<CloudCtx, 'now'>,
): Promise<Ended> {
  const account = await promoterRepository(db).account(open.promoter)
  if (!account) throw new Defect('a payout without an account', { no: open._id })
  const paid = state === 'paid'
  const { fen, day } = open
  const after = await book(
    db,
    account,
    {
      kind: paid ? 'paid' : 'returned',
      source: open._id,
      fen,
      postings: paid ? payOut(fen) : comeBack(account, fen),
      at: now,
    },
    paid ? {} : { drawn: drawnWithout(account.drawn, fen, day) },
  )
  const { openOf: _openOf, dueAt: _dueAt, ...rest } = open
  const row: WithdrawalRow = { ...rest, state, note, endedAt: now }
  await withdrawalRepository(db).put(row)
  return { row, account: after }
}

/**
 * Carries a payout that was sent as far as it goes by itself. Safe to repeat at any point, and by several at once: what is
 * sent twice under one number is one payout, and it is ended once. Answers it as it then is.
 */
export async function carryPayout(sent: WithdrawalRow, ctx: CloudCtx): Promise<WithdrawalRow> {
  if (sent.state !== 'sent' || sent.way === 'cash') return sent
  const outcome = await sendPayout(sent, ctx)
  if (outcome.became !== 'paid' && outcome.became !== 'failed') return sent
  const { became, note } = outcome
  return ctx.tx(async (db) => {
    const row = await withdrawalRepository(db).withdrawal(sent._id)
    if (!row) throw new Defect('a payout is gone', { no: sent._id })
    if (row.state !== 'sent') return row
    return (await endPayout(db, row, became, note, ctx)).row
  })
}
