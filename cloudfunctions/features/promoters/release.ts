import { Defect } from '@shared/kernel/refusal'
import { DAY_MS, MINUTE_MS, type Instant } from '@shared/kernel/time'
import { availableAt } from '@shared/promoters/commission'
import { release } from '@shared/promoters/ledger'
import type { CommissionRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { unset } from '../../platform/query'
import { onceADay } from '../../platform/tick'
import { ordersById } from '../orders'
import { book } from './book'
import { commissionQueries, promoterRepository } from './repository'

/** In the minute that the function may take, with room for the other sweeps. */
const RELEASED_AT_ONCE = 100
/** As `availableAt` promises. */
const TEN = 10 * 60
const TASK = 'promoters.release'

/** The commissions that became their promoters' by this morning. All other turns cost nothing here; this one a read. */
export const sweepReleases = onceADay(TASK, TEN, releaseDue)

/**
 * One turn. What exceeds it goes on in a minute by a delayed call. Each release is a transaction of its own that looks at
 * the commission again, so a turn that runs twice, or dies anywhere, releases nothing twice and loses nothing.
 */
export async function releaseDue(ctx: CloudCtx): Promise<void> {
  const due = await commissionQueries(ctx.db).due(ctx.now, RELEASED_AT_ONCE)
  const received = await receivedAtOf(due, ctx)
  for (const commission of due) {
    try {
      await attend(commission, received.get(commission._id), ctx)
    } catch (error) {
      ctx.log('error', 'promoters.releaseFailed', { orderId: commission._id, error })
      await putOff(commission, ctx)
    }
  }
  if (due.length === RELEASED_AT_ONCE) await ctx.tasks.later({ task: TASK }, MINUTE_MS)
}

/** When the orders were received of which nobody told us: those that are still on their way, or a crash swallowed it. */
async function receivedAtOf(due: readonly CommissionRow[], { db }: CloudCtx): Promise<Map<string, Instant>> {
  const ids = due.filter((commission) => commission.availableAt === null).map(({ _id }) => _id)
  const orders = ids.length === 0 ? [] : await ordersById(db, ids)
  return new Map(orders.flatMap(({ _id, doneAt }) => (doneAt === null ? [] : [[_id, doneAt] as const])))
}

async function attend(
  commission: CommissionRow,
  receivedAt: Instant | undefined,
  ctx: CloudCtx,
): Promise<void> {
  const { returnDays } = commission
  const at = commission.availableAt ?? (receivedAt === undefined ? null : availableAt(receivedAt, returnDays))
  if (at === null) return putOff(commission, ctx)
  if (at > ctx.now) return changeAsSeen(commission, { availableAt: at, dueAt: at }, ctx)
  await ctx.tx(async (db) => {
    const promoters = promoterRepository(db)
    const row = await promoters.commission(commission._id)
    if (row?.state !== 'pending') {
      // a mark that was left behind would be looked at for ever
      await promoters.changeCommission(commission._id, { dueAt: unset() })
      return
    }
    const account = await promoters.account(row.promoter)
    if (!account) throw new Defect('a commission without an account', { orderId: row._id })
    const fen = row.amountFen - row.clawedFen
    await promoters.changeCommission(row._id, { state: 'released', availableAt: at, dueAt: unset() })
    const postings = release(account, fen)
    await book(db, account, { kind: 'release', source: row._id, fen, postings, at: ctx.now })
  })
}

/** Looked at again in the next day's turn. */
const putOff = (commission: CommissionRow, ctx: CloudCtx): Promise<void> =>
  changeAsSeen(commission, { dueAt: ctx.now + DAY_MS - TURN_SLACK_MS }, ctx)
/** The next turn may come earlier in its half hour than this one did. */
const TURN_SLACK_MS = 30 * MINUTE_MS

async function changeAsSeen(
  { _id, dueAt }: CommissionRow,
  patch: { readonly availableAt?: Instant; readonly dueAt: Instant },
  { db }: CloudCtx,
): Promise<void> {
  if (dueAt !== undefined) await commissionQueries(db).changeIf(_id, { dueAt }, patch)
}
