import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { Instant } from '@shared/kernel/time'
import type { OrderRow, ShippingRow } from '../../database/rows'
import type { OrderChange } from './due'

/** The store's rider has set out: the moment at which WeChat wants to hear of a delivery. */
export const setOut = (order: OrderRow, now: Instant): OrderChange => ({
  state: 'delivering',
  deliveringAt: now,
  ...reportDue(order, 'sameCity', now),
})

/** Handed over, by whom. What was taken away at the counter is reported now; a delivery was when it set out. */
export const handedOver = (order: OrderRow, doneBy: string, now: Instant): OrderChange => ({
  state: 'done',
  doneAt: now,
  doneBy,
  ...reportDue(order, 'pickup', now),
})

/** The customer says that a delivery has arrived: no staff's name stands by it. */
export const received = (order: OrderRow, now: Instant): OrderChange => ({
  state: 'done',
  doneAt: now,
  closedReason: CLOSED_REASONS.received,
  ...reportDue(order, 'sameCity', now),
})

/**
 * Nobody came for it, or nobody marked that it arrived: done by itself, and both sides read why. It was there to be taken,
 * so it is reported likewise.
 */
export const doneByItself = (order: OrderRow, now: Instant): OrderChange => ({
  state: 'done',
  doneAt: now,
  ...(order.way === 'delivery'
    ? { closedReason: CLOSED_REASONS.unmarked, ...reportDue(order, 'sameCity', now) }
    : { closedReason: CLOSED_REASONS.uncollected, ...reportDue(order, 'pickup', now) }),
})

/** The report is written with the deed itself, and carried out after it. Once only. */
function reportDue(
  { shipping }: OrderRow,
  kind: 'pickup' | 'sameCity',
  at: Instant,
): { readonly shipping?: ShippingRow } {
  return shipping?.state === 'awaited' ? { shipping: { state: 'due', kind, at, lookAt: at } } : {}
}
