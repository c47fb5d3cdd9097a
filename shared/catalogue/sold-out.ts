import type { Store } from './contract'

/**
 * Sku ids that can't be had in a store now: switched off by staff, or counted down to nothing.
 * `usedUp` answers for counted skus alone: all others are unlimited.
 */
export function soldOutOf(
  store: Pick<Store, 'soldOut' | 'daily'>,
  usedUp: (skuId: string) => boolean,
): string[] {
  const empty = Object.keys(store.daily).filter(usedUp)
  return [...new Set([...store.soldOut, ...empty])]
}
