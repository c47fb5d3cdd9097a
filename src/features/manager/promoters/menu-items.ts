import { useMemo } from 'react'
import type { Menu } from '@shared/catalogue/contract'
import { useShop } from '@/features/catalogue'
import type { Checkable } from '../campaigns/CheckList'

/** The menu's products, each category's name over its first. */
export function productItems(menu: Pick<Menu, 'categories' | 'products'>): Checkable[] {
  return menu.categories.flatMap(({ id: categoryId, name: under }) =>
    menu.products
      .filter((product) => product.categoryId === categoryId)
      .map(({ id, name }, i) => (i === 0 ? { id, name, under } : { id, name })),
  )
}

/** The same of the menu as the phone knows it; [] while it does not. */
export function useProductItems(): readonly Checkable[] {
  const menu = useShop((s) => s.menu)
  return useMemo(() => (menu === null ? [] : productItems(menu)), [menu])
}
