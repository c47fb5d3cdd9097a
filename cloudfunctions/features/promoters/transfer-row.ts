import { HOUR_MS, MINUTE_MS, type Instant } from '@shared/kernel/time'
import type { TransferRow, WithdrawalRow } from '../../database/rows'
import type { PayoutEnd, PayoutOutcome } from '../../platform/payout'
import { BUSY_MS } from './transfer-payout'

/** A transfer that somebody wants; `sentAt` null: it waits for the owner first. Who writes it is the one who sends it. */
export const newTransfer = (openid: string, sentAt: Instant | null): TransferRow => ({
  openid,
  sentAt,
  busyUntil: sentAt === null ? 0 : sentAt + BUSY_MS,
  confirmBy: null,
  stop: null,
  trouble: null,
})
/** The same when the owner has approved it. */
export const sendNow = (transfer: TransferRow, now: Instant): TransferRow => ({
  ...transfer,
  sentAt: now,
  busyUntil: now + BUSY_MS,
})
/** It is to come back; who asked first is heard. */
export const stopped = (
  row: WithdrawalRow,
  as: 'failed' | 'cancelled',
  note: string,
  now: Instant,
): WithdrawalRow => {
  const { transfer } = row
  if (!transfer || transfer.stop) return row
  return { ...row, dueAt: now, transfer: { ...transfer, stop: { as, note } } }
}

/** What an ended transfer keeps: nobody's id, and nothing to confirm with. */
export function endedTransfer({ openid: _who, packageInfo: _pkg, ...rest }: TransferRow): TransferRow {
  return { ...rest, trouble: null }
}

/** An open payout after what was heard of it. The same row where that is nothing new. */
export function heard(
  row: WithdrawalRow,
  outcome: Exclude<PayoutOutcome, PayoutEnd>,
  now: Instant,
): WithdrawalRow {
  const { transfer } = row
  if (!transfer) return row
  const after = { ...row, ...newsOf(row, transfer, outcome) }
  if (row.state === after.state && (row.dueAt ?? 0) > now) return sameOr(row, after)
  return { ...after, dueAt: nextLook(after, now) }
}
const sameOr = (row: WithdrawalRow, after: WithdrawalRow): WithdrawalRow =>
  JSON.stringify(row) === JSON.stringify(after) ? row : after

function newsOf(
  { state }: WithdrawalRow,
  transfer: TransferRow,
  outcome: Exclude<PayoutOutcome, PayoutEnd>,
): Pick<WithdrawalRow, 'state'> & { readonly transfer: TransferRow } {
  switch (outcome.became) {
    case 'open':
      return { state: 'sent', transfer: { ...transfer, trouble: null } }
    case 'waiting': {
      const { packageInfo, confirmBy } = outcome
      return { state: 'waiting', transfer: { ...transfer, packageInfo, confirmBy, trouble: null } }
    }
    case 'refused': {
      const stop = transfer.stop ?? { as: 'failed', note: '微信没有受理这笔转账' }
      return { state, transfer: { ...transfer, stop } }
    }
    default:
      return { state, transfer: { ...transfer, trouble: outcome.trouble } }
  }
}

/** A little after a request can no longer be on its way. */
const SOON_MS = BUSY_MS + MINUTE_MS
/** WeChat begins to close what nobody confirmed after a day, and takes up to an hour for it. */
const CLOSING_MS = HOUR_MS
const LATER_MS = 6 * HOUR_MS

/** When it is looked at next: soon after it was sent, then after its time to confirm, then a few times a day. */
function nextLook({ state, transfer }: WithdrawalRow, now: Instant): Instant {
  const { confirmBy, sentAt } = transfer ?? {}
  if (state === 'waiting' && confirmBy != null) {
    if (now < confirmBy) return confirmBy + CLOSING_MS
    return now + (now < confirmBy + LATER_MS ? CLOSING_MS : LATER_MS)
  }
  return now + (sentAt == null || now - sentAt < HOUR_MS ? SOON_MS : LATER_MS)
}
