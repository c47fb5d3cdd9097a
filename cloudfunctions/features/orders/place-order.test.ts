import type { OrderRow } from '../../database/rows'
import type { PayProvider } from '../../platform/pay'
import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import {
  anOrder,
  bagel,
  bagels,
  couponRow,
  join,
  latte,
  ok,
  place,
  wrongInTheBooks,
} from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { menuRow, shopRow, STORE, store } from '../../../tests/builders/shop-rows'

/** No points, no address, no slot. */
const EXTRAS = { usePoints: false, addressId: null, slot: null }

let shop: TestShop
const open = (options: ShopOptions = {}) => (shop = openShop(options))
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const orders = () => shop.rows<OrderRow>('orders')

it('quotes with the best coupon, and places at that price', async () => {
  const may = open().as('oMay')
  const couponId = await join(may)
  const basket = { storeId: STORE, way: 'pickup' as const, lines: [latte, bagel], packagingId: 'bag' }
  const { quote } = ok(await may.call('orders.quote', { ...basket, coupons: 'best', ...EXTRAS }))
  expect(quote).toMatchObject({
    goodsFen: 2700,
    couponFen: 500,
    packagingFen: 50,
    payFen: 2250,
    couponIds: [couponId],
  })
  const { order, payment } = await place(may, {
    ...basket,
    coupons: [couponId],
    expectPayFen: 2250,
    note: ' 少糖 ',
  })
  expect(order).toMatchObject({
    state: 'pendingPay',
    payFen: 2250,
    couponFen: 500,
    note: '少糖',
    storeName: '一号店',
  })
  expect(order.pickupCode).toMatch(/^\d{4}$/)
  expect(order.payBefore).toBe(order.placedAt + 30 * MINUTE_MS)
  expect(payment).toMatchObject({ signType: 'MD5' })
  expect(couponRow(shop, couponId)).toMatchObject({ state: 'held', orderId: order.id })
  expect(bagels(shop)).toEqual({ available: 9, held: 1, sold: 0 })
})

it('bills a quote of a member 1 read, an order 2 reads and 2 writes', async () => {
  const may = open().as('oMay')
  const coupon = await join(may)
  // a warm instance knows the menu
  await may.call('catalogue.menu', { known: null })
  const { storeId, way, lines, packagingId } = anOrder()
  const quoted = await shop.billed(() =>
    may.call('orders.quote', { storeId, way, lines, packagingId, coupons: 'best', ...EXTRAS }),
  )
  expect(quoted).toEqual({ reads: 1, writes: 0 })
  expect(await shop.billed(() => place(may, { coupons: [coupon] }))).toEqual({ reads: 2, writes: 2 })
})

it('is one order however often it is sent, also at once', async () => {
  const may = open().as('oMay')
  const coupon = await join(may)
  const input = { coupons: [coupon], lines: [latte, bagel] }
  const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => place(may, input)))
  for (const other of others) expect(other.order.id).toBe(first!.order.id)
  expect(orders()).toHaveLength(1)
  expect(await place(may, { ...input, key: 'key-00001', note: '又发了一次' })).toMatchObject({
    order: { id: first!.order.id, note: '' },
  })
})

it('answers with the placed order even when the shop would refuse it by now', async () => {
  const may = open().as('oMay')
  const { order } = await place(may, { lines: [{ ...bagel, qty: 10 }] })
  expect(bagels(shop)).toMatchObject({ available: 0 })
  expect(await place(may, { lines: [{ ...bagel, qty: 10 }] })).toMatchObject({ order: { id: order.id } })
  shop.put('settings', { ...shopRow, stores: { [STORE]: { ...store, paused: true } } })
  expect(await place(may, { lines: [{ ...bagel, qty: 10 }] })).toMatchObject({ order: { id: order.id } })
})

it('completes without payment when nothing is to be paid', async () => {
  const may = open({
    menu: {
      products: menuRow.products.map((p) => ({ ...p, skus: p.skus.map((s) => ({ ...s, priceFen: 0 })) })),
    },
  }).as('oMay')
  const { order, payment } = await place(may, { lines: [latte, bagel] })
  expect(payment).toBeNull()
  expect(order).toMatchObject({ state: 'paid', payFen: 0, paidAt: shop.now() })
  expect(orders()[0]).not.toHaveProperty('payVia')
  expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
})

it('passes a fall in price on, and asks again after a rise', async () => {
  const may = open().as('oMay')
  expect(await place(may, { expectPayFen: 2000 })).toMatchObject({ order: { payFen: 1900 } })
  const reply = await may.call('orders.place', anOrder({ key: 'key-00002', expectPayFen: 1800 }))
  expect(reply).toMatchObject({ ok: false, code: 'PRICE_ROSE', details: { quote: { payFen: 1900 } } })
  expect(orders()).toHaveLength(1)
})

