import { leftToday } from '@shared/promoters/payout'
import { movesOf, type Balances } from '@shared/promoters/ledger'
import type { EntryLine, Myself, Programme, Promised, WithdrawalView } from '@shared/promoters/contract'
import type { PayoutCard, PromoterCard } from '@shared/promoters/office-contract'
import type { Instant } from '@shared/kernel/time'
import type { AccountRow, CommissionRow, LedgerRow, PromoterRow, WithdrawalRow } from '../../database/rows'
import { derivedId } from '../../platform/identity'

export const balancesOf = ({
  pendingFen,
  availableFen,
  withdrawingFen,
  withdrawnFen,
  debtFen,
}: AccountRow): Balances => ({ pendingFen, availableFen, withdrawingFen, withdrawnFen, debtFen })

export const myself = ({ state, name, termsVersion, reason }: PromoterRow): Myself => ({
  state,
  name,
  termsVersion,
  reason,
})

/** Under an id of its own: whoever knows an order's number could ask for more than the promoter may know. */
export const promisedView = (row: CommissionRow): Promised => ({
  id: derivedId('c', row._id),
  paidAt: row.paidAt,
  fen: row.amountFen - row.clawedFen,
  availableAt: row.availableAt,
  returnDays: row.returnDays,
})

export const entryLine = ({ n, at, kind, fen, postings }: LedgerRow): EntryLine => ({
  n,
  at,
  kind,
  fen,
  moves: movesOf(postings),
})

export const withdrawalView = (row: WithdrawalRow): WithdrawalView => ({
  no: row._id,
  fen: row.fen,
  way: row.way,
  state: row.state,
  requestedAt: row.requestedAt,
  endedAt: row.endedAt,
  confirmBy: row.state === 'waiting' ? (row.transfer?.confirmBy ?? null) : null,
  stopping: isStopping(row),
  note: row.note,
})

/** By which it is decided what may be done with a payout. */
export const standingOf = (row: WithdrawalRow) => {
  const { state, way, confirmBy, stopping } = withdrawalView(row)
  return { state, way, confirmBy, stopping }
}

/** It is to come back, and WeChat has not answered yet. */
export const isStopping = ({ endedAt, transfer }: WithdrawalRow): boolean =>
  endedAt === null && transfer?.stop != null

/** `name`: what the promoter calls themselves now; '' for who has left. */
export const payoutCard = (row: WithdrawalRow, name: string): PayoutCard => ({
  ...withdrawalView(row),
  trouble: row.endedAt === null ? (row.transfer?.trouble ?? null) : null,
  memberId: row.promoter,
  name,
})

export const promoterCard = (row: PromoterRow, account: AccountRow | null | undefined): PromoterCard => ({
  memberId: row._id,
  name: row.name,
  note: row.note,
  state: row.state,
  termsVersion: row.termsVersion,
  changedAt: row.changedAt,
  reason: row.reason,
  account: account ? balancesOf(account) : null,
})

/** What a payout changes on the promoter's page. */
export const paidOut = (
  withdrawal: WithdrawalRow,
  account: AccountRow,
  { dailyFen }: Programme,
  now: Instant,
) => ({
  withdrawal: withdrawalView(withdrawal),
  account: balancesOf(account),
  leftTodayFen: leftToday(account.drawn, dailyFen, now),
})
