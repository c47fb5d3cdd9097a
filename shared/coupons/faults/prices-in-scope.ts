import type { Category, OptionGroup, Product } from '../../catalogue/contract'
import type { Fen } from '../../kernel/money'
import { isInScope } from '../scope'
import type { Scope } from '../terms-contract'

/** What the menu sells. */
export type Goods = { readonly categories: readonly Category[]; readonly products: readonly Product[] }
export type PriceInScope = {
  /** 拿铁 大杯 */
  readonly name: string
  /** The price on the menu. */
  readonly listFen: Fen
  /** The same with everything that can be added to it. */
  readonly mostFen: Fen
}

/** Every sku that a scope is about, with the least and the most that one unit of it costs. */
export const pricesInScope = (scope: Scope, menu: Pick<Goods, 'products'>): PriceInScope[] =>
  menu.products.flatMap((product) => {
    const addedFen = product.options.reduce((sum, group) => sum + dearestChoices(group), 0)
    return product.skus
      .filter((sku) =>
        isInScope(scope, { categoryId: product.categoryId, productId: product.id, skuId: sku.id }),
      )
      .map((sku) => ({
        name: product.skus.length > 1 ? `${product.name} ${sku.name}` : product.name,
        listFen: sku.priceFen,
        mostFen: sku.priceFen + addedFen,
      }))
  })

const dearestChoices = ({ choices, max }: OptionGroup): Fen =>
  choices
    .map(({ deltaFen }) => Math.max(0, deltaFen))
    .sort((a, b) => b - a)
    .slice(0, max)
    .reduce((sum, fen) => sum + fen, 0)
