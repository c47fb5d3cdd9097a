import { shopMinutes, type Instant } from '../kernel/time'
import type { Store } from './contract'

type Hours = Store['hours']

/**
 * Whether a store is open at this instant, by its hours in the shop's zone: `[from, to)`, so it opens on the minute
 * `from` and is closed on the minute `to`. `to: 1440` lasts until midnight exactly; hours that cross midnight have
 * `to < from` (22:00–02:00) and hold on both sides of it. No hours: never open.
 */
export function isWithinHours(hours: Hours, at: Instant): boolean {
  const now = shopMinutes(at)
  return hours.some(({ from, to }) => (from <= to ? now >= from && now < to : now >= from || now < to))
}

/** Hours as a shop writes them: `07:00–10:30、14:00–20:00`. */
export function hoursText(hours: Hours): string {
  return hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join('、')
}

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
