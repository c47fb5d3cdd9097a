import { useMemo } from 'react'
import type { Store } from '@shared/catalogue/contract'
import type { Quote } from '@shared/orders/contract'
import { usePricedCart } from '@/features/cart'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { basketName, preview, type Basket } from './basket'
import { useCheckout } from './checkout'

/** What the customer may still change on the checkout. */
export type Choices = Pick<Basket, 'coupons' | 'packagingId' | 'usePoints' | 'addressId' | 'slot'>

/** The basket as it would be quoted: the cart's lines that can be had. null while the menu is unknown. */
export function useBasket(store: Store | null, choices: Choices): Basket | null {
  const cart = usePricedCart()
  const way = useShop((s) => s.way)
  const { coupons, packagingId, usePoints, addressId, slot } = choices
  return useMemo(() => {
    if (cart === null || store === null) return null
    const lines = cart.rows.filter((row) => !row.soldOut).map((row) => row.line)
    return { storeId: store.id, way, lines: [...lines], coupons, packagingId, usePoints, addressId, slot }
  }, [cart, store, way, coupons, packagingId, usePoints, addressId, slot])
}

/** The cloud's quote for this basket, or until it comes the phone's own by the same rules. */
export function useShownQuote(basket: Basket | null): {
  readonly quote: Quote | null
  readonly sure: boolean
} {
  const quoted = useCheckout((s) => s.quoted)
  const menu = useShop((s) => s.menu)
  const shop = useShop((s) => s.shop)
  const me = useMe((s) => s.me)
  return useMemo(() => {
    if (basket === null || menu === null || shop === null) return { quote: null, sure: false }
    if (quoted?.name === basketName(basket)) return { quote: quoted.quote, sure: true }
    const known = {
      products: menu.products,
      packaging: shop.packaging,
      coupons: me?.coupons ?? [],
      account: me?.member?.account ?? null,
      loyalty: shop.loyalty,
      deliveryFen: 0,
      now: cloudNow(),
    }
    return { quote: preview(basket, known), sure: false }
  }, [basket, quoted, menu, shop, me])
}
