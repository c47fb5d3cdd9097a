import type { Instant } from '@shared/kernel/time'
import type { Kind } from '@shared/reach/kinds'
import type { CloudCtx } from '../../platform/ctx'
import { DuplicateKey } from '../../platform/errors'
import { consenting, plannedAmong, reachRepository } from './repository'

/** A message that may be due: `_id` is `kind:subject:stage`, so that the same one is planned once. */
export type Plan = {
  readonly subject: string
  readonly stage: string
  readonly memberId: string
  readonly about: readonly string[]
  readonly dueAt: Instant
}
export const DUE_TASK = 'reach.due'

/** The id of a job: what, about whom or what, and which of several. */
export const jobIdOf = (kind: Kind, { subject, stage }: Pick<Plan, 'subject' | 'stage'>): string =>
  `${kind.name}:${subject}:${stage}`

/**
 * Writes jobs for those who accepted a message of this kind; nobody else needs one, since the app tells them at their next
 * visit. Two reads and a write for each new job; one read where nobody accepted. Answers how many are new.
 */
export async function planJobs(kind: Kind, plans: readonly Plan[], ctx: CloudCtx): Promise<number> {
  const members = new Set(plans.map(({ memberId }) => memberId))
  const accepted = await consenting(ctx.db, [...members], kind.template)
  const wanted = plans.filter(({ memberId }) => accepted.has(memberId))
  const before = await plannedAmong(
    ctx.db,
    wanted.map((plan) => jobIdOf(kind, plan)),
  )
  const fresh = wanted.filter((plan) => !before.has(jobIdOf(kind, plan)))
  for (const plan of fresh) await add(kind, plan, ctx)
  for (const dueAt of new Set(fresh.map((plan) => plan.dueAt)))
    await ctx.tasks.later({ task: DUE_TASK }, dueAt - ctx.now)
  return fresh.length
}

async function add(kind: Kind, plan: Plan, { db, now }: CloudCtx): Promise<void> {
  const { memberId, about, dueAt } = plan
  const row = { _id: jobIdOf(kind, plan), kind: kind.name, memberId, about, dueAt }
  try {
    await reachRepository(db).addJob({ ...row, state: 'due', tries: 0, createdAt: now })
  } catch (error) {
    // another turn was faster
    if (!(error instanceof DuplicateKey)) throw error
  }
}
