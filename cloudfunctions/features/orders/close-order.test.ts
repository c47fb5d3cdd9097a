import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import {
  bagel,
  bagels,
  couponRow,
  join,
  latte,
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../../tests/builders/customer'
import { openShop, type Person, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
let may: Person
let placed: Placed
let couponId: string
async function start(options: ShopOptions = {}) {
  shop = openShop(options)
  may = shop.as('oMay')
  couponId = await join(may)
  placed = await place(may, { coupons: [couponId], lines: [latte, bagel] })
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)
const cancel = () => may.call('orders.cancel', { orderId: placed.order.id })
const expectFree = () => {
  expect(order()).toMatchObject({ state: 'closed' })
  expect(couponRow(shop, couponId)).toMatchObject({ state: 'issued', orderId: null })
  expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
}
const paidWithoutNews = () => {
  shop.wechat.pay.setFaults({ drop: true })
  shop.wechat.pay.confirm(prepayOf(placed))
}

it('closes an unpaid order after thirty minutes by a delayed call, and frees what it held', async () => {
  await start()
  await shop.advance(30 * MINUTE_MS)
  expect(order()).toMatchObject({ state: 'pendingPay' })
  await shop.advance(3 * SECOND_MS)
  expectFree()
  expect(order().closedReason).toContain('超过支付时间')
})

it('leaves an order that was accepted alone, at one read', async () => {
  await start({ staff: { oBoss: 'owner' } })
  await pay(shop, placed)
  await shop.as('oBoss').call('manager.accept', { storeId: STORE, orderId: placed.order.id })
  const call = { task: 'orders.close', orderId: placed.order.id }
  expect(await shop.billed(() => shop.tick(call, 'wx_unknown'))).toEqual({ reads: 1, writes: 0 })
  await shop.advance(2 * HOUR_MS)
  expect(order()).toMatchObject({ state: 'making' })
})

it('does nothing when it is called before the time, twice, for nothing, or by a phone', async () => {
  await start()
  const call = { task: 'orders.close', orderId: placed.order.id }
  await shop.tick(call, 'wx_unknown')
  await shop.tick({ task: 'orders.close', orderId: 'o-nothing' }, 'wx_unknown')
  shop.cloud.clock.set(placed.order.payBefore)
  expect(await shop.tick(call, 'wx_client')).toMatchObject({ errcode: 403 })
  expect(order()).toMatchObject({ state: 'pendingPay' })
  await Promise.all([1, 2, 3].map(() => shop.tick(call, 'wx_unknown')))
  await shop.tick(call, 'wx_unknown')
  expectFree()
})

it('pays the order when the money was faster than the deadline', async () => {
  await start()
  paidWithoutNews()
  await shop.advance(31 * MINUTE_MS)
  expect(order()).toMatchObject({ state: 'paid', closedAt: null, closedReason: '' })
  expect(couponRow(shop, couponId)).toMatchObject({ state: 'redeemed' })
})

describe('cancelling', () => {
  it('ends it for the customer at once, and frees what it held when WeChat allows it', async () => {
    await start()
    expect(await cancel()).toMatchObject({
      data: { order: { state: 'closing', closedReason: '你取消了订单' }, refreshAfterMs: 10_000 },
    })
    expect(couponRow(shop, couponId)).toMatchObject({ state: 'held' })
    expect(await cancel()).toMatchObject({ ok: true })
    await shop.advance(5 * MINUTE_MS + 15 * SECOND_MS)
    expectFree()
    expect(await cancel()).toMatchObject({ data: { order: { state: 'closed' } } })
  })

  it('frees once, however many are woken for it at the same time', async () => {
    await start()
    await cancel()
    shop.cloud.clock.advance(6 * MINUTE_MS)
    const call = { task: 'orders.close', orderId: placed.order.id }
    await Promise.all([1, 2, 3].map(() => shop.tick(call, 'wx_unknown')))
    expectFree()
  })

  it('frees at once after five minutes', async () => {
    await start()
    await shop.advance(6 * MINUTE_MS)
    await cancel()
    expectFree()
  })

  it('is refused when it is paid, and a payment that overtakes it counts', async () => {
    await start()
    paidWithoutNews()
    await cancel()
    await shop.advance(6 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'paid', boardOf: 's1' })
    expect(await cancel()).toMatchObject({ code: 'ALREADY_PAID' })
  })

  it.each([1, 6])(
    'says that it is paid when WeChat knows so and its news has not come (minute %i)',
    async (minute) => {
      await start()
      await shop.advance(minute * MINUTE_MS)
      paidWithoutNews()
      expect(await cancel()).toMatchObject({ ok: false, code: 'ALREADY_PAID' })
      expect(order()).toMatchObject({ state: 'paid' })
    },
  )

  it('and paying at once end in one of the two', async () => {
    await start()
    shop.wechat.pay.setFaults({ drop: true })
    shop.wechat.pay.confirm(prepayOf(placed))
    const event = shop.wechat.pay.notifyEvent(placed.order.id)!
    await Promise.all([cancel(), shop.notify(event, 'wx_paycallback'), cancel()])
    await shop.advance(10 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'paid' })
  })
})

describe('the sweep', () => {
  it('closes what no delayed call came for', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    await shop.advance(30 * MINUTE_MS)
    await shop.tick()
    expectFree()
  })

  it('does its work once when the timer fires twice at once', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    const others = [
      await place(shop.as('oBo'), { lines: [bagel] }),
      await place(shop.as('oJo'), { lines: [bagel] }),
    ]
    await shop.advance(30 * MINUTE_MS)
    const answers = await Promise.all([shop.tick(), shop.tick()])
    expect(answers.map(({ errcode }) => errcode)).toEqual([0, 0])
    expectFree()
    for (const other of others) expect(orderRow(shop, other.order.id)).toMatchObject({ state: 'closed' })
    expect(shop.logs.filter(({ level }) => level === 'error')).toEqual([])
    expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
  })

  it('finishes a cancellation, and costs two reads when nothing is due', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    await cancel()
    await shop.tick()
    expect(order()).toMatchObject({ state: 'closing' })
    await shop.advance(6 * MINUTE_MS)
    await shop.tick()
    expectFree()
    // past the turn of the morning, which looks for birthdays
    await shop.advance(HOUR_MS)
    expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
  })
})
