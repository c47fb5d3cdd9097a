import { useCallback, useMemo } from 'react'
import { currentSoldOut, currentStore, soldOutAt, useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { wayTerms } from './nudge'
import { missingNames, priceCart, type PricedCart } from './priced'
import { useCart } from './store'

/** The cart at the current store's and this customer's prices; null until the menu is known. */
export function usePricedCart(): PricedCart | null {
  const store = useShop(currentStore)
  const menu = useShop((s) => s.menu)
  const soldOut = useShop(currentSoldOut)
  const lines = useCart((s) => s.lines)
  const me = useMe((s) => s.me)
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  const way = useShop((s) => s.way)
  return useMemo(() => {
    if (menu === null) return null
    const who = { coupons: me?.coupons ?? [], account: me?.member?.account ?? null }
    const where = store === null ? null : { storeId: store.id, way, terms: wayTerms(store, way) }
    const customer = loyalty === null || where === null ? null : { ...who, ...where, loyalty }
    return priceCart(lines, menu, soldOut, customer, cloudNow())
  }, [menu, soldOut, lines, me, loyalty, store, way])
}

const NOTHING: readonly string[] = []

/** Tells of a store what of the cart it can't make now, by name. */
export function useMissing(): (storeId: string) => readonly string[] {
  const shop = useShop()
  const lines = useCart((s) => s.lines)
  return useCallback(
    (storeId) => (shop.menu === null ? NOTHING : missingNames(lines, shop.menu, soldOutAt(shop, storeId))),
    [shop, lines],
  )
}
