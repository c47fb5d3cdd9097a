import type { ConsentRow, JobRow } from '../../cloudfunctions/database/rows'
import { DAY_MS, shopDay } from '@shared/kernel/time'
import type { Rule } from './books'
import { yes } from './orders'

const OPEN: readonly JobRow['state'][] = ['due', 'leased', 'sending']
const LEFT: readonly JobRow['state'][] = ['sending', 'sent', 'unknown']
const WEEK_MS = 7 * DAY_MS

/** Law 12, as far as it is written down: one consent for each message that left, one message for each consent, caps kept. */
export const reachedMembers: Rule = ({ jobs, consents }) => {
  const byId = new Map(consents.map((consent) => [consent._id, consent]))
  const jobOf = new Map(jobs.map((job) => [job._id, job]))
  return [
    ...jobs.flatMap((job) => faultsOfJob(job, byId)),
    ...consents.flatMap((consent) => faultsOfConsent(consent, jobOf)),
    ...twice(consents),
    ...beyondCaps(jobs),
  ]
}

function faultsOfJob(job: JobRow, consents: ReadonlyMap<string, ConsentRow>): string[] {
  const open = OPEN.includes(job.state)
  const left = LEFT.includes(job.state) && job.channel === 'subscribe'
  const consent = job.consentId === undefined ? undefined : consents.get(job.consentId)
  return [
    ...yes(open !== (job.dueAt !== undefined), `${job._id} is ${job.state}, dueAt ${job.dueAt}`),
    ...yes(left && consent === undefined, `${job._id} is ${job.state} without a consent`),
    ...yes(
      left && consent !== undefined && consent.jobId !== job._id,
      `${job._id} took ${job.consentId}, which is for ${consent?.jobId}`,
    ),
    ...yes(
      left && job.state !== 'sending' && consent !== undefined && consent.state !== 'spent',
      `${job._id} is ${job.state}, its consent is ${consent?.state}`,
    ),
    ...yes(
      consent !== undefined && consent.memberId !== job.memberId,
      `${job._id} took a consent of somebody else`,
    ),
  ]
}

function faultsOfConsent({ _id, state, jobId }: ConsentRow, jobs: ReadonlyMap<string, JobRow>): string[] {
  const taken = state === 'reserved' || state === 'spent'
  const job = jobId === null ? undefined : jobs.get(jobId)
  return [
    ...yes(state === 'open' && jobId !== null, `${_id} is open and names ${jobId}`),
    ...yes(taken && job === undefined, `${_id} is ${state} for no job`),
    ...yes(
      taken && job !== undefined && job.consentId !== _id,
      `${_id} is ${state} for ${jobId}, which took ${job?.consentId ?? 'none'}`,
    ),
  ]
}

function twice(consents: readonly ConsentRow[]): string[] {
  const jobs = consents.flatMap(({ state, jobId }) =>
    (state === 'reserved' || state === 'spent') && jobId !== null ? [jobId] : [],
  )
  return jobs.filter((id, i) => jobs.indexOf(id) !== i).map((id) => `${id} took two consents`)
}

/** At most one a day of the shop's calendar and three in any seven days, by the moment at which they were let out. */
function beyondCaps(jobs: readonly JobRow[]): string[] {
  const sent = new Map<string, number[]>()
  for (const { memberId, sendingAt } of jobs)
    if (sendingAt !== undefined) sent.set(memberId, [...(sent.get(memberId) ?? []), sendingAt])
  return [...sent].flatMap(([memberId, times]) => {
    const days = times.map(shopDay)
    const crowded = times.some((from) => times.filter((at) => at >= from && at < from + WEEK_MS).length > 3)
    return [
      ...yes(new Set(days).size < days.length, `${memberId} was written to twice in a day`),
      ...yes(crowded, `${memberId} was written to more than three times in a week`),
    ]
  })
}
