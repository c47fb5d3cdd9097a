import type { Menu, Product } from '@shared/catalogue/contract'

const WORTH: readonly string[] = ['新品', '店长推荐', '热销']

/** The product that the banner shows: something new before what the shop recommends before what sells; sold out never. */
export function featured(menu: Menu, soldOut: readonly string[]): Product | null {
  const had = menu.products.filter((p) => p.skus.some((sku) => !soldOut.includes(sku.id)))
  for (const mark of WORTH) {
    const found = had.find((p) => p.marks.includes(mark))
    if (found !== undefined) return found
  }
  return had[0] ?? null
}
