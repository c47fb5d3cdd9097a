import { aCoupon, aLine, NOW } from '../../tests/builders/carts'
import type { Benefit, CouponView } from '../coupons/contract'
import { isRefused } from '../kernel/refusal'
import { shopMonth } from '../kernel/time'
import { EMPTY_ACCOUNT } from '../points/account'
import { price, type PriceInput } from './price'

const everything = { categoryIds: [], productIds: [], skuIds: [] }
const off = (offFen: number, thresholdFen = 0): Benefit => ({ kind: 'amountOff', offFen, thresholdFen })
const latte = aLine({ product: 0, unitFen: 1600, qty: 2 })
const bun = aLine({ product: 1, unitFen: 400, qty: 2 })
const input = (over: Partial<PriceInput> = {}): PriceInput => ({
  lines: [latte, bun],
  coupons: [],
  choice: 'best',
  packaging: { id: 'bag', name: '打包袋', feeFen: 50 },
  deliveryFen: 0,
  storeId: 's1',
  way: 'pickup',
  account: null,
  loyalty: { pointsPerYuan: 1, pointFen: 1, mostShareBp: 5000, validMonths: 12, tiers: [] },
  usePoints: false,
  now: NOW,
  ...over,
})
const quote = (over: Partial<PriceInput>) => {
  const answer = price(input(over))
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.quote
}

it('goes from list to member price, item coupon, order coupon, points, packaging and delivery', () => {
  const q = quote({
    lines: [aLine({ product: 0, unitFen: 1600, qty: 2, memberSkuUnitFen: 1500 }), bun],
    coupons: [
      aCoupon('half', { kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 2000 }),
      aCoupon('tenth', { kind: 'percentOff', payBp: 9000, capFen: 2000, thresholdFen: 3800 }),
      aCoupon('rider', { kind: 'freeDelivery', capFen: 400, thresholdFen: 3800 }),
    ],
    account: { ...EMPTY_ACCOUNT, lots: { [shopMonth(NOW)]: 100 } },
    usePoints: true,
    way: 'delivery',
    deliveryFen: 600,
  })
  // 4000 − 200 member price = 3800; − 750 for the second latte = 3050; − 305 = 2745; − 100 points = 2645; + 50 + 600 − 400
  expect(q).toMatchObject({
    goodsFen: 4000,
    memberOffFen: 200,
    itemOffFen: 750,
    orderOffFen: 305,
    pointsOffFen: 100,
    packagingFen: 50,
    deliveryFen: 600,
    deliveryOffFen: 400,
    couponFen: 1455,
    payFen: 2895,
    couponIds: ['half', 'tenth', 'rider'],
    points: 100,
    usablePoints: 100,
  })
  expect(q.lines.map((l) => [l.memberOffFen, l.itemOffFen, l.orderOffFen, l.pointsOffFen, l.payFen])).toEqual(
    [
      [200, 750, 225, 74, 1951],
      [0, 0, 80, 26, 694],
    ],
  )
  expect(Object.keys(q.lines[0]!)).not.toContain('memberSkuUnitFen')
})

it('takes coupons from the goods, not from packaging or delivery', () => {
  expect(quote({ coupons: [aCoupon('all', off(9000))], way: 'delivery', deliveryFen: 600 })).toMatchObject({
    couponFen: 4000,
    payFen: 650,
  })
})

it('looks for thresholds at member prices, before any coupon', () => {
  const lines = [aLine({ product: 0, unitFen: 2000, qty: 1, memberSkuUnitFen: 1800 })]
  const coupons = [aCoupon('from20', off(500, 2000)), aCoupon('free', { kind: 'exchange', capFen: 100 })]
  expect(quote({ lines, coupons })).toMatchObject({ itemOffFen: 100, orderOffFen: 500 })
  const member = quote({ lines, coupons, account: EMPTY_ACCOUNT })
  expect(member).toMatchObject({ itemOffFen: 100, orderOffFen: 0 })
  expect(member.verdicts[1]).toMatchObject({ offFen: 0, why: { code: 'BELOW_THRESHOLD', shortFen: 200 } })
})

it('counts only what is in scope, for the threshold and for the discount', () => {
  const scope = { ...everything, productIds: ['p1'] }
  const half = { kind: 'percentOff', payBp: 5000, capFen: 9000, thresholdFen: 800 } as const
  const q = quote({ coupons: [aCoupon('buns', half, {}, { scope })] })
  expect(q.lines.map((l) => l.orderOffFen)).toEqual([0, 400])
  const high = quote({ coupons: [aCoupon('buns', { ...half, thresholdFen: 801 }, {}, { scope })] })
  expect(high.verdicts[0]?.why).toEqual({ code: 'BELOW_THRESHOLD', shortFen: 1 })
})

