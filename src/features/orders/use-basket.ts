import { useMemo } from 'react'
import type { Store } from '@shared/catalogue/contract'
import type { Place } from '@shared/catalogue/distance'
import type { Quote } from '@shared/orders/contract'
import { usePricedCart } from '@/features/cart'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { basketName, preview, type Basket, type Known } from './basket'
import { useCheckout } from './checkout'
import type { CheckoutWay } from './use-way'

/** What the customer may still change on the checkout, the way apart. */
export type Choices = Pick<Basket, 'coupons' | 'packagingId' | 'usePoints'>

/** The basket as it would be quoted: the cart's lines that can be had. null while the menu is unknown. */
export function useBasket(store: Store | null, to: CheckoutWay, choices: Choices): Basket | null {
  const cart = usePricedCart()
  const { coupons, packagingId, usePoints } = choices
  const { way } = to
  const addressId = way === 'delivery' ? (to.address?.id ?? null) : null
  const slot = way === 'preorder' ? to.slot : null
  return useMemo(() => {
    if (cart === null || store === null) return null
    const lines = cart.rows.filter((row) => !row.soldOut).map((row) => row.line)
    const where = { storeId: store.id, way, addressId, slot: slot && { day: slot.day, slotId: slot.slotId } }
    return { ...where, lines: [...lines], coupons, packagingId, usePoints }
  }, [cart, store, way, coupons, packagingId, usePoints, addressId, slot])
}

/** What the phone knows of what this store's prices depend upon; null until it knows the shop. */
export function useKnown(store: Store | null, address: Place | null): Known | null {
  const menu = useShop((s) => s.menu)
  const shop = useShop((s) => s.shop)
  const me = useMe((s) => s.me)
  return useMemo(() => {
    if (menu === null || shop === null || store === null) return null
    return {
      products: menu.products,
      packaging: shop.packaging,
      coupons: me?.coupons ?? [],
      account: me?.member?.account ?? null,
      loyalty: shop.loyalty,
      store,
      address,
      now: cloudNow(),
    }
  }, [menu, shop, me, store, address])
}

/** The cloud's quote for this basket, or until it comes the phone's own by the same rules. */
export function useShownQuote(
  basket: Basket | null,
  known: Known | null,
): { readonly quote: Quote | null; readonly sure: boolean } {
  const quoted = useCheckout((s) => s.quoted)
  return useMemo(() => {
    if (basket === null || known === null) return { quote: null, sure: false }
    if (quoted?.name === basketName(basket)) return { quote: quoted.quote, sure: true }
    const guess = preview(basket, known)
    return { quote: guess === 'COUPON_UNUSABLE' ? null : guess, sure: false }
  }, [basket, known, quoted])
}
