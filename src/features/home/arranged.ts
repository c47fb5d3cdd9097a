import type { Way } from '@shared/catalogue/contract'

/** Side by side, largest. */
const MOST_LARGE = 2

/**
 * How a store's ways are laid out on the home screen: two large entries, 自取 and 外送 before the others; the rest as
 * rows under them. Where there is no room for 堂食 it begins with the code on the table.
 */
export function arranged(ways: readonly Way[]): {
  readonly large: readonly Way[]
  readonly wide: readonly Way[]
} {
  const first: readonly Way[] = ways.filter((way) => way === 'pickup' || way === 'delivery')
  const byRank = [...first, ...ways.filter((way) => !first.includes(way))]
  return {
    large: byRank.slice(0, MOST_LARGE),
    wide: byRank.slice(MOST_LARGE).filter((way) => way !== 'dineIn'),
  }
}
