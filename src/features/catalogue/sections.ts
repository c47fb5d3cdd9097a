import type { Category, Menu, Product } from '@shared/catalogue/contract'

export type Section = { readonly category: Category; readonly products: readonly Product[] }

/** The menu as the page shows it: categories in the shop's order, those without products left out. */
export function sectionsOf(menu: Menu): readonly Section[] {
  return menu.categories
    .map((category) => ({ category, products: menu.products.filter((p) => p.categoryId === category.id) }))
    .filter((section) => section.products.length > 0)
}

/** Which section lies under the list's upper edge: the last whose top is at or above `y`. `tops` ascend; 0 for none. */
export function sectionAt(tops: readonly number[], y: number): number {
  // Half a pixel of rounding must not leave the section that a tap just brought up.
  const below = tops.findIndex((top) => top > y + 1)
  return below < 0 ? Math.max(0, tops.length - 1) : Math.max(0, below - 1)
}

/** Whether nothing of a product can be had: every size is sold out. */
export const isSoldOut = (product: Product, soldOut: readonly string[]): boolean =>
  product.skus.every((sku) => soldOut.includes(sku.id))

/** Nothing to choose: the card itself counts. */
export const isPlain = (product: Product): boolean =>
  product.skus.length === 1 && product.options.length === 0
