import type { Menu, Shop, Way } from '@shared/catalogue/contract'

/** Grows when the shape of what is remembered changes: an older memory is then forgotten, not misread. */
export const MEMORY_VERSION = 3

export type Memory = {
  readonly shop: Shop
  readonly menu: Menu
  readonly soldOut: Readonly<Record<string, readonly string[]>>
  readonly storeId: string | null
  readonly way: Way
}

/** The last visit, so that the shop shows at once; {} when there was none or it can't be read. */
export function readMemory(x: unknown): Partial<Memory> {
  if (typeof x !== 'object' || x === null) return {}
  const { v, shop, menu, soldOut, storeId, way } = x as Partial<Memory> & { readonly v?: unknown }
  if (v !== MEMORY_VERSION || !Array.isArray(shop?.stores) || !Array.isArray(menu?.products)) return {}
  return { shop, menu, soldOut: soldOut ?? {}, storeId: storeId ?? null, way: way ?? 'pickup' }
}