it('prefers one coupon to two that take off as much, and uses up first what ends first', () => {
  const one = aCoupon('one', off(1000))
  const pair = [aCoupon('free', { kind: 'exchange', capFen: 500 }), aCoupon('five', off(500))]
  expect(quote({ coupons: [...pair, one] }).couponIds).toEqual(['free', 'one'])
  const large = aCoupon('large', { kind: 'exchange', capFen: 1000 })
  expect(quote({ coupons: [pair[0]!, aCoupon('all', off(4000))] }).couponIds).toEqual(['all'])
  const sooner = aCoupon('z', off(1000), { expiresAt: NOW + 1 })
  const later = aCoupon('a', off(1000), { expiresAt: NOW + 2 })
  expect(quote({ coupons: [later, sooner, large] }).couponIds).toEqual(['large', 'z'])
  expect(quote({ coupons: [one, aCoupon('eno', off(1000))] }).couponIds).toEqual(['eno'])
})

it('splits what an item coupon takes over the lines whose units it took', () => {
  const coupons = [aCoupon('deal', { kind: 'buyNGetM', buy: 1, get: 2, capFen: 1000 })]
  // the dearest three are two lattes and a bun: the second latte and the bun are free, 2000, of which the cap leaves half
  expect(quote({ coupons }).lines.map((l) => l.itemOffFen)).toEqual([800, 200])
})

it('tells the best although another choice is applied, and puts what is applied first', () => {
  const coupons = [aCoupon('five', off(500)), aCoupon('ten', off(1000)), aCoupon('far', off(1, 9999))]
  const q = quote({ coupons, choice: ['five'] })
  expect(q.couponIds).toEqual(['five'])
  expect(q.verdicts.map((v) => [v.couponId, v.offFen, v.why.code])).toEqual([
    ['five', 500, 'USABLE'],
    ['ten', 1000, 'BEST'],
    ['far', 0, 'BELOW_THRESHOLD'],
  ])
  expect(quote({ coupons, choice: [] })).toMatchObject({ couponIds: [], couponFen: 0, payFen: 4050 })
})

it.each([
  ['unknown', ['nobody'], []],
  ['below its threshold', ['c'], [aCoupon('c', off(500, 4001))]],
  ['expired at this very moment', ['c'], [aCoupon('c', off(500), { expiresAt: NOW })]],
  ['not begun', ['c'], [aCoupon('c', off(500), { startsAt: NOW + 1 })]],
  ['held by another order', ['c'], [aCoupon('c', off(500), { state: 'held', orderId: 'o1' })]],
  ['used', ['c'], [aCoupon('c', off(500), { state: 'redeemed', orderId: 'o1' })]],
  ['revoked', ['c'], [aCoupon('c', off(500), { state: 'revoked' })]],
  ["another store's", ['c'], [aCoupon('c', off(500), {}, { storeIds: ['s2'] })]],
  ['without effect', ['c'], [aCoupon('c', { kind: 'fixedPrice', priceFen: 1600, capFen: 100 })]],
  ['for the same slot', ['c', 'd'], [aCoupon('c', off(500)), aCoupon('d', off(100))]],
  ['named twice', ['c', 'c'], [aCoupon('c', off(500))]],
  ['good, beside one that is not', ['c', 'd'], [aCoupon('c', off(500)), aCoupon('x', off(1))]],
] satisfies [string, string[], CouponView[]][])(
  'refuses a chosen coupon that is %s',
  (_why, choice, coupons) => {
    expect(price(input({ choice, coupons }))).toEqual({ refused: 'COUPON_UNUSABLE' })
  },
)

it('refuses to waste an order coupon on goods that the item coupon makes free', () => {
  const lines = [aLine({ product: 0, unitFen: 1600, qty: 1 })]
  const coupons = [aCoupon('free', { kind: 'exchange', capFen: 1600 }), aCoupon('five', off(500))]
  expect(price(input({ lines, coupons, choice: ['free', 'five'] }))).toEqual({ refused: 'COUPON_UNUSABLE' })
  expect(quote({ lines, coupons }).couponIds).toEqual(['free'])
})

it('prices an empty cart', () => {
  expect(quote({ lines: [], coupons: [aCoupon('c', off(500))] })).toMatchObject({
    payFen: 50,
    lines: [],
    verdicts: [{ why: { code: 'OUT_OF_SCOPE' } }],
  })
})
