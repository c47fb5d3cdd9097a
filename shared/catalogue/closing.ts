import { hasOwn } from '../kernel/lists'
import { DAY_MS, MINUTE_MS, shopDay, startOfShopDay, type Instant } from '../kernel/time'
import type { Store } from './contract'

type Opening = Pick<Store, 'hours' | 'specialDays'>

/**
 * When a store closes for the last time on the day of `at`. Hours that cross midnight belong to the day on which they
 * begin: at one in the morning of a bar's night it closes at two, not a day later. A day without hours ends at midnight.
 */
export function closesAt(store: Opening, at: Instant): Instant {
  const midnight = startOfShopDay(at)
  const night = hoursOf(store, at - DAY_MS).filter(({ from, to }) => to < from)
  const stillOpen = night.find(({ to }) => at < midnight + to * MINUTE_MS)
  if (stillOpen) return midnight + stillOpen.to * MINUTE_MS
  const ends = hoursOf(store, at).map(({ from, to }) => (to < from ? to + 1440 : to))
  return midnight + (ends.length === 0 ? 1440 : Math.max(...ends)) * MINUTE_MS
}

function hoursOf({ hours, specialDays }: Opening, at: Instant): Store['hours'] {
  const day = shopDay(at)
  return hasOwn(specialDays, day) ? (specialDays[day]?.hours ?? []) : hours
}
