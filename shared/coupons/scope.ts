import type { Scope } from './terms-contract'

/** What a scope looks at; a line of a cart, and a sku with its product, fit. */
export type Scoped = { readonly categoryId: string; readonly productId: string; readonly skuId: string }

/** Whether a scope names nothing in particular: it is about all goods. */
export const isEverything = ({ categoryIds, productIds, skuIds }: Scope): boolean =>
  categoryIds.length + productIds.length + skuIds.length === 0

/** Whether a coupon is about these goods: any of the three lists names them, or all are empty. */
export const isInScope = (scope: Scope, goods: Scoped): boolean =>
  isEverything(scope) ||
  scope.categoryIds.includes(goods.categoryId) ||
  scope.productIds.includes(goods.productId) ||
  scope.skuIds.includes(goods.skuId)
