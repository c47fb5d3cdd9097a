import type { Instant } from '@shared/kernel/time'
import type { Sending } from '@shared/reach/allowance'

/**
 * `jobs/<kind>:<subject>:<stage>`: one thing that may leave the shop for a member.
 *
 * due → leased → sending → sent. From leased also back to due (moved, or to be tried again), skipped, dead. From sending
 * also unknown (no answer came: never sent again), and after a refusal of WeChat's due, skipped or dead.
 */
export type JobRow = {
  readonly _id: string
  readonly kind: string
  readonly memberId: string
  readonly state: 'due' | 'leased' | 'sending' | 'sent' | 'skipped' | 'unknown' | 'dead'
  /** What it is about, by id; everything else is read again at sending. */
  readonly about: readonly string[]
  /** When it is looked at next: due then, or its lease ends then. Absent once it has ended. */
  readonly dueAt?: Instant
  /** Whoever holds it. */
  readonly lease?: string
  /** How often it was taken up since it was last moved. */
  readonly tries: number
  readonly createdAt: Instant
  /** The consent that was taken for it, and how it left: a sent job of which the app alone tells has none. */
  readonly consentId?: string
  readonly channel?: 'subscribe' | 'inApp'
  /** When it was let out: the moment that counts for caps. */
  readonly sendingAt?: Instant
  readonly endedAt?: Instant
  /** Why it was moved, skipped or given up. */
  readonly reason?: string
}
/**
 * `consents/<derived id>`: one acceptance. open → reserved for a job → spent. void: WeChat says that the balance is empty,
 * or the member left. A reserved one is open again only where WeChat refused the message for another reason.
 */
export type ConsentRow = {
  readonly _id: string
  readonly memberId: string
  readonly template: string
  readonly state: 'open' | 'reserved' | 'spent' | 'void'
  readonly at: Instant
  readonly jobId: string | null
}
/** `reachLogs/<memberId>` */
export type ReachLogRow = { readonly _id: string; readonly sendings: readonly Sending[] }
