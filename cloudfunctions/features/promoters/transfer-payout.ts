import { Defect } from '@shared/kernel/refusal'
import { DAY_MS, MINUTE_MS, type Instant } from '@shared/kernel/time'
import type { TransferRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Payout, PayoutOutcome, PayoutProvider } from '../../platform/payout'
import type { TransferAnswer, Transfers, TransferStatus } from '../../platform/transfers'
import { failureNote } from './transfer-words'
import { withdrawalRepository } from './withdrawal-repository'

/** A transfer with what it knows of itself. `fresh`: this very invocation has claimed the right to send it. */
export type TransferPayout = Payout & { readonly transfer: TransferRow; readonly fresh: boolean }

/**
 * How long a request of ours may still take effect: WeChat refuses what was signed more than five minutes ago. Only after
 * it does "no such bill" mean that there will be none.
 */
export const BUSY_MS = 10 * MINUTE_MS
/** The recipient has a day from the bill's creation on. */
const CONFIRM_MS = DAY_MS
/** WeChat remembers a bill for 30 days: long before, one that never came about is given up. */
const GIVE_UP_MS = 25 * DAY_MS
const FORGOTTEN_MS = 29 * DAY_MS

/**
 * WeChat's merchant transfer. What was ever sent is asked for first, and sent again only where WeChat knows no bill of this
 * number and no request can be on its way any more, or where it knows one: then sending is the same bill, and tells with
 * what to confirm. The money comes back by an end that WeChat names, or because there is no bill and can't be one.
 */
export const byTransfer: PayoutProvider<TransferPayout> = {
  async send(payout, ctx) {
    const { transfers } = ctx
    if (!transfers) return { became: 'stuck', trouble: 'setup', detail: 'no keys' }
    const { sentAt } = payout.transfer
    if (payout.fresh || sentAt === null) return attempt(payout, transfers, ctx)
    const answer = await transfers.query(payout.no)
    if (answer.became === 'known') return known(answer.status, payout, transfers)
    if (answer.became === 'none') return none(payout, sentAt, transfers, ctx)
    return troubled(answer)
  },
}

/** There is no bill of this number. */
function none(
  payout: TransferPayout,
  sentAt: Instant,
  transfers: Transfers,
  ctx: CloudCtx,
): PayoutOutcome | Promise<PayoutOutcome> {
  const { stop, busyUntil, trouble } = payout.transfer
  const { now } = ctx
  if (now < busyUntil) return trouble ? { became: 'stuck', trouble, detail: 'NOT_FOUND' } : { became: 'open' }
  if (now - sentAt > FORGOTTEN_MS) return { became: 'stuck', trouble: 'unknown', detail: 'forgotten' }
  if (stop) return { became: stop.as, note: stop.note, ifBusyUntil: busyUntil }
  if (now - sentAt > GIVE_UP_MS)
    return { became: 'failed', note: '一直没有转成，已退回', ifBusyUntil: busyUntil }
  return attempt(payout, transfers, ctx)
}

/** There is a bill of this number, so sending it again can't make a second one. */
async function known(
  status: TransferStatus,
  payout: TransferPayout,
  transfers: Transfers,
): Promise<PayoutOutcome> {
  const { stop, packageInfo } = payout.transfer
  const isOpen = status.state === 'accepted' || status.state === 'waiting'
  if (isOpen && stop) {
    const answer = await transfers.cancel(payout.no)
    return answer.became === 'known' ? outcomeOf(answer.status, payout) : troubled(answer)
  }
  if (isOpen && status.packageInfo === '' && (status.state === 'accepted' || packageInfo === undefined)) {
    const answer = await transfers.send(bill(payout))
    return answer.became === 'known' ? outcomeOf(answer.status, payout) : troubled(answer)
  }
  return outcomeOf(status, payout)
}

/** Sends what may not exist yet, once nobody else does. */
async function attempt(payout: TransferPayout, transfers: Transfers, ctx: CloudCtx): Promise<PayoutOutcome> {
  if (!payout.fresh && !(await claim(payout, ctx))) return { became: 'open' }
  const answer = await transfers.send(bill(payout))
  if (answer.became === 'known') return outcomeOf(answer.status, payout)
  return troubled(answer)
}

/** Of several that want to send at once, one gets to. */
const claim = ({ no, transfer }: TransferPayout, { tx, now }: CloudCtx): Promise<boolean> =>
  tx(async (db) => {
    const row = await withdrawalRepository(db).withdrawal(no)
    const mine = row?.transfer
    if (!mine || row.endedAt !== null || mine.stop || mine.busyUntil !== transfer.busyUntil) return false
    const sentAt = mine.sentAt ?? now
    await withdrawalRepository(db).put({ ...row, transfer: { ...mine, sentAt, busyUntil: now + BUSY_MS } })
    return true
  })

function bill({ no, fen, transfer: { openid } }: TransferPayout) {
  if (openid === undefined) throw new Defect('a transfer to nobody', { no })
  return { no, fen, openid }
}

/** What an answer means that names no bill. */
function troubled(answer: Exclude<TransferAnswer, { became: 'known' }>): PayoutOutcome {
  if (answer.became === 'none') return { became: 'open' }
  if (answer.became === 'unknown') return { became: 'unknown', trouble: 'unknown', detail: answer.detail }
  return answer.why === 'refused'
    ? { became: 'refused', detail: answer.detail }
    : { became: 'stuck', trouble: answer.why, detail: answer.detail }
}

/** What WeChat says of a bill. Of another amount than ours nothing is believed. */
export function outcomeOf(
  status: TransferStatus,
  { no, fen, transfer }: Pick<TransferPayout, 'no' | 'fen' | 'transfer'>,
): PayoutOutcome {
  if (status.fen !== null && status.fen !== fen)
    throw new Defect('a bill of another amount', { no, fen, wechat: status.fen })
  switch (status.state) {
    case 'paid':
      return { became: 'paid', note: '' }
    case 'failed':
      return { became: 'failed', note: failureNote(status.reason) }
    case 'expired':
      return { became: 'expired', note: '' }
    case 'cancelled':
      return transfer.stop
        ? { became: transfer.stop.as, note: transfer.stop.note }
        : { became: 'cancelled', note: '店家撤回了这笔转账' }
    case 'waiting': {
      const packageInfo = status.packageInfo || transfer.packageInfo
      const confirmBy = status.createdAt === null ? transfer.confirmBy : status.createdAt + CONFIRM_MS
      if (packageInfo === undefined || packageInfo === '' || confirmBy === null) return { became: 'open' }
      return { became: 'waiting', packageInfo, confirmBy }
    }
    default:
      return { became: 'open' }
  }
}
