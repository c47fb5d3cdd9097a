import { whenAllowed, withSending, type Sending } from '@shared/reach/allowance'
import { MOST_TRIES } from '@shared/reach/back-off'
import { isHeldOut } from '@shared/experiments/holdout'
import type { Instant } from '@shared/kernel/time'
import type { ConsentRow, JobRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { unset } from '../../platform/query'
import type { Parcel } from './channels'
import type { Journey } from './journey'
import { ENDED, LEASE_MS, openConsent, reachRepository, type ReachSettings } from './repository'

/** A job, whoever is at it, and by which lease. */
export type Held = { readonly row: JobRow; readonly lease: string }
/**
 * `send`: everything is written down, WeChat is to be asked now, once. `moved`: it waits. `ended`: nothing is to be done.
 * `lost`: somebody else has it.
 */
export type Decision =
  | { readonly kind: 'send'; readonly job: JobRow & { readonly consentId: string }; readonly parcel: Parcel }
  | { readonly kind: 'moved'; readonly dueAt: Instant }
  | { readonly kind: 'ended'; readonly state: JobRow['state']; readonly reason: string }
  | { readonly kind: 'lost' }
type Again = { readonly kind: 'again' }

const ATTEMPTS = 5

/**
 * Decides about a leased job: everything is read again, and where it may go, job, consent and the member's log are written
 * in one transaction before WeChat is asked. Of two jobs of one member at once, both write that log: one of them runs again
 * and sees the other's message, so no race passes a cap, and no consent is taken twice.
 */
export async function letOut(
  held: Held,
  journey: Journey,
  settings: ReachSettings,
  ctx: CloudCtx,
): Promise<Decision> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const consent = await openConsent(ctx.db, held.row.memberId, journey.kind.template)
    const turn: Turn = { held, journey, settings, consentId: consent?._id ?? null, now: ctx.now }
    const decision = await firstOfItsLog(() => ctx.tx((db) => decide(db, turn)))
    if (decision.kind !== 'again') return decision
  }
  return { kind: 'lost' }
}

/** Two who write a member's first log at once: the slower one looks again. */
async function firstOfItsLog(work: () => Promise<Decision | Again>): Promise<Decision | Again> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DuplicateKey && error.table === 'reachLogs') return { kind: 'again' }
    throw error
  }
}

type Turn = {
  readonly held: Held
  readonly journey: Journey
  readonly settings: ReachSettings
  readonly consentId: string | null
  readonly now: Instant
}

async function decide(db: TxDb, turn: Turn): Promise<Decision | Again> {
  const { held, journey, settings, now } = turn
  const repo = reachRepository(db)
  const job = await repo.job(held.row._id)
  if (job?.state !== 'leased' || job.lease !== held.lease) return { kind: 'lost' }
  if (job.tries > MOST_TRIES) return end(db, job, 'dead', 'tooManyTries', now)
  const member = await repo.member(job.memberId)
  if (!member || member.leftAt !== null) return end(db, job, 'skipped', 'memberGone', now)
  if (journey.kind.purpose === 'marketing' && isHeldOut(member._id, settings.rules.holdoutBp))
    return end(db, job, 'skipped', 'heldOut', now)
  const letter = await journey.compose(db, job, settings, now)
  if ('skip' in letter) return end(db, job, 'skipped', letter.skip, now)
  const log = await repo.log(job.memberId)
  const history = log?.sendings ?? []
  const { at, why } = whenAllowed(journey.kind, history, now, settings.rules)
  if (why !== null) return at < letter.endsAt ? move(db, job, at, why) : end(db, job, 'skipped', why, now)
  const consent = turn.consentId === null ? null : await repo.consent(turn.consentId)
  const template = settings.templates[journey.kind.template]
  if (!consent || !template) return inApp(db, job, now)
  if (consent.state !== 'open') return { kind: 'again' }
  const parcel = { letter, openid: member.openid, template }
  const jobId = job._id
  const sendings = withSending(history, { jobId, kind: journey.kind.name, at: now })
  return { kind: 'send', parcel, job: await writeDown(db, job, consent, sendings, now) }
}

async function writeDown(
  db: TxDb,
  job: JobRow,
  { _id: consentId }: ConsentRow,
  sendings: readonly Sending[],
  now: Instant,
) {
  const repo = reachRepository(db)
  const jobId = job._id
  const sending = { state: 'sending', consentId, channel: 'subscribe', sendingAt: now } as const
  await repo.changeJob(jobId, { ...sending, dueAt: now + LEASE_MS })
  await repo.changeConsent(consentId, { state: 'reserved', jobId })
  await repo.putLog({ _id: job.memberId, sendings })
  return { ...job, ...sending }
}

async function move(db: TxDb, { _id }: JobRow, dueAt: Instant, reason: string): Promise<Decision> {
  await reachRepository(db).changeJob(_id, { state: 'due', dueAt, reason, tries: 0, lease: unset() })
  return { kind: 'moved', dueAt }
}

async function end(
  db: TxDb,
  { _id }: JobRow,
  state: 'skipped' | 'dead',
  reason: string,
  endedAt: Instant,
): Promise<Decision> {
  await reachRepository(db).changeJob(_id, { ...ENDED, state, reason, endedAt })
  return { kind: 'ended', state, reason }
}

/** Nobody accepted a message (any more): the app alone tells, at the next visit. */
async function inApp(db: TxDb, { _id }: JobRow, endedAt: Instant): Promise<Decision> {
  await reachRepository(db).changeJob(_id, { ...ENDED, state: 'sent', channel: 'inApp', endedAt })
  return { kind: 'ended', state: 'sent', reason: 'inApp' }
}
