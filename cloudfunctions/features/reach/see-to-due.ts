import { backOffMs } from '@shared/reach/back-off'
import { MINUTE_MS } from '@shared/kernel/time'
import type { JobRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { unset } from '../../platform/query'
import { subscribe } from './channels'
import type { Journey } from './journey'
import { letOut, type Held } from './let-out'
import { DUE_TASK } from './plan-jobs'
import { changeJobIf, dueJobs, ENDED, leaseJob, reachSettings, type ReachSettings } from './repository'
import { abandon, settle } from './settle'

/** So many fit into a lease, one after the other. */
const AT_ONCE = 20

/**
 * Sees to the jobs that are due, whatever woke us: a delayed call, or the sweep, which is the net under it. One read while
 * none is due. What exceeds a turn goes on in a minute. Safe to run twice, at the same time, and too late.
 */
export const seeToDue =
  (journeys: readonly Journey[]) =>
  async (ctx: CloudCtx): Promise<void> => {
    const rows = await dueJobs(ctx.db, ctx.now, AT_ONCE)
    if (rows.length === 0) return
    const settings = await reachSettings(ctx.db)
    if (!settings) return
    for (const row of rows) {
      if (row.state === 'sending') await abandon(row, ctx)
      else await attend(row, journeys, settings, ctx)
    }
    if (rows.length === AT_ONCE) await ctx.tasks.later({ task: DUE_TASK }, MINUTE_MS)
  }

async function attend(
  row: JobRow,
  journeys: readonly Journey[],
  settings: ReachSettings,
  ctx: CloudCtx,
): Promise<void> {
  const lease = ctx.newId()
  if (!(await leaseJob(ctx.db, row._id, lease, ctx.now))) return
  const held: Held = { row, lease }
  const journey = journeys.find(({ kind }) => kind.name === row.kind)
  if (!journey) return bury(held, 'noSuchJourney', ctx)
  try {
    await carry(held, journey, settings, ctx)
  } catch (error) {
    ctx.log('error', 'reach.failed', { jobId: row._id, error })
    await putOff(held, ctx)
  }
}

async function carry(held: Held, journey: Journey, settings: ReachSettings, ctx: CloudCtx): Promise<void> {
  const jobId = held.row._id
  const decision = await letOut(held, journey, settings, ctx)
  switch (decision.kind) {
    case 'send':
      return settle(decision.job, journey.kind, await subscribe(decision.parcel, ctx), ctx)
    case 'moved':
      return void (await ctx.tasks.later({ task: DUE_TASK }, decision.dueAt - ctx.now))
    case 'ended':
      return ctx.log(decision.state === 'dead' ? 'error' : 'info', 'reach.ended', { jobId, ...decision })
    case 'lost':
  }
}

/** Tried again later and later; one that was let out already is not ours to try again. */
async function putOff({ row, lease }: Held, ctx: CloudCtx): Promise<void> {
  const waitMs = backOffMs(row.tries + 1)
  const due = { state: 'due', dueAt: ctx.now + waitMs, lease: unset(), reason: 'failed' } as const
  if (await changeJobIf(ctx.db, { _id: row._id, lease }, 'leased', due))
    await ctx.tasks.later({ task: DUE_TASK }, waitMs)
}

async function bury({ row, lease }: Held, reason: string, ctx: CloudCtx): Promise<void> {
  ctx.log('error', 'reach.ended', { jobId: row._id, state: 'dead', reason })
  await changeJobIf(ctx.db, { _id: row._id, lease }, 'leased', {
    ...ENDED,
    state: 'dead',
    reason,
    endedAt: ctx.now,
  })
}
