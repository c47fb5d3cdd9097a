import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { Terms } from '@shared/coupons/contract'
import type { CouponRow, OrderRow, StockRow, StoreRow } from '../../database/rows'
import {
  anOrder,
  bagel,
  latte,
  ok,
  pay,
  place,
  wrongInTheBooks,
  type PlaceInput,
} from '../../../tests/builders/customer'
import { openShop, type Person, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { menuRow, shopRow, STORE, store, terms } from '../../../tests/builders/shop-rows'

let shop: TestShop
const open = (options: ShopOptions = {}) => (shop = openShop(options))
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})

/** A coupon in somebody's hands; ¥5 off from ¥15 unless told otherwise. */
const give = (who: Person, id: string, over: Partial<CouponRow> = {}, of: Partial<Terms> = {}): string => {
  const row: CouponRow = {
    _id: id,
    campaignId: 'c',
    memberId: who.memberId,
    terms: terms(of),
    state: 'issued',
    issuedAt: shop.now() - DAY_MS,
    startsAt: shop.now() - DAY_MS,
    expiresAt: shop.now() + DAY_MS,
    orderId: null,
    shard: 0,
    reservedFen: 500,
    ...over,
  }
  shop.put('coupons', row)
  return id
}
const everything = () =>
  JSON.stringify(['orders', 'stock', 'slots', 'coupons', 'members', 'payEvents'].map((c) => shop.rows(c)))

/** Quote and order refuse it alike, and nothing has changed. */
async function refused(who: Person, over: Partial<PlaceInput>, refusal: object) {
  const before = everything()
  const input = anOrder({ key: 'key-refused', ...over })
  const { storeId, way, lines, packagingId, usePoints, slot, addressId, coupons } = input
  const basket = { storeId, way, lines, packagingId, usePoints, slot, addressId, coupons }
  expect(await who.call('orders.quote', basket)).toMatchObject({ ok: false, ...refusal })
  expect(await who.call('orders.place', input)).toMatchObject({ ok: false, ...refusal })
  expect(everything()).toBe(before)
}
const UNUSABLE = { code: 'COUPON_UNUSABLE' }

