import type { Store } from './contract'

/**
 * Sku ids that can't be had in a store now: switched off by staff, or counted down to nothing. `left` answers how many
 * units are left of a limited sku; without an answer (no document) it is unlimited.
 */
export function soldOutOf(
  store: Pick<Store, 'soldOut' | 'limited'>,
  left: (skuId: string) => number | undefined,
): string[] {
  const empty = store.limited.filter((sku) => (left(sku) ?? 1) <= 0)
  return [...new Set([...store.soldOut, ...empty])]
}
