import { HOUR_MS, shopDayStart, type Instant } from '../kernel/time'
import type { OrderSlot, OrderState } from './contract'

type Slot = Pick<OrderSlot, 'at' | 'day'>

/** One of the small hours is a night's work: it is on the counter's board this long before, also on the eve. */
const SMALL_HOURS_MS = 3 * HOUR_MS

/**
 * From when an order is today's work: one without a slot always (0), a pre-order from the beginning of its slot's day,
 * or three hours before its slot if that is sooner.
 */
export const workFrom = (slot: Slot | null): Instant =>
  slot === null ? 0 : Math.min(shopDayStart(slot.day), slot.at - SMALL_HOURS_MS)

/**
 * Whether it is a pre-order of a later day: still to be made, and none of today's work, so it has a place of its own
 * beside the counter's board.
 */
export const liesAhead = (
  { state, slot }: { readonly state: OrderState; readonly slot: Slot | null },
  now: Instant,
): boolean => (state === 'paid' || state === 'making') && now < workFrom(slot)

/**
 * Of a later day's pre-orders so many are shown that wait and so many that are accepted, and one tap accepts so many:
 * with 20 lines each they stay below the 1 MB of an answer.
 */
export const MOST_AT_ONCE = 40

/** A pre-order is made in the last hour before its slot: earlier it keeps nobody from being served. */
const MADE_WITHIN_MS = HOUR_MS

/** Whether what was ordered for a slot is made about now: `[at − 1 h, …)`. */
export const isSlotNear = ({ at }: Pick<Slot, 'at'>, now: Instant): boolean => now >= at - MADE_WITHIN_MS
