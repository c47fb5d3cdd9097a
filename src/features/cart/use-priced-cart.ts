import { useMemo } from 'react'
import { currentSoldOut, currentStore, useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { priceCart, type PricedCart } from './priced'
import { cartLines, useCart } from './store'

/** The current store's cart with its prices; null until the menu is known. */
export function usePricedCart(): PricedCart | null {
  const storeId = useShop((s) => currentStore(s)?.id ?? null)
  const menu = useShop((s) => s.menu)
  const soldOut = useShop(currentSoldOut)
  const lines = useCart((s) => cartLines(s, storeId))
  const me = useMe((s) => s.me)
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  const way = useShop((s) => s.way)
  return useMemo(() => {
    if (menu === null) return null
    const who = { coupons: me?.coupons ?? [], account: me?.member?.account ?? null }
    const customer = loyalty === null || storeId === null ? null : { ...who, loyalty, storeId, way }
    return priceCart(lines, menu, soldOut, customer, cloudNow())
  }, [menu, soldOut, lines, me, loyalty, storeId, way])
}
