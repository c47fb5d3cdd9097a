import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import {
  bagel,
  bagels,
  couponRow,
  join,
  latte,
  ok,
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { menuRow, STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
let placed: Placed
let coupon: string
/** After how long the delayed calls are to come that were asked for. */
let asked: number[]
async function start(options: ShopOptions = {}, over: Parameters<typeof place>[1] = {}) {
  shop = openShop({ staff: { oBoss: 'owner' }, ...options })
  coupon = await join(shop.as('oMay'))
  placed = await place(shop.as('oMay'), { coupons: [coupon], lines: [latte, bagel], ...over })
}
beforeEach(() => {
  asked = []
})
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)
const board = async () => ok(await shop.as('oBoss').call('manager.board', { storeId: STORE })).board.orders
const accept = () => shop.as('oBoss').call('manager.accept', { storeId: STORE, orderId: placed.order.id })
const tasks = {
  tasks: { later: async (_call: object, inMs: number) => (asked.push(inMs), true) },
}

describe('a paid order that nobody accepts', () => {
  it('is shown again after the reminder, and goes back whole at the deadline with all it held', async () => {
    await start()
    await shop.advance(MINUTE_MS)
    await pay(shop, placed)
    const paidAt = order().paidAt!
    expect(order()).toMatchObject({ acceptBefore: paidAt + 15 * MINUTE_MS })
    expect(await board()).toMatchObject([{ remindedAt: null }])
    await shop.advance(6 * MINUTE_MS)
    expect(await board()).toMatchObject([{ state: 'paid', remindedAt: expect.any(Number) as number }])
    await shop.advance(paidAt + 15 * MINUTE_MS - shop.now())
    expect(order()).toMatchObject({ state: 'paid' })
    await shop.advance(3 * SECOND_MS)
    expect(order()).toMatchObject({
      state: 'refunding',
      closedReason: '门店没能及时接单，钱会全额退回',
      refunds: [{ no: `unaccepted-${placed.order.id}`, by: 'system', byId: '', payFen: 2200 }],
    })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'issued', orderId: null })
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
    await shop.advance(5 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'refunded', refundedFen: 2200 })
    expect(await board()).toEqual([])
    expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toHaveLength(1)
  })

  it('is found by the sweep when no delayed call comes', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    await pay(shop, placed)
    await shop.advance(6 * MINUTE_MS)
    await shop.tick()
    expect(order()).toMatchObject({ remindedAt: shop.now() })
    await shop.advance(10 * MINUTE_MS)
    await Promise.all([shop.tick(), shop.tick()])
    expect(order()).toMatchObject({ state: 'refunding' })
    await shop.advance(HOUR_MS)
    await shop.tick()
    expect(order()).toMatchObject({ state: 'refunded' })
    expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toHaveLength(1)
  })

  it('is either accepted or refunded when both happen at once', async () => {
    await start()
    await pay(shop, placed)
    shop.cloud.clock.set(order().acceptBefore!)
    const [reply] = await Promise.all([accept(), shop.tick(), shop.tick()])
    expect(order().state).toBe(reply.ok ? 'making' : 'refunding')
    expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toHaveLength(reply.ok ? 0 : 1)
  })

  it('may be free: it goes back at once, without WeChat', async () => {
    const products = menuRow.products.map((p) => ({ ...p, skus: p.skus.map((s) => ({ ...s, priceFen: 0 })) }))
    await start({ menu: { products } }, { coupons: [], lines: [bagel] })
    expect(order()).toMatchObject({ state: 'paid', acceptBefore: shop.now() + 15 * MINUTE_MS })
    await shop.advance(16 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'refunded', refunds: [{ payFen: 0, state: 'success' }] })
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
  })
})

describe('delayed calls', () => {
  it('are one for an order that is paid soon and accepted, and it costs one read', async () => {
    await start({ overrides: tasks })
    expect(asked).toEqual([6.5 * MINUTE_MS + 2 * SECOND_MS])
    await pay(shop, placed)
    ok(await accept())
    expect(order()).not.toHaveProperty('dueAt')
    await shop.advance(7 * MINUTE_MS)
    const call = { task: 'orders.close', orderId: placed.order.id }
    expect(await shop.billed(() => shop.tick(call, 'wx_unknown'))).toEqual({ reads: 1, writes: 0 })
    expect(asked).toHaveLength(1)
  })

  it('go on for an unpaid order until it must be paid', async () => {
    await start()
    await shop.advance(30 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'pendingPay' })
    await shop.advance(3 * SECOND_MS)
    expect(order()).toMatchObject({ state: 'closed' })
  })

  it('are asked for by a payment that comes after the first', async () => {
    await start()
    await shop.advance(20 * MINUTE_MS)
    await pay(shop, placed)
    const paidAt = order().paidAt!
    await shop.advance(5 * MINUTE_MS + 3 * SECOND_MS)
    expect(order()).toMatchObject({ state: 'paid', remindedAt: expect.any(Number) as number })
    await shop.advance(paidAt + 15 * MINUTE_MS + 3 * SECOND_MS - shop.now())
    expect(order()).toMatchObject({ state: 'refunding' })
  })
})

describe('giving up a paid order', () => {
  const giveUp = (who = 'oMay') => shop.as(who).call('orders.refund', { orderId: placed.order.id })

  it('goes by itself and at once, twice as well as once', async () => {
    await start()
    await pay(shop, placed)
    const replies = await Promise.all([giveUp(), giveUp()])
    for (const reply of [...replies, await giveUp()])
      expect(reply).toMatchObject({
        data: { order: { state: 'refunding', refunds: [{ by: 'customer', payFen: 2200 }] } },
      })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'issued' })
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
    await shop.advance(5 * MINUTE_MS)
    expect(await giveUp()).toMatchObject({ data: { order: { state: 'refunded', refundedFen: 2200 } } })
    expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toHaveLength(1)
  })

  it('is too late once it is accepted, and nobody else can', async () => {
    await start()
    expect(await giveUp()).toMatchObject({ code: 'TOO_LATE' })
    await pay(shop, placed)
    expect(await giveUp('oLi')).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    ok(await accept())
    expect(await giveUp()).toMatchObject({ code: 'TOO_LATE' })
    expect(order()).toMatchObject({ state: 'making', refunds: [] })
  })

  it('and accepting at once end in one of the two', async () => {
    await start()
    await pay(shop, placed)
    const [given, accepted] = await Promise.all([giveUp(), accept()])
    expect([given.ok, accepted.ok].filter(Boolean)).toHaveLength(1)
    expect(order().state).toBe(given.ok ? 'refunding' : 'making')
  })

  it('leaves the coupon used that came back once before', async () => {
    await start()
    await pay(shop, placed)
    ok(await giveUp())
    placed = await place(shop.as('oMay'), { coupons: [coupon], lines: [latte, bagel], key: 'key-00002' })
    shop.wechat.pay.confirm(prepayOf(placed))
    await shop.advance(1)
    ok(await giveUp())
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'redeemed', orderId: placed.order.id })
  })
})
