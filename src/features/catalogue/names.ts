import { useMemo } from 'react'
import type { Menu, Shop } from '@shared/catalogue/contract'
import type { Names } from '@shared/coupons/scope-words'
import { useShop } from './store'

const byId = (list: readonly { readonly id: string; readonly name: string }[]) =>
  Object.fromEntries(list.map(({ id, name }) => [id, name]))

/** What today's menu and shop call things: for the words on a coupon. */
export function namesOf(menu: Menu | null, shop: Shop | null): Names {
  const products = menu?.products ?? []
  const skus = products.flatMap((p) =>
    p.skus.map(({ id, name }) => ({ id, name: `${p.name} ${name}`.trim() })),
  )
  return {
    categories: byId(menu?.categories ?? []),
    products: byId(products),
    skus: byId(skus),
    stores: byId(shop?.stores ?? []),
  }
}

/** The same, as the phone knows them now. */
export function useNames(): Names {
  const menu = useShop((s) => s.menu)
  const shop = useShop((s) => s.shop)
  return useMemo(() => namesOf(menu, shop), [menu, shop])
}
