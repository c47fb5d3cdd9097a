import type { Menu } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { asideWords, missingNames, priceCart, stillOffered, type Customer } from './priced'
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
  terms: { minimumFen: 0, freeFromFen: null },
})
const latte = { productId: 'latte', skuId: 'latte-l', choices: ['ice'], qty: 2 }
const buns = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 3 }

it('prices each line as it is made, and the whole with the best coupon', () => {
  const cart = priceCart([latte, buns], menu, [], customer([coupon('c', 500, 1500)]), NOW)
  expect(cart.rows.map((r) => [r.specText, r.listFen, r.payFen])).toEqual([
    ['大杯 / 冰', 3800, 3800],
    ['一个', 900, 900],
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
    nudge: { kind: 'coupon', shortFen: 90, offFen: 500 },
    rows: [{ listFen: 900, payFen: 810 }],
  })
})

it('shows what is sold out, and counts it nowhere', () => {
  const cart = priceCart([latte, buns], menu, ['latte-l'], customer([]), NOW)
  expect(cart.rows.map((r) => r.soldOut)).toEqual([true, false])
  expect(cart).toMatchObject({ count: 3, goodsFen: 900, payFen: 900 })
})

it('says how little is missing for a better coupon, and nothing about a worse or an expired one', () => {
  const coupons = [coupon('now', 300, 500), coupon('soon', 500, 1500), coupon('far', 900, 5000)]
  expect(priceCart([buns], menu, [], customer(coupons), NOW).nudge).toEqual({
    kind: 'coupon',
    shortFen: 600,
    offFen: 500,
  })
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

it('names what another store can’t make, each once, and a few of many', () => {
  const sizes = [latte, { ...latte, skuId: 'latte-m' }, buns]
  expect(missingNames(sizes, menu, ['latte-l', 'latte-m'])).toEqual(['拿铁'])
  expect(missingNames(sizes, menu, [])).toEqual([])
  const rows = ['甲', '乙', '甲', '丙', '丁'].map((name) => ({ product: { ...menu.products[0]!, name } }))
  expect(asideWords(rows.slice(0, 3))).toBe('甲、乙 现在做不了，先放一边')
  expect(asideWords(rows)).toBe('甲、乙、丙等 4 样 现在做不了，先放一边')
})

it('says first what is missing for the store to take the order, of what can be had', () => {
  const terms = { minimumFen: 1500, freeFromFen: 4000 }
  const asked = { ...customer([coupon('c', 500, 1000)]), terms }
  expect(priceCart([buns], menu, [], asked, NOW)).toMatchObject({
    belowFen: 600,
    nudge: { kind: 'minimum', shortFen: 600 },
  })
  expect(priceCart([latte, buns], menu, ['latte-l'], asked, NOW).belowFen).toBe(600)
  expect(priceCart([latte], menu, [], asked, NOW)).toMatchObject({
    belowFen: 0,
    nudge: { kind: 'freeDelivery', shortFen: 200 },
  })
})
