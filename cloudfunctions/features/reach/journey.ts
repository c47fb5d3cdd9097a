import type { Instant } from '@shared/kernel/time'
import type { Kind } from '@shared/reach/kinds'
import type { JobRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import type { ReachSettings } from './repository'

/** What is to be said, as the journey finds it at sending. */
export type Letter = {
  /** Our field → text. */
  readonly values: Readonly<Record<string, string>>
  /** Where a tap leads: a page path without leading slash, with its query. */
  readonly page: string
  /** From here on it is pointless: a job that would have to wait so long is skipped. */
  readonly endsAt: Instant
}
export type Skip = { readonly skip: string }

/**
 * One reason to write to members. Its room plans jobs of this kind with `planJobs`, and says at sending, inside the
 * transaction that lets the message out, what to write, or why not: it reads everything again, by id. The door sees to
 * consent, hours, caps, and that nothing is sent twice.
 */
export type Journey = {
  readonly kind: Kind
  readonly compose: (db: TxDb, job: JobRow, settings: ReachSettings, now: Instant) => Promise<Letter | Skip>
}
