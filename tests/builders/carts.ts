/** Random carts, coupons of every kind and members, for the laws of pricing and for its bench. Few different values, so that ties and edges happen. */
import * as fc from 'fast-check'
import type { Way } from '@shared/catalogue/contract'
import type { Benefit, CouponView, Scope, Terms } from '@shared/coupons/contract'
import { DAY_MS, HOUR_MS, shopDay, shopMonth } from '@shared/kernel/time'
import type { Account, Loyalty } from '@shared/points/contract'
import type { GoodsLine } from '@shared/pricing/goods'
import type { PriceInput } from '@shared/pricing/price'

/** 2026-11-24 08:30 in the shop's zone, a Tuesday. */
export const NOW = Date.UTC(2026, 10, 24, 0, 30)
const CATEGORIES = 3
const PRODUCTS = 8

/** A line of the test menu: product `p` has skus `p-m` and `p-l` and lies in category `p mod 3`. */
export function aLine(over: { product: number; unitFen: number; qty: number; memberSkuUnitFen?: number }) {
  const { product, unitFen, qty, memberSkuUnitFen = unitFen } = over
  const line: GoodsLine = {
    productId: `p${product}`,
    skuId: `p${product}-${unitFen > 1500 ? 'l' : 'm'}`,
    categoryId: `k${product % CATEGORIES}`,
    choices: [],
    qty,
    name: `商品${product}`,
    specText: '',
    picture: '',
    unitFen,
    memberSkuUnitFen,
    listFen: unitFen * qty,
  }
  return line
}

/** A coupon without limits for everything, usable until a moment after `NOW`. */
export function aCoupon(
  id: string,
  benefit: Benefit,
  over: Partial<CouponView> = {},
  limits: Partial<Terms> = {},
): CouponView {
  const scope = { categoryIds: [], productIds: [], skuIds: [] }
  const terms = { benefit, title: id, source: '新人礼', scope, storeIds: [], ways: [], days: [], hours: [] }
  return {
    id,
    terms: { ...terms, ...limits },
    state: 'issued',
    issuedAt: 0,
    startsAt: 0,
    expiresAt: NOW + 1,
    orderId: null,
    ...over,
  }
}

const price = fc.oneof(fc.constantFrom(0, 1, 300, 999, 1000, 1600), fc.integer({ min: 0, max: 4000 }))
const line = fc
  .record({
    product: fc.nat(PRODUCTS - 1),
    unitFen: price,
    qty: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(1, 2) }, fc.integer({ min: 1, max: 9 })),
    memberOff: fc.constantFrom(0, 0, 1, 200),
  })
  .map(({ memberOff, ...of }) => aLine({ ...of, memberSkuUnitFen: Math.max(0, of.unitFen - memberOff) }))
export const lines = (min: number, max: number) =>
  fc.array(line, { minLength: min, maxLength: max, size: 'max' })

const capFen = fc.oneof(fc.constantFrom(100, 500, 1000), fc.integer({ min: 1, max: 6000 }))
const thresholdFen = fc.oneof(fc.constant(0), fc.constantFrom(1000, 1600, 3000), fc.nat(12_000))
const payBp = fc.constantFrom(0, 5000, 8500, 9999, 10_000)
const kind = <K extends Benefit['kind']>(name: K) => fc.constant(name)
export const benefits = {
  amountOff: fc.record({ kind: kind('amountOff'), offFen: capFen, thresholdFen }),
  percentOff: fc.record({ kind: kind('percentOff'), payBp, capFen, thresholdFen }),
  fixedPrice: fc.record({ kind: kind('fixedPrice'), priceFen: fc.constantFrom(0, 1, 990, 1600), capFen }),
  nthUnit: fc.record({ kind: kind('nthUnit'), nth: fc.integer({ min: 1, max: 4 }), payBp, capFen }),
  exchange: fc.record({ kind: kind('exchange'), capFen }),
  buyNGetM: fc.record({
    kind: kind('buyNGetM'),
    buy: fc.integer({ min: 1, max: 3 }),
    get: fc.integer({ min: 1, max: 3 }),
    capFen,
  }),
  freeDelivery: fc.record({ kind: kind('freeDelivery'), capFen, thresholdFen }),
}
export const benefit: fc.Arbitrary<Benefit> = fc.oneof(...Object.values(benefits))

const someOf = (prefix: string, count: number) =>
  fc.subarray(
    Array.from({ length: count }, (_, i) => `${prefix}${i}`),
    { minLength: 1, maxLength: 3 },
  )
