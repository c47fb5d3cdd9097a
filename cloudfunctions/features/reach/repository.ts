import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import { DEFAULT_RULES, type ReachRules } from '@shared/reach/quiet'
import type { ConsentRow, JobRow, MemberRow, ReachLogRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { inc, lte, oneOf, unset, type Patch } from '../../platform/query'

/** A job is somebody's for so long; who dies with it loses it then. */
export const LEASE_MS = MINUTE_MS

/** By id: all that a transaction needs. */
export function reachRepository(db: TxDb) {
  const jobs = db.table<JobRow>('jobs')
  const consents = db.table<ConsentRow>('consents')
  const logs = db.table<ReachLogRow>('reachLogs')
  const members = db.table<MemberRow>('members')
  return {
    job: (id: string) => jobs.get(id),
    addJob: (row: JobRow) => jobs.add(row),
    changeJob: (id: string, patch: Patch<JobRow>) => jobs.update(id, patch),
    consent: (id: string) => consents.get(id),
    addConsent: (row: ConsentRow) => consents.add(row),
    changeConsent: (id: string, patch: Patch<ConsentRow>) => consents.update(id, patch),
    log: (memberId: string) => logs.get(memberId),
    putLog: (row: ReachLogRow) => logs.set(row),
    forgetLog: (memberId: string) => logs.remove(memberId),
    member: (id: string) => members.get(id),
  }
}

/** What is due, and what somebody died with, the longest first. */
export const dueJobs = (db: Db, now: Instant, limit: number): Promise<JobRow[]> =>
  db.table<JobRow>('jobs').find({
    where: { state: oneOf(['due', 'leased', 'sending']), dueAt: lte(now) },
    orderBy: [['dueAt', 'asc']],
    limit,
  })

/** Takes a job that is due, or whose lease is over; false when somebody else has it, or it has ended. */
export const leaseJob = (db: Db, id: string, lease: string, now: Instant): Promise<boolean> =>
  db
    .table<JobRow>('jobs')
    .updateIf(
      id,
      { state: oneOf(['due', 'leased']), dueAt: lte(now) },
      { state: 'leased', lease, dueAt: now + LEASE_MS, tries: inc(1) },
    )

/** Changes a job that is still in this state under this lease. */
export const changeJobIf = (
  db: Db,
  { _id, lease = '' }: Pick<JobRow, '_id' | 'lease'>,
  state: JobRow['state'],
  patch: Patch<JobRow>,
): Promise<boolean> => db.table<JobRow>('jobs').updateIf(_id, { state, lease }, patch)

/** Which of these jobs were ever planned. */
export async function plannedAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await jobsById(db, ids)).map((row) => row._id))
}

/** Several jobs by their ids, at most 1000: one read, none for none. */
export const jobsById = async (db: Db, ids: readonly string[]): Promise<JobRow[]> =>
  ids.length === 0 ? [] : db.table<JobRow>('jobs').find({ where: { _id: oneOf(ids) }, limit: 1000 })

/** Whether a job left for WeChat, or may have. One read. */
export async function wasPushed(db: Db, jobId: string): Promise<boolean> {
  const job = await reachRepository(db).job(jobId)
  return job?.channel === 'subscribe' && job.sendingAt !== undefined
}

/** The oldest acceptance that is still open. */
export async function openConsent(db: Db, memberId: string, template: string): Promise<ConsentRow | null> {
  const [row] = await db.table<ConsentRow>('consents').find({
    where: { memberId, template, state: 'open' },
    orderBy: [['at', 'asc']],
    limit: 1,
  })
  return row ?? null
}

const MOST_ROWS = 1000

/** Which of these members have an open acceptance: one read, and more only where they have a thousand between them. */
export async function consenting(
  db: Db,
  memberIds: readonly string[],
  template: string,
): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set()
  const rows = await db.table<ConsentRow>('consents').find({
    where: { memberId: oneOf(memberIds), template, state: 'open' },
    limit: MOST_ROWS,
  })
  if (rows.length < MOST_ROWS || memberIds.length === 1) return new Set(rows.map((row) => row.memberId))
  const half = Math.ceil(memberIds.length / 2)
  const halves = [memberIds.slice(0, half), memberIds.slice(half)]
  const found = await Promise.all(halves.map((ids) => consenting(db, ids, template)))
  return new Set(found.flatMap((ids) => [...ids]))
}

/** Spends what was reserved for a job; nothing happens where it was spent before. */
export const spendConsent = (db: Db, id: string, jobId: string): Promise<boolean> =>
  db.table<ConsentRow>('consents').updateIf(id, { state: 'reserved', jobId }, { state: 'spent' })

/** The balance is empty: for one template, or for all. */
export const voidConsents = (db: Db, memberId: string, template?: string): Promise<number> =>
  db
    .table<ConsentRow>('consents')
    .updateAll(
      { memberId, state: 'open', ...(template === undefined ? {} : { template }) },
      { state: 'void' },
    )

export type ReachSettings = Pick<ShopRow, 'name' | 'templates'> & { readonly rules: ReachRules }

/** The shop's name, templates and rules: one read. Null: there is no shop yet. */
export async function reachSettings(db: Db): Promise<ReachSettings | null> {
  const shop = await db.table<ShopRow>('settings').get('shop')
  return shop && { name: shop.name, templates: shop.templates, rules: shop.reach ?? DEFAULT_RULES }
}

export const ENDED = { dueAt: unset(), lease: unset() }
