import { aBun, aCoupon, aLatte, aMenu } from '../../../tests/builders/shop-views'
import { menuFor } from './coupon-filter'

const menu = { ...aMenu, products: [aLatte, { ...aBun, categoryId: 'bread' }] }
const about = (scope: Partial<typeof aCoupon.terms.scope>) => ({
  ...aCoupon.terms,
  scope: { categoryIds: [], productIds: [], skuIds: [], ...scope },
})
const shown = (scope: Parameters<typeof about>[0]) => menuFor(menu, about(scope)).products.map((p) => p.id)

it('shows what a coupon is about, by category, product or size', () => {
  expect(shown({ categoryIds: ['bread'] })).toEqual(['bun'])
  expect(shown({ productIds: ['latte'] })).toEqual(['latte'])
  expect(shown({ skuIds: ['latte-l'], productIds: ['bun'] })).toEqual(['latte', 'bun'])
  expect(shown({ productIds: ['gone'] })).toEqual([])
})

it('is the menu itself without a coupon, and for one that is about everything', () => {
  expect(menuFor(menu, null)).toBe(menu)
  expect(shown({})).toEqual(['latte', 'bun'])
})
