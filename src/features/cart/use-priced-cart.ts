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
  return useMemo(
    () => (menu === null ? null : priceCart(lines, menu, soldOut, me?.coupons ?? [], cloudNow())),
    [menu, soldOut, lines, me],
  )
}
