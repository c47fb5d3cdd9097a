import type { Menu, Product, Sku } from '@shared/catalogue/contract'
import type { SkuStock } from '@shared/stores/contract'

export type Filter = 'all' | 'off' | 'counted'
export type ProductRows = { readonly product: Product; readonly skus: readonly Sku[] }
type Stocks = Readonly<Record<string, SkuStock>>

/** Whether nobody can order it now: switched off, or nothing left. */
export const isOff = (stock: SkuStock | undefined): boolean =>
  stock !== undefined && (stock.soldOut !== null || stock.today?.left === 0)

const fits = (stock: SkuStock | undefined, filter: Filter): boolean => {
  if (filter === 'off') return isOff(stock)
  return filter === 'all' || (stock !== undefined && stock.daily !== null)
}

type Looking = { readonly filter: Filter; readonly words: string; readonly categoryId: string }

/**
 * The products that are looked for, with those of their sizes that fit. Words are looked for in the whole menu, and so
 * are filters; only the plain list goes by category.
 */
export function rowsOf(menu: Menu, stocks: Stocks, { filter, words, categoryId }: Looking): ProductRows[] {
  const wanted = words.trim().toLowerCase()
  const everywhere = filter !== 'all' || wanted !== ''
  return menu.products
    .filter((p) => everywhere || p.categoryId === categoryId)
    .filter((p) => wanted === '' || p.name.toLowerCase().includes(wanted))
    .map((product) => ({ product, skus: product.skus.filter((sku) => fits(stocks[sku.id], filter)) }))
    .filter(({ skus }) => skus.length > 0)
}

/** How many sizes a filter would show. */
export const countOf = (menu: Menu, stocks: Stocks, filter: Filter): number =>
  menu.products.reduce((sum, p) => sum + p.skus.filter((sku) => fits(stocks[sku.id], filter)).length, 0)

/** Category id → how many of its sizes can't be had. */
export function offByCategory(menu: Menu, stocks: Stocks): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { categoryId, skus } of menu.products)
    counts[categoryId] = (counts[categoryId] ?? 0) + skus.filter((sku) => isOff(stocks[sku.id])).length
  return counts
}

const OFF_WORDS = { today: '今日估清', lasting: '长期停售' } as const

/** What its switch says. */
export const switchWords = ({ soldOut }: Pick<SkuStock, 'soldOut'>): string =>
  soldOut === null ? '在售' : OFF_WORDS[soldOut]

/** What stands beside a size. */
export function stockWords({ daily, today, soldOut }: SkuStock): string {
  if (soldOut !== null) return OFF_WORDS[soldOut]
  if (daily === null || today === null) return '不限量'
  return today.left === 0 ? '今天卖完了' : `今天还剩 ${today.left}`
}