/** The shop writes a new menu in which every sku costs `byFen` more. */
function reprice(byFen: number) {
  const products = menuRow.products.map((p) => ({
    ...p,
    skus: p.skus.map((s) => ({ ...s, priceFen: s.priceFen + byFen })),
  }))
  shop.put('catalogue', { ...menuRow, version: 2, products })
  shop.put('settings', { ...shopRow, menuVersion: 2 })
}

describe('a price that changed between quote and order', () => {
  const basket = { storeId: STORE, way: 'pickup' as const, lines: [latte, bagel], packagingId: 'bag' }
  const quoted = async () => {
    const may = open().as('oMay')
    const coupon = await join(may)
    const { quote } = ok(await may.call('orders.quote', { ...basket, coupons: [coupon], ...EXTRAS }))
    expect(quote).toMatchObject({ couponIds: [coupon], payFen: 2250 })
    return { may, coupon, input: anOrder({ ...basket, coupons: [coupon], expectPayFen: quote.payFen }) }
  }
  const everything = () =>
    JSON.stringify(['orders', 'stock', 'coupons', 'payEvents'].map((c) => shop.rows(c)))

  it('asks again with the new quote after a rise, and changes nothing', async () => {
    const { may, coupon, input } = await quoted()
    const before = everything()
    reprice(100)
    const reply = await may.call('orders.place', input)
    expect(reply).toMatchObject({
      ok: false,
      code: 'PRICE_ROSE',
      details: { quote: { goodsFen: 2900, couponFen: 500, payFen: 2450, couponIds: [coupon] } },
    })
    expect(everything()).toBe(before)
    expect(orders()).toEqual([])
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'issued', orderId: null })
    // the customer agrees: the same tap's key, the new price
    const { order } = ok(await may.call('orders.place', { ...input, expectPayFen: 2450 }))
    expect(order).toMatchObject({ payFen: 2450, state: 'pendingPay' })
    expect(bagels(shop)).toEqual({ available: 9, held: 1, sold: 0 })
  })

  it('passes a fall on: the order is placed at the lower price', async () => {
    const { may, coupon, input } = await quoted()
    reprice(-100)
    const { order } = ok(await may.call('orders.place', input))
    expect(order).toMatchObject({ goodsFen: 2500, couponFen: 500, payFen: 2050 })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'held', orderId: order.id })
    expect(shop.wechat.pay.trade(order.id)).toMatchObject({ totalFen: 2050 })
  })
})

it('keeps the order when WeChat Pay is not to be reached, so that it can be paid later', async () => {
  let down = true
  const unreached = () => Promise.reject(new Error('not asked for here'))
  const pay: PayProvider = {
    create: async () => ({ created: false, why: down ? 'unavailable' : 'closed', detail: '' }),
    query: unreached,
    close: unreached,
    refund: unreached,
    queryRefund: unreached,
    parseNotify: () => null,
  }
  open({ overrides: { pay } })
  const may = shop.as('oMay')
  const reply = await may.call('orders.place', anOrder())
  const [order] = orders()
  expect(reply).toMatchObject({ ok: false, code: 'PAY_UNAVAILABLE', details: { orderId: order!._id } })
  expect(order).toMatchObject({ state: 'pendingPay' })
  expect(await may.call('orders.pay', { orderId: order!._id })).toMatchObject({ code: 'PAY_UNAVAILABLE' })
  down = false
  expect(await may.call('orders.pay', { orderId: order!._id })).toMatchObject({ code: 'ORDER_CLOSED' })
})

it('takes another pickup number when the first is taken', async () => {
  const numbers = [0.1234, 0.1234, 0.5678]
  open({ overrides: { random: () => numbers.shift() ?? 0.9 } })
  const first = await place(shop.as('oMay'))
  const second = await place(shop.as('oLi'))
  expect([first.order.pickupCode, second.order.pickupCode]).toEqual(['1234', '5678'])
})

it('never sells more than there is to buyers who come at once', async () => {
  open()
  const replies = await Promise.all(
    Array.from({ length: 25 }, (_, i) =>
      shop.as(`oBuyer${i}`).call('orders.place', anOrder({ lines: [bagel] })),
    ),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(10)
  for (const reply of replies) if (!reply.ok) expect(['SOLD_OUT', 'BUSY']).toContain(reply.code)
})

it('lets one of many parallel orders have the coupon', async () => {
  const may = open().as('oMay')
  const coupon = await join(may)
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      may.call('orders.place', anOrder({ coupons: [coupon], key: `key-1000${i}` })),
    ),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  expect(orders()).toHaveLength(1)
})

