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

/** Cards that fill the list of the tallest phone, before anything was measured. */
const FIRST_CARDS = 6

/** How many sections are drawn before anything was measured: whole ones, a screen full. */
export function firstSections(sections: readonly Section[]): number {
  let cards = 0
  const last = sections.findIndex(({ products }) => (cards += products.length) >= FIRST_CARDS)
  return last < 0 ? sections.length : last + 1
}

/**
 * Sections at most one screen away from what is in view, scrolled by `y`. `tops` ascend, `height` is the list's; all in
 * px of one scale. [] while nothing is measured.
 */
export function nearSections(tops: readonly number[], y: number, height: number): number[] {
  return tops.flatMap((top, i) => {
    const below = tops[i + 1] ?? Infinity
    return top < y + 2 * height && below > y - height ? [i] : []
  })
}

/** Whether nothing of a product can be had: every size is sold out. */
export const isSoldOut = (product: Product, soldOut: readonly string[]): boolean =>
  product.skus.every((sku) => soldOut.includes(sku.id))

/** Nothing to choose: the card itself counts. */
export const isPlain = (product: Product): boolean =>
  product.skus.length === 1 && product.options.length === 0
