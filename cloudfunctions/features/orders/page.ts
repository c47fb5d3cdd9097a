import type { Instant } from '@shared/kernel/time'

/**
 * The first page of rows that run newest first by `at`, of which one more than a page was read. The next page begins
 * before the instant at which this one ends, so rows of one instant are never parted: they all begin the next page. (More
 * than a page of rows in one millisecond would miss some.)
 */
export function wholePage<T>(rows: readonly T[], size: number, at: (row: T) => Instant): readonly T[] {
  const next = rows[size]
  const whole = next === undefined ? rows : rows.slice(0, size).filter((row) => at(row) > at(next))
  return whole.length > 0 ? whole : rows.slice(0, size)
}
