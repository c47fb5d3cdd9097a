import type { Menu } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { priceCart, stillOffered, type Customer } from './priced'
import { aCoupon, aShop } from '../../../tests/builders/shop-views'

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
const customer = (coupons: readonly CouponView[], account: Customer['account'] = null): Customer => ({
  coupons,
  account,
  loyalty: aShop.loyalty,
  storeId: 's1',
  way: 'pickup',
})
const latte = { productId: 'latte', skuId: 'latte-l', choices: ['ice'], qty: 2 }
const buns = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 3 }

it('prices each line as it is made, and the whole with the best coupon', () => {
  const cart = priceCart([latte, buns], menu, [], customer([coupon('c', 500, 1500)]), NOW)
  expect(cart.rows.map((r) => [r.specText, r.unitFen, r.listFen])).toEqual([
    ['大杯 / 冰', 1900, 3800],
    ['一个', 300, 900],
  ])
  expect(cart).toMatchObject({ count: 5, goodsFen: 4700, offFen: 500, payFen: 4200, nudge: null })
})

it('gives a member the price of their tier, and thresholds look at that', () => {
  const loyalty = {
    ...aShop.loyalty,
    tiers: [{ id: 't', name: '常客', fromFen: 0, priceBp: 9000, pointsBp: 10_000 }],
  }
  const member = { ...customer([coupon('c', 500, 900)], EMPTY_ACCOUNT), loyalty }
  expect(priceCart([buns], menu, [], member, NOW)).toMatchObject({
    goodsFen: 900,
    offFen: 90,
    payFen: 810,
    nudge: { shortFen: 90, offFen: 500 },
  })
})

it('shows what is sold out, and counts it nowhere', () => {
  const cart = priceCart([latte, buns], menu, ['latte-l'], customer([]), NOW)
  expect(cart.rows.map((r) => r.soldOut)).toEqual([true, false])
  expect(cart).toMatchObject({ count: 3, goodsFen: 900, payFen: 900 })
})

it('says how little is missing for a better coupon, and nothing about a worse or an expired one', () => {
  const coupons = [coupon('now', 300, 500), coupon('soon', 500, 1500), coupon('far', 900, 5000)]
  expect(priceCart([buns], menu, [], customer(coupons), NOW).nudge).toEqual({ shortFen: 600, offFen: 500 })
  const less = customer([coupon('now', 300, 500), coupon('less', 200, 1500)])
  expect(priceCart([buns], menu, [], less, NOW).nudge).toBeNull()
  const old = customer([{ ...coupon('old', 500, 1500), expiresAt: NOW }])
  expect(priceCart([buns], menu, [], old, NOW).nudge).toBeNull()
  expect(priceCart([], menu, [], customer(coupons), NOW).nudge).toBeNull()
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
  expect(priceCart(lines, menu, [], null, NOW).rows).toHaveLength(2)
})
