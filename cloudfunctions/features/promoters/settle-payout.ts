import type * as contract from '@shared/promoters/office-contract'
import type { FollowTask } from '@shared/promoters/office-contract'
import type { InputOf } from '@shared/kernel/action'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { canPayout } from '@shared/promoters/payout'
import type { WithdrawalRow } from '../../database/rows'
import type { CloudCtx, Ctx } from '../../platform/ctx'
import type { Db, TxDb } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { onceADay } from '../../platform/tick'
import { record } from '../staff'
import { carryPayout, endPayout } from './end-payout'
import { promoterQueries } from './repository'
import { requireOwner } from './rights'
import { sendNow, stopped } from './transfer-row'
import { payoutCard, standingOf } from './views'
import { withdrawalQueries, withdrawalRepository } from './withdrawal-repository'

const LISTED = 50

export const listPayouts: UseCase<typeof contract.payouts> = async (_input, ctx) => {
  const owner = await requireOwner(ctx)
  if (isRefused(owner)) return owner
  const rows = await withdrawalQueries(ctx.db).open(LISTED + 1)
  const names = await namesOf(ctx.db, rows)
  return {
    payouts: rows.slice(0, LISTED).map((row) => payoutCard(row, names.get(row.promoter) ?? '')),
    more: rows.length > LISTED,
  }
}

/** What the owner does with a payout, and the line of the record, in one transaction; an exchange is then given at once. */
export const settlePayout: UseCase<typeof contract.settlePayout> = async (input, ctx) => {
  const owner = await requireOwner(ctx)
  if (isRefused(owner)) return owner
  if (input.deed !== 'approve' && input.note === '') return refuse('NOTE_MISSING')
  if ((await ctx.texts.check(ctx.openid, input.note, 'comment')) === 'rejected')
    return refuse('TEXT_REJECTED')
  const settled = await ctx.tx(async (db) => {
    const row = await withdrawalRepository(db).withdrawal(input.no)
    if (!row) return refuse('WITHDRAWAL_NOT_FOUND')
    // approved before, and nobody heard of it: an exchange goes on from where it was left
    if (input.deed === 'approve' && (row.state === 'sent' || row.state === 'waiting'))
      return { row, fresh: false }
    if (!canPayout[input.deed](standingOf(row))) return refuse('WRONG_STATE', { state: row.state })
    const after = await settle(db, row, input, ctx)
    await record(db, ctx, {
      storeId: null,
      what: `payout.${input.deed}`,
      subject: row._id,
      before: { state: row.state },
      after: { state: after.state, fen: row.fen, promoter: row.promoter, note: input.note },
    })
    return { row: after, fresh: input.deed === 'approve' }
  })
  if (isRefused(settled)) return settled
  const row = await carryPayout(settled.row, ctx, settled)
  return { payout: payoutCard(row, (await namesOf(ctx.db, [row])).get(row.promoter) ?? '') }
}

/** Names are not kept with a payout, so that whoever leaves takes theirs along. One read, none for no payouts. */
async function namesOf(db: Db, rows: readonly WithdrawalRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ promoter }) => promoter))]
  const known = ids.length === 0 ? [] : await promoterQueries(db).promoters(ids, LISTED + 1)
  return new Map(known.map(({ _id, name }) => [_id, name]))
}

async function settle(
  db: TxDb,
  row: WithdrawalRow,
  { deed, note }: InputOf<typeof contract.settlePayout>,
  ctx: Ctx,
): Promise<WithdrawalRow> {
  if (deed === 'refuse' && row.way === 'transfer' && row.state !== 'requested') {
    const after = stopped(row, 'failed', note, ctx.now)
    await withdrawalRepository(db).put(after)
    return after
  }
  if (deed !== 'approve')
    return (await endPayout(db, row, deed === 'paid' ? 'paid' : 'failed', note, ctx)).row
  const sent: WithdrawalRow = {
    ...row,
    state: 'sent',
    ...(row.way === 'cash' ? {} : { dueAt: ctx.now }),
    ...(row.transfer && { transfer: sendNow(row.transfer, ctx.now) }),
  }
  await withdrawalRepository(db).put(sent)
  return sent
}

const TEN = 10 * 60
const CARRIED_AT_ONCE = 100

/** The delayed call after a transfer was sent, or after its time to confirm. */
export const followPayout = async ({ no }: FollowTask, ctx: CloudCtx): Promise<void> => {
  const row = await withdrawalRepository(ctx.db).withdrawal(no)
  if (row) await carryPayout(row, ctx)
}

/**
 * Exchanges that a crash left between the account and the points or coupon, and transfers that a delayed call missed. One
 * read where there are none.
 */
export const sweepPayouts = onceADay('promoters.payouts', TEN, async (ctx: CloudCtx) => {
  for (const row of await withdrawalQueries(ctx.db).due(ctx.now, CARRIED_AT_ONCE)) {
    try {
      await carryPayout(row, ctx)
    } catch (error) {
      ctx.log('error', 'promoters.payoutFailed', { no: row._id, error })
    }
  }
})