describe('a coupon that can not be used', () => {
  const joined = async (openid: string) => {
    const who = shop.as(openid)
    await who.call('members.join', {})
    return who
  }

  it('somebody else’s, one that is not there, and one of who is no member', async () => {
    open()
    const [may, li] = [await joined('oMay'), await joined('oLi')]
    const lis = give(li, 'lis')
    await refused(may, { coupons: [lis] }, UNUSABLE)
    await refused(may, { coupons: ['nowhere'] }, UNUSABLE)
    await refused(shop.as('oStranger'), { coupons: [lis] }, UNUSABLE)
  })

  const hour = [{ from: 20 * 60, to: 21 * 60 }]
  it.each<[string, Partial<CouponRow>, Partial<Terms>]>([
    ['expired, to the millisecond', { expiresAt: Date.UTC(2026, 10, 22, 2) }, {}],
    ['not yet begun', { startsAt: Date.UTC(2026, 10, 22, 2) + 1 }, {}],
    ['used', { state: 'redeemed', orderId: 'o1' }, {}],
    ['revoked', { state: 'revoked' }, {}],
    ['of another store', {}, { storeIds: ['s2'] }],
    ['for another way', {}, { ways: ['delivery'] }],
    ['for another day of the week', {}, { days: [1] }],
    ['for another hour', {}, { hours: hour }],
    ['for other goods', {}, { scope: { categoryIds: ['bread'], productIds: [], skuIds: [] } }],
    ['below its threshold', {}, { benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1901 } }],
    [
      'for a delivery that costs nothing',
      {},
      { benefit: { kind: 'freeDelivery', capFen: 500, thresholdFen: 0 } },
    ],
  ])('%s', async (_what, over, of) => {
    open()
    const may = await joined('oMay')
    if (over.state === 'redeemed') await refusedAfterUse(may)
    else await refused(may, { coupons: [give(may, 'c1', over, of)] }, UNUSABLE)
  })

  /** Used by a real order, so that the books still balance. */
  async function refusedAfterUse(may: Person) {
    const coupon = give(may, 'c1')
    await pay(shop, await place(may, { coupons: [coupon] }))
    expect(shop.row<CouponRow>('coupons', coupon)).toMatchObject({ state: 'redeemed' })
    await refused(may, { coupons: [coupon] }, UNUSABLE)
  }

  it('held by another order of theirs, until that one ends', async () => {
    open()
    const may = await joined('oMay')
    const coupon = give(may, 'c1')
    const { order } = await place(may, { coupons: [coupon] })
    await refused(may, { coupons: [coupon] }, UNUSABLE)
    await may.call('orders.cancel', { orderId: order.id })
    await shop.advance(6 * MINUTE_MS)
    expect(await place(may, { coupons: [coupon], key: 'key-00002' })).toMatchObject({
      order: { couponIds: [coupon] },
    })
  })

  it('two in one slot, the same one twice, and four', async () => {
    open()
    const may = await joined('oMay')
    const [a, b] = [give(may, 'a'), give(may, 'b')]
    await refused(may, { coupons: [a, b] }, UNUSABLE)
    await refused(may, { coupons: [a, a] }, UNUSABLE)
    await refused(may, { coupons: ['a', 'b', 'c', 'd'] }, { code: 'BAD_INPUT' })
  })

  it('one for each slot can', async () => {
    open()
    const may = await joined('oMay')
    const item = give(may, 'item', {}, { benefit: { kind: 'exchange', capFen: 2000 } })
    const order = give(may, 'order', {}, { benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 1000 } })
    const placed = await place(may, { lines: [{ ...latte, qty: 2 }], coupons: [order, item] })
    expect(placed.order).toMatchObject({ itemOffFen: 1900, orderOffFen: 300, payFen: 1600 })
    expect([...placed.order.couponIds].sort()).toEqual(['item', 'order'])
    await pay(shop, placed)
    const states = shop.rows<CouponRow>('coupons').filter((c) => c.campaignId === 'c')
    expect(states.map(({ state }) => state)).toEqual(['redeemed', 'redeemed'])
  })
})

