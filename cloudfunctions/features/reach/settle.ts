import { backOffMs, meaningOf, MOST_TRIES } from '@shared/reach/back-off'
import type { Instant } from '@shared/kernel/time'
import type { Kind } from '@shared/reach/kinds'
import type { JobRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { Sent } from '../../platform/messages'
import { unset, type Patch } from '../../platform/query'
import { DUE_TASK } from './plan-jobs'
import { changeJobIf, ENDED, reachRepository, spendConsent, voidConsents } from './repository'

type Sending = JobRow & { readonly consentId: string }

/** Writes what became of a message. A crash before it leaves `sending`, which the sweep ends as unknown. */
export async function settle(job: Sending, kind: Kind, sent: Sent, ctx: CloudCtx): Promise<void> {
  if (sent.sent === false) return refused(job, kind, sent.code, ctx)
  if (sent.sent === true) return close(job, 'sent', ctx)
  ctx.log('warn', 'reach.unknown', { jobId: job._id, error: sent.error })
  await close(job, 'unknown', ctx)
}

/** Somebody died between writing it down and WeChat's answer: it may have been sent, so it never is again. */
export async function abandon(job: JobRow, ctx: CloudCtx): Promise<void> {
  ctx.log('warn', 'reach.unknown', { jobId: job._id })
  await close(job, 'unknown', ctx)
}

/** The consent first: a job that says sent has spent it. */
async function close(job: JobRow, state: 'sent' | 'unknown', ctx: CloudCtx): Promise<void> {
  if (job.consentId !== undefined) await spendConsent(ctx.db, job.consentId, job._id)
  await changeJobIf(ctx.db, job, 'sending', { ...ENDED, state, endedAt: ctx.now })
}

/**
 * WeChat refused it, so nothing was sent: the member's log forgets it, and the consent is open again, unless it is just
 * that which WeChat doesn't have; then the whole balance is void.
 */
async function refused(job: Sending, { template }: Kind, code: number, ctx: CloudCtx): Promise<void> {
  const meaning = meaningOf(code)
  const patch = afterRefusal(job, code, ctx.now)
  const undone = await ctx.tx((db) => undo(db, job, meaning === 'noConsent', patch))
  if (!undone) return
  const level = patch.state === 'dead' ? 'error' : 'warn'
  ctx.log(level, 'reach.refused', { jobId: job._id, template, code, state: patch.state })
  if (meaning === 'noConsent') await voidConsents(ctx.db, job.memberId, template)
  if (patch.state === 'due') await ctx.tasks.later({ task: DUE_TASK }, backOffMs(job.tries))
}

function afterRefusal(job: JobRow, code: number, now: Instant): Patch<JobRow> {
  const reason = String(code)
  const meaning = meaningOf(code)
  if (meaning === 'later' && job.tries < MOST_TRIES)
    return { state: 'due', dueAt: now + backOffMs(job.tries), lease: unset(), reason }
  return { ...ENDED, state: meaning === 'noConsent' ? 'skipped' : 'dead', reason, endedAt: now }
}

async function undo(db: TxDb, sending: Sending, voided: boolean, patch: Patch<JobRow>): Promise<boolean> {
  const repo = reachRepository(db)
  const { _id, memberId, consentId, lease } = sending
  const job = await repo.job(_id)
  if (job?.state !== 'sending' || job.lease !== lease) return false
  const log = await repo.log(memberId)
  if (log) await repo.putLog({ ...log, sendings: log.sendings.filter(({ jobId }) => jobId !== _id) })
  await repo.changeConsent(consentId, voided ? { state: 'void' } : { state: 'open', jobId: null })
  await repo.changeJob(_id, { ...patch, consentId: unset(), channel: unset(), sendingAt: unset() })
  return true
}
