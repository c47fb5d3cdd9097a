import { create } from 'zustand'
import type { Menu } from '@shared/catalogue/contract'
import type { Terms } from '@shared/coupons/contract'
import { isEverything, isInScope } from '@shared/coupons/scope'
import { chooseWay, useShop } from './store'

/** The coupon that the menu is cut down to; null: the whole menu. It lasts until it is put away. */
export const useCouponFilter = create<{ readonly terms: Terms | null }>(() => ({ terms: null }))

/** 去使用: the menu shows what this coupon is about, ordered in a way in which it can be used. */
export function filterFor(terms: Terms): void {
  const [way] = terms.ways
  if (way !== undefined && !terms.ways.includes(useShop.getState().way)) chooseWay(way)
  useCouponFilter.setState({ terms: isEverything(terms.scope) ? null : terms })
}

export const clearFilter = (): void => useCouponFilter.setState({ terms: null })

/** The products of which at least one size is in the coupon's scope, in the menu's order. */
export function menuFor(menu: Menu, terms: Terms | null): Menu {
  if (terms === null) return menu
  const products = menu.products.filter(({ id, categoryId, skus }) =>
    skus.some((sku) => isInScope(terms.scope, { categoryId, productId: id, skuId: sku.id })),
  )
  return { ...menu, products }
}
