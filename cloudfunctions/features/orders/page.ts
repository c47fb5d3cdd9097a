import type { Instant } from '@shared/kernel/time'

/**
 * The first page of rows that run newest first, of which one more than a page was read. The next page begins before the
 * instant at which this one ends, so orders of one instant are never parted: they all begin the next page. (More than a
 * page of orders in one millisecond would miss some.)
 */
export function wholePage<T extends { readonly placedAt: Instant }>(
  rows: readonly T[],
  size: number,
): readonly T[] {
  const next = rows[size]
  const whole = next ? rows.slice(0, size).filter((row) => row.placedAt > next.placedAt) : rows
  return whole.length > 0 ? whole : rows.slice(0, size)
}