const NOTHING: Scope = { categoryIds: [], productIds: [], skuIds: [] }
export const scope: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NOTHING) },
  someOf('k', CATEGORIES).map((categoryIds) => ({ ...NOTHING, categoryIds })),
  someOf('p', PRODUCTS).map((productIds) => ({ ...NOTHING, productIds })),
  fc.constantFrom('p0-m', 'p1-l', 'p2-m', 'p3-l').map((skuId) => ({ ...NOTHING, skuIds: [skuId] })),
  fc.record({
    categoryIds: someOf('k', CATEGORIES),
    productIds: someOf('p', PRODUCTS),
    skuIds: fc.constant<string[]>(['p4-m']),
  }),
)
/** Mostly unlimited; `never` makes one that does not fit a Tuesday's 08:30, in store s1, picked up or delivered. */
const limit = <T>(fits: T[], never: T[]): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant<T[]>([]) }, fc.constantFrom(fits, fits, never))
export const terms: fc.Arbitrary<Terms> = fc.record({
  benefit,
  title: fc.constant('券'),
  source: fc.constant('新人礼'),
  scope,
  storeIds: limit(['s1', 's2'], ['s2']),
  ways: limit<Way>(['pickup', 'delivery'], ['dineIn']),
  days: limit([2, 5], [0, 1]),
  hours: limit([{ from: 420, to: 600 }], [{ from: 540, to: 510 }]),
})
const mostly = <T>(usual: T[], rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...rare))
/** Coupons c0, c1, …: most can be used, some are held, used, too early or too late. */
export const coupons = (min: number, max: number): fc.Arbitrary<CouponView[]> =>
  fc
    .array(
      fc.record({
        terms,
        state: mostly<CouponView['state']>(['issued'], ['held', 'redeemed', 'revoked']),
        startsAt: mostly([0, NOW - 1, NOW], [NOW + 1]),
        expiresAt: mostly([NOW + 1, NOW + 2, NOW + DAY_MS], [NOW, NOW - 1]),
      }),
      { minLength: min, maxLength: max, size: 'max' },
    )
    .map((all) => all.map((c, i): CouponView => ({ ...c, id: `c${i}`, issuedAt: 0, orderId: null })))

const loyalty: fc.Arbitrary<Loyalty> = fc.record({
  pointsPerYuan: fc.constantFrom(0, 1, 1, 1),
  pointFen: fc.constantFrom(0, 1, 5, 7, 100),
  mostShareBp: fc.constantFrom(0, 3000, 5000, 10_000),
  validMonths: fc.constant(12),
  tiers: fc.constantFrom(
    [],
    [
      { id: 't1', name: '普通', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
      { id: 't2', name: '常客', fromFen: 20_000, priceBp: 9500, pointsBp: 12_000 },
    ],
  ),
})
const account: fc.Arbitrary<Account | null> = fc.option(
  fc
    .record({
      points: fc.nat(3000),
      owed: fc.constantFrom(0, 0, 100),
      spent: fc.constantFrom(0, 19_999, 20_000),
    })
    .map(({ points, owed, spent }) => ({
      lots: { [shopMonth(NOW, -1)]: 60, [shopMonth(NOW, 3)]: points, [shopMonth(NOW, 4)]: -owed },
      spend: { [shopDay(NOW - HOUR_MS)]: spent },
      paidOrders: 1,
      lastPaidAt: NOW - HOUR_MS,
    })),
  { freq: 4 },
)
/** Everything that a price depends upon; the best coupons are asked for. */
export const priceInput = (lineCount: [number, number], couponCount: [number, number]) =>
  fc
    .record({
      lines: lines(...lineCount),
      coupons: coupons(...couponCount),
      packagingFen: fc.constantFrom(0, 50, 100),
      way: fc.constantFrom<Way>('pickup', 'delivery', 'delivery', 'dineIn'),
      deliveryFen: fc.constantFrom(0, 300, 600),
      account,
      loyalty,
      usePoints: fc.boolean(),
    })
    .map(({ packagingFen, deliveryFen, ...input }): PriceInput => ({
      ...input,
      choice: 'best',
      packaging: { id: 'bag', name: '打包袋', feeFen: packagingFen },
      deliveryFen: input.way === 'delivery' ? deliveryFen : 0,
      storeId: 's1',
      now: NOW,
    }))
