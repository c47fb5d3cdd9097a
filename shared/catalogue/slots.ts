import { DAY_MS, MINUTE_MS, shopDay, shopDayStart, shopWeekday, type Instant } from '../kernel/time'
import type { PickupPoint, Slot, Store } from './contract'
import { isHoliday } from './opening'

/** A pre-order's time and place on one day, which can be booked in `[…, cutoffAt)`. */
export type OpenSlot = {
  readonly slotId: string
  readonly point: PickupPoint
  readonly day: string
  /** When it is handed out. */
  readonly at: Instant
  readonly cutoffAt: Instant
  /** Units of goods that it holds, all orders together. */
  readonly capacity: number
}
type Booking = Pick<Store, 'specialDays' | 'preorder'>

/**
 * The slots of a store that can be booked at this instant, soonest first: on today's day and `daysAhead` more, on the
 * slot's days of the week, not on a holiday of the store, and before the cut-off: "order by 22:00 for tomorrow
 * 07:20" is open at 21:59:59.999 and closed at 22:00 exactly (law 14). What is handed out can't be ordered any more,
 * whatever the cut-off says. Fullness is not looked at.
 */
export function openSlots(store: Booking, now: Instant): OpenSlot[] {
  const { preorder } = store
  if (!preorder) return []
  const points = new Map(preorder.points.map((point) => [point.id, point]))
  const days = Array.from({ length: preorder.daysAhead + 1 }, (_, ahead) => shopDay(now + ahead * DAY_MS))
  return days
    .filter((day) => !isHoliday(store, day))
    .flatMap((day) =>
      preorder.slots.flatMap((slot): OpenSlot | [] => {
        const point = points.get(slot.pointId)
        const { at, cutoffAt } = momentsOf(slot, day)
        const runs = slot.days.length === 0 || slot.days.includes(shopWeekday(shopDayStart(day)))
        if (!point || !runs || now >= cutoffAt) return []
        return { slotId: slot.id, point, day, at, cutoffAt, capacity: slot.capacity }
      }),
    )
    .sort((a, b) => a.at - b.at || (a.slotId < b.slotId ? -1 : 1))
}

function momentsOf({ atMinute, cutoffDays, cutoffMinute }: Slot, day: string) {
  const start = shopDayStart(day)
  const at = start + atMinute * MINUTE_MS
  return { at, cutoffAt: Math.min(at, start - cutoffDays * DAY_MS + cutoffMinute * MINUTE_MS) }
}

/** The slot that somebody chose, or null when it can't be booked (any more, or never could). */
export const openSlot = (
  store: Booking,
  { day, slotId }: { readonly day: string; readonly slotId: string },
  now: Instant,
): OpenSlot | null => openSlots(store, now).find((slot) => slot.day === day && slot.slotId === slotId) ?? null
