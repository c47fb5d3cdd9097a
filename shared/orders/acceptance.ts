import { HOUR_MS, MINUTE_MS, SECOND_MS, type Instant } from '../kernel/time'

/** How long a shop has to accept an order: after `remindMs` it is told again, after `refundMs` the money goes back. */
export type Acceptance = { readonly remindMs: number; readonly refundMs: number }

/**
 * Until when a paid order must be accepted. What is made at once counts from the payment. A pre-order counts backwards
 * from its slot, so that nobody is called at night for tomorrow's breakfast; one that is paid shortly before its slot
 * leaves the shop as long as any other.
 */
export const acceptBefore = (paidAt: Instant, slotAt: Instant | null, { refundMs }: Acceptance): Instant =>
  Math.max(paidAt + refundMs, (slotAt ?? 0) - refundMs)

/** When the staff are told again: as long before the deadline as `remindMs` and `refundMs` lie apart. */
export const remindAt = (before: Instant, { remindMs, refundMs }: Acceptance): Instant =>
  before - Math.max(0, refundMs - remindMs)

/** Most people who pay do so within this. */
const SOON_PAID_MS = 90 * SECOND_MS

type Placed = {
  readonly placedAt: Instant
  readonly payBefore: Instant
  readonly slot: { readonly at: Instant } | null
  readonly acceptance: Acceptance
  readonly recovery?: { readonly remindAt?: Instant }
}
/**
 * When the one delayed call that is asked for at placing comes: an order that was paid soon and that nobody has accepted
 * needs its reminder then, and every other one is asked after at its own next instant. Of a pre-order only its payment is
 * waited for.
 */
export const firstLookAt = ({ placedAt, payBefore, slot, acceptance, recovery }: Placed): Instant =>
  slot
    ? Math.min(payBefore, recovery?.remindAt ?? payBefore)
    : Math.min(payBefore, placedAt + acceptance.remindMs + SOON_PAID_MS)

const AFTER_CLOSING_MS = 30 * MINUTE_MS

/** What nobody fetched by then is done: half an hour after closing, or after it was ready if that was later. */
export const uncollectedAt = (closesAt: Instant, readyAt: Instant): Instant =>
  Math.max(closesAt, readyAt) + AFTER_CLOSING_MS

/** No ride around a store takes as long. */
const LONGEST_RIDE_MS = 3 * HOUR_MS

/**
 * A delivery that nobody marked as arrived by then is done: half an hour after closing, like what nobody fetched, but at
 * least three hours after it was last heard of (`since`: it was made, or set out). WeChat itself takes a same-city
 * delivery as received two days after it was reported (T+2); a board that waits as long shows the day before yesterday.
 */
export const unmarkedAt = (closesAt: Instant, since: Instant): Instant =>
  Math.max(closesAt + AFTER_CLOSING_MS, since + LONGEST_RIDE_MS)
