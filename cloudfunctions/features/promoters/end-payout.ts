import { Defect } from '@shared/kernel/refusal'
import type { WithdrawalState } from '@shared/promoters/contract'
import type { FollowTask } from '@shared/promoters/office-contract'
import { comeBack, payOut } from '@shared/promoters/ledger'
import { drawnWithout } from '@shared/promoters/payout'
import type { AccountRow, WithdrawalRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { PayoutEnd, PayoutOutcome } from '../../platform/payout'
import { book } from './book'
import { sendPayout } from './payout-ways'
import { promoterRepository } from './repository'
import { endedTransfer, heard } from './transfer-row'
import { withdrawalRepository } from './withdrawal-repository'

export type Ended = { readonly row: WithdrawalRow; readonly account: AccountRow }

/**
 * Ends a payout, in the transaction that has seen it open: paid, or its money back in the account and out of the day's
 * cap. Two reads at the most, three writes.
 */
export async function endPayout(
  db: TxDb,
  open: WithdrawalRow,
  state: Extract<WithdrawalState, PayoutEnd['became']>,
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
  const { openOf: _openOf, dueAt: _dueAt, transfer, ...rest } = open
  const row: WithdrawalRow = {
    ...rest,
    state,
    note,
    endedAt: now,
    ...(transfer && { transfer: endedTransfer(transfer) }),
  }
  await withdrawalRepository(db).put(row)
  return { row, account: after }
}

/**
 * Carries a payout that was sent as far as it goes by itself. Safe to repeat at any point, and by several at once: what is
 * sent twice under one number is one payout, and it is ended once. `fresh`: the caller has
 * just written that it sends it. Answers it as it then is.
 */
export async function carryPayout(
  sent: WithdrawalRow,
  ctx: CloudCtx,
  { fresh }: { readonly fresh: boolean } = { fresh: false },
): Promise<WithdrawalRow> {
  const isUnderWay = sent.state === 'sent' || sent.state === 'waiting'
  if (!isUnderWay || sent.way === 'cash') return sent
  return takeIn(sent, await sendPayout(sent, fresh, ctx), ctx)
}

/** Takes in what was heard of a payout: its end, or how it stands. One transaction where that is anything new. */
export async function takeIn(
  seen: WithdrawalRow,
  outcome: PayoutOutcome,
  ctx: CloudCtx,
): Promise<WithdrawalRow> {
  if ('detail' in outcome)
    ctx.log('warn', 'promoters.transferTrouble', {
      no: seen._id,
      became: outcome.became,
      detail: outcome.detail,
    })
  if (!isEnd(outcome) && heard(seen, outcome, ctx.now) === seen) return seen
  const after = await ctx.tx(async (db) => {
    const row = await withdrawalRepository(db).withdrawal(seen._id)
    if (!row) throw new Defect('a payout is gone', { no: seen._id })
    if (row.endedAt !== null) return row
    if (!isEnd(outcome)) {
      const next = heard(row, outcome, ctx.now)
      if (next !== row) await withdrawalRepository(db).put(next)
      return next
    }
    const { became, note, ifBusyUntil } = outcome
    const wasSentAgain = ifBusyUntil !== undefined && row.transfer?.busyUntil !== ifBusyUntil
    return wasSentAgain ? row : (await endPayout(db, row, became, note, ctx)).row
  })
  if (after.transfer && after.dueAt !== undefined && after.dueAt !== seen.dueAt)
    await ctx.tasks.later({ task: FOLLOW, no: after._id }, after.dueAt - ctx.now)
  return after
}

/** The delayed call that looks at a transfer again; the day's turn is the net under it. */
const FOLLOW: FollowTask['task'] = 'promoters.followPayout'

const isEnd = (outcome: PayoutOutcome): outcome is PayoutEnd => 'note' in outcome
