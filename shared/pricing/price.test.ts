import type { Product } from '../catalogue/contract'
import type { CouponView } from '../coupons/contract'
import { goodsLines, price } from './price'

const bun: Product = {
  id: 'bun',
  categoryId: 'breakfast',
  name: '肉包',
  intro: '',
  picture: 'bun',
  marks: [],
  skus: [{ id: 'bun-1', name: '', priceFen: 250 }],
  options: [],
  impossible: [],
}
const NOW = 1_000
const coupon = (over: Partial<CouponView> = {}): CouponView => ({
  id: 'welcome',
  terms: { kind: 'amountOff', title: '新人券', offFen: 500, thresholdFen: 1000, source: '新人礼' },
  state: 'issued',
  issuedAt: 0,
  expiresAt: NOW + 1,
  orderId: null,
  ...over,
})
const packaging = { id: 'bag', name: '打包袋', feeFen: 50 }
const cart = (qty: number) => {
  const goods = goodsLines([bun], [{ productId: 'bun', skuId: 'bun-1', choices: [], qty }])
  if (!('lines' in goods)) throw new Error(goods.refused)
  return goods.lines
}
const quote = (qty: number, coupons: CouponView[], chosen: string | null) =>
  price({ lines: cart(qty), coupons, coupon: chosen, packaging, now: NOW })

it('names the lines that are gone and those that do not fit', () => {
  const line = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 1 }
  expect(goodsLines([bun], [line, { ...line, productId: 'x' }, { ...line, skuId: 'y' }])).toEqual({
    refused: 'PRODUCT_GONE',
    details: { lines: [1, 2] },
  })
  expect(goodsLines([bun], [{ ...line, choices: ['hot'] }])).toEqual({
    refused: 'BAD_CHOICE',
    details: { lines: [0] },
  })
})

it('takes the coupon from the goods, not from the packaging', () => {
  expect(quote(4, [coupon()], 'best')).toMatchObject({
    quote: { goodsFen: 1000, couponFen: 500, packagingFen: 50, payFen: 550, couponId: 'welcome' },
  })
  expect(quote(1, [coupon({ terms: { ...coupon().terms, thresholdFen: 0 } })], 'best')).toMatchObject({
    quote: { couponFen: 250, payFen: 50 },
  })
})

it('says what is missing to the threshold', () => {
  expect(quote(3, [coupon()], 'best')).toMatchObject({
    quote: { couponId: null, verdicts: [{ offFen: 0, why: { code: 'BELOW_THRESHOLD', shortFen: 250 } }] },
  })
})

it('applies none when none is wanted, and still tells the best', () => {
  expect(quote(4, [coupon()], null)).toMatchObject({
    quote: { couponId: null, payFen: 1050, verdicts: [{ why: { code: 'BEST' } }] },
  })
})

it.each([
  ['below the threshold', 3, coupon()],
  ['expired at this very moment', 4, coupon({ expiresAt: NOW })],
  ['held by another order', 4, coupon({ state: 'held', orderId: 'o1' })],
  ['used', 4, coupon({ state: 'redeemed', orderId: 'o1' })],
  ["somebody else's or unknown", 4, coupon({ id: 'other' })],
])('refuses a chosen coupon that is %s', (_why, qty, held) => {
  expect(quote(qty, [held], 'welcome')).toEqual({ refused: 'COUPON_UNUSABLE' })
})