describe('refuses, and changes nothing', () => {
  const refusals: [string, Parameters<typeof anOrder>[0], ShopOptions, object][] = [
    ['a store that is not there', { storeId: 's9' }, {}, { code: 'STORE_NOT_FOUND' }],
    [
      'a store named like a part of every object',
      { storeId: 'constructor' },
      {},
      { code: 'STORE_NOT_FOUND' },
    ],
    ['a paused store', {}, { store: { paused: true } }, { code: 'STORE_PAUSED' }],
    [
      'a closed store',
      {},
      { store: { hours: [{ from: 0, to: 60 }] } },
      { code: 'STORE_CLOSED', details: { hours: [{ from: 0, to: 60 }] } },
    ],
    [
      'a way that is not offered',
      { way: 'dineIn' },
      { store: { ways: ['pickup'] } },
      { code: 'WAY_NOT_OFFERED' },
    ],
    ['an unknown table', { way: 'dineIn', table: 'Z9' }, {}, { code: 'TABLE_UNKNOWN' }],
    [
      'a product that vanished',
      { lines: [latte, { ...latte, productId: 'gone' }] },
      {},
      { code: 'PRODUCT_GONE', details: { lines: [1] } },
    ],
    ['a size that vanished', { lines: [{ ...latte, skuId: 'latte-xl' }] }, {}, { code: 'PRODUCT_GONE' }],
    [
      'a choice that can not be had',
      { lines: [{ ...latte, choices: ['ice-full', 'ice-less'] }] },
      {},
      { code: 'BAD_CHOICE', details: { lines: [0] } },
    ],
    [
      'more than there is',
      { lines: [latte, { ...bagel, qty: 6 }, { ...bagel, qty: 5 }] },
      {},
      {
        code: 'SOLD_OUT',
        details: {
          lines: [
            { line: 1, left: 10 },
            { line: 2, left: 10 },
          ],
        },
      },
    ],
    [
      'what staff switched off',
      {},
      { store: { soldOut: { 'latte-l': true } } },
      { code: 'SOLD_OUT', details: { lines: [{ line: 0, left: 0 }] } },
    ],
    ['a packaging that is gone', { packagingId: 'gold' }, {}, { code: 'PACKAGING_GONE' }],
    ['a coupon that is not there', { coupons: ['welcome:m0:welcome'] }, {}, { code: 'COUPON_UNUSABLE' }],
    ['no lines', { lines: [] }, {}, { code: 'BAD_INPUT', details: { path: 'lines' } }],
    ['too many lines', { lines: Array.from({ length: 21 }, () => latte) }, {}, { code: 'BAD_INPUT' }],
    [
      'half a latte',
      { lines: [{ ...latte, qty: 0.5 }] },
      {},
      { code: 'BAD_INPUT', details: { path: 'lines.0.qty' } },
    ],
    ['an endless note', { note: '糖'.repeat(61) }, {}, { code: 'BAD_INPUT', details: { path: 'note' } }],
    ['a key that is no key', { key: 'x' }, {}, { code: 'BAD_INPUT', details: { path: 'key' } }],
  ]
  it.each(refusals)('%s', async (_what, over, options, refusal) => {
    const may = open(options).as('oMay')
    await join(may)
    const before = JSON.stringify([shop.rows('stock'), shop.rows('coupons')])
    expect(await may.call('orders.place', anOrder(over))).toMatchObject({ ok: false, ...refusal })
    expect(orders()).toEqual([])
    expect(JSON.stringify([shop.rows('stock'), shop.rows('coupons')])).toBe(before)
  })

  it("somebody else's coupon, an expired one, and one below its threshold", async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    const refusal = { ok: false, code: 'COUPON_UNUSABLE' }
    expect(await shop.as('oLi').call('orders.place', anOrder({ coupons: [coupon] }))).toMatchObject(refusal)
    const cheap = anOrder({ coupons: [coupon], lines: [bagel] })
    expect(await shop.as('oMay').call('orders.place', cheap)).toMatchObject(refusal)
    await shop.advance(7 * 24 * HOUR_MS)
    expect(await shop.as('oMay').call('orders.place', anOrder({ coupons: [coupon] }))).toMatchObject(refusal)
    expect(orders()).toEqual([])
  })

  it('a note that WeChat rejects, a stranger’s field, and an action that does not exist', async () => {
    const may = open().as('oMay')
    expect(await may.call('orders.place', anOrder({ note: '去死' }))).toMatchObject({ code: 'NOTE_REJECTED' })
    expect(await may.raw({ action: 'orders.place', input: { ...anOrder(), payFen: 1 } })).toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(await may.raw({ action: 'orders.steal', input: {} })).toMatchObject({ code: 'NO_SUCH_ACTION' })
    expect(await may.raw({ action: 'orders.place' })).toMatchObject({ code: 'BAD_INPUT' })
    expect(await may.raw({ action: 'orders.place', input: { ...anOrder(), lines: 'all' } })).toMatchObject({
      code: 'BAD_INPUT',
      details: { path: 'lines' },
    })
    expect(orders()).toEqual([])
  })
})
