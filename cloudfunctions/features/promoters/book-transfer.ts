import type { CloudCtx } from '../../platform/ctx'
import type { TransferNotice } from '../../platform/transfers'
import { takeIn } from './end-payout'
import { outcomeOf } from './transfer-payout'
import { withdrawalRepository } from './withdrawal-repository'

/**
 * WeChat reports the end of a transfer. As often, as late and beside whatever else it comes, the payout ends once. One that
 * has ended otherwise here is for a person to look at: it is logged, and money is not moved twice.
 */
export async function bookTransfer({ no, status }: TransferNotice, ctx: CloudCtx): Promise<void> {
  const row = await withdrawalRepository(ctx.db).withdrawal(no)
  const transfer = row?.transfer
  if (!row || !transfer) return ctx.log('error', 'promoters.strangeTransfer', { no, state: status.state })
  if (row.endedAt === null)
    return void (await takeIn(row, outcomeOf(status, { no, fen: row.fen, transfer }), ctx))
  const paidHere = row.state === 'paid'
  if (paidHere !== (status.state === 'paid'))
    ctx.log('error', 'promoters.transferConflict', { no, here: row.state, wechat: status.state })
}
