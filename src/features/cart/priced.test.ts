import type { Menu } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { priceCart, stillOffered } from './priced'
import { aCoupon } from '../../../tests/builders/shop-views'

const menu: Menu = {
  version: 1,
  categories: [{ id: 'all', name: '全部' }],
  products: [
    {
      id: 'latte',
      categoryId: 'all',
      name: '拿铁',
      intro: '',
      picture: '',
      marks: [],
      skus: [
        { id: 'latte-m', name: '中杯', priceFen: 1500 },
        { id: 'latte-l', name: '大杯', priceFen: 1800 },
      ],
      options: [
        {
          id: 'temp',
          name: '温度',
          max: 1,
          defaults: ['hot'],
          choices: [
            { id: 'hot', name: '热', deltaFen: 0 },
            { id: 'ice', name: '冰', deltaFen: 100 },
          ],
        },
      ],
      impossible: [],
    },
    {
      id: 'bun',
      categoryId: 'all',
      name: '肉包',
      intro: '',
      picture: '',
      marks: [],
      skus: [{ id: 'bun-1', name: '一个', priceFen: 300 }],
      options: [],
      impossible: [],
    },
  ],
}
const NOW = 1_000_000
const coupon = (id: string, offFen: number, thresholdFen: number): CouponView => ({
  id,
  terms: { ...aCoupon.terms, benefit: { kind: 'amountOff', offFen, thresholdFen }, title: '券' },
  state: 'issued',
  issuedAt: 0,
  startsAt: 0,
  expiresAt: NOW + 1,
  orderId: null,
})
const latte = { productId: 'latte', skuId: 'latte-l', choices: ['ice'], qty: 2 }
const buns = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 3 }

it('prices each line as it is made, and the whole with the best coupon', () => {
  const cart = priceCart([latte, buns], menu, [], [coupon('c', 500, 1500)], NOW)
  expect(cart.rows.map((r) => [r.specText, r.unitFen, r.listFen])).toEqual([
    ['大杯 / 冰', 1900, 3800],
    ['一个', 300, 900],
  ])
  expect(cart).toMatchObject({ count: 5, goodsFen: 4700, offFen: 500, payFen: 4200, nudge: null })
})

it('shows what is sold out, and counts it nowhere', () => {
  const cart = priceCart([latte, buns], menu, ['latte-l'], [], NOW)
  expect(cart.rows.map((r) => r.soldOut)).toEqual([true, false])
  expect(cart).toMatchObject({ count: 3, goodsFen: 900, payFen: 900 })
})

it('says how little is missing for a better coupon, and nothing about a worse or an expired one', () => {
  const coupons = [coupon('now', 300, 500), coupon('soon', 500, 1500), coupon('far', 900, 5000)]
  expect(priceCart([buns], menu, [], coupons, NOW).nudge).toEqual({ shortFen: 600, offFen: 500 })
  expect(
    priceCart([buns], menu, [], [coupon('now', 300, 500), coupon('less', 200, 1500)], NOW).nudge,
  ).toBeNull()
  expect(priceCart([buns], menu, [], [{ ...coupon('old', 500, 1500), expiresAt: NOW }], NOW).nudge).toBeNull()
  expect(priceCart([], menu, [], coupons, NOW).nudge).toBeNull()
})

it('keeps only what the menu still offers as it was chosen', () => {
  const lines = [
    latte,
    buns,
    { ...latte, productId: 'gone' },
    { ...latte, skuId: 'latte-xl' },
    { ...latte, choices: ['warm'] },
  ]
  expect(stillOffered(lines, menu)).toEqual([latte, buns])
  expect(priceCart(lines, menu, [], [], NOW).rows).toHaveLength(2)
})