describe('quantities that are none', () => {
  it.each([0, -1, 1.5, 100, 1e9, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    '%s',
    async (qty) => {
      const may = open().as('oMay')
      await refused(
        may,
        { lines: [{ ...latte, qty }] },
        { code: 'BAD_INPUT', details: { path: 'lines.0.qty' } },
      )
    },
  )

  it('a thousand lines, and none', async () => {
    const may = open().as('oMay')
    await refused(may, { lines: Array.from({ length: 1000 }, () => latte) }, { code: 'BAD_INPUT' })
    await refused(may, { lines: Array.from({ length: 21 }, () => latte) }, { code: 'BAD_INPUT' })
    await refused(may, { lines: [] }, { code: 'BAD_INPUT' })
  })

  it('but 99 of each of 20 lines is an order', async () => {
    const may = open().as('oMay')
    const lines = Array.from({ length: 20 }, () => ({ ...latte, qty: 99 }))
    expect((await place(may, { lines, expectPayFen: 10_000_000 })).order).toMatchObject({
      units: 1980,
      payFen: 1980 * 1900,
    })
  })
})

describe('prices', () => {
  it.each([
    ['of the order', { payFen: 1 }],
    ['a discount', { couponFen: 1900 }],
    ['a fee', { deliveryFen: -100 }],
    ['what it has taken', { pointsTaken: { '202711': 9 } }],
    ['a state', { state: 'paid' }],
  ])('are never the phone’s to tell: %s', async (_what, field) => {
    const may = open().as('oMay')
    const input = { ...anOrder(), ...field }
    expect(await may.raw({ action: 'orders.place', input })).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    expect(shop.rows('orders')).toEqual([])
  })

  it('nor of a line', async () => {
    const may = open().as('oMay')
    for (const field of [{ unitFen: 1 }, { listFen: 0 }, { memberSkuUnitFen: 1 }]) {
      const input = { ...anOrder(), lines: [{ ...latte, ...field }] }
      expect(await may.raw({ action: 'orders.place', input })).toMatchObject({ code: 'BAD_INPUT' })
    }
  })

  it.each([Number.NaN, 18.5, '1900', Number.MAX_SAFE_INTEGER * 2])(
    'that are expected must be whole fen: %s',
    async (expectPayFen) => {
      const may = open().as('oMay')
      const input = { ...anOrder(), expectPayFen }
      expect(await may.raw({ action: 'orders.place', input })).toMatchObject({ code: 'BAD_INPUT' })
    },
  )

  it('a negative expectation is a rise', async () => {
    const may = open().as('oMay')
    expect(await may.call('orders.place', anOrder({ expectPayFen: -1 }))).toMatchObject({
      code: 'PRICE_ROSE',
    })
  })
})

describe('an order of 20 lines, everything counted, two coupons, points and a slot', () => {
  const skus = Array.from({ length: 20 }, (_, i) => `sku${i}`)
  const products = skus.map((id) => ({
    ...menuRow.products[1]!,
    id,
    skus: [{ id, name: '', priceFen: 1000 }],
  }))
  const daily = Object.fromEntries([...skus, 'bagel'].map((id) => [id, 10]))
  const slot = {
    id: 'dawn',
    pointId: 'p',
    atMinute: 440,
    cutoffDays: 1,
    cutoffMinute: 1320,
    capacity: 50,
    days: [],
  }
  const preorder = { daysAhead: 1, points: [{ id: 'p', name: '宿舍', address: '' }], slots: [slot] }
  const wide: Partial<StoreRow> = { daily, ways: ['preorder'], preorder }
  const loyalty = { ...shopRow.loyalty, pointsPerYuan: 1, pointFen: 1, mostShareBp: 10_000 }
  const whole = (coupons: string[]) =>
    anOrder({
      way: 'preorder',
      slot: { day: '20261123', slotId: 'dawn' },
      lines: skus.map((id) => ({ productId: id, skuId: id, choices: [], qty: 1 })),
      coupons,
      usePoints: true,
    })

  it.each([
    ['to be paid', 100, { reads: 27, writes: 25 }],
    ['that points pay whole', 100_000, { reads: 27, writes: 28 }],
  ])('%s stays far below the 100 operations of a transaction', async (_what, points, bill) => {
    open({ menu: { products: [...menuRow.products, ...products] }, store: wide, shop: { loyalty } })
    const may = shop.as('oMay')
    await may.call('members.join', {})
    const account = { lots: { '202711': points }, spend: {}, paidOrders: 0, lastPaidAt: null }
    shop.put('members', { ...shop.row('members', may.memberId), account })
    const item = give(may, 'item', {}, { benefit: { kind: 'exchange', capFen: 2000 } })
    const order = give(may, 'order', {}, { benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 1000 } })
    await may.call('catalogue.menu', { known: null })
    // three of these reads come before the transaction: the buyer, the stock, the slot
    expect(await shop.billed(async () => ok(await may.call('orders.place', whole([item, order]))))).toEqual(
      bill,
    )
    const [row] = shop.rows<OrderRow>('orders')
    expect(row).toMatchObject({ units: 20, state: points > 1000 ? 'paid' : 'pendingPay' })
    expect(shop.rows<StockRow>('stock').filter(({ day }) => day === '20261123')).toHaveLength(20)
  })
})

it('names every line that stands in the way when the cart goes along to another store', async () => {
  const soldOut = { 'latte-m': true }
  const other: StoreRow = { ...store, id: 's2', order: 2, soldOut, daily: { bagel: 1 } }
  const may = open({ shop: { stores: { [STORE]: store, s2: other } } }).as('oMay')
  const lines = [latte, { ...latte, skuId: 'latte-m' }, { ...bagel, qty: 2 }]
  await refused(
    may,
    { storeId: 's2', lines },
    { code: 'SOLD_OUT', details: { lines: [{ line: 1, left: 0 }] } },
  )
  await refused(
    may,
    { storeId: 's2', lines: [latte, { ...bagel, qty: 2 }] },
    {
      code: 'SOLD_OUT',
      details: { lines: [{ line: 1, left: 1 }] },
    },
  )
})
