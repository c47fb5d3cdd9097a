import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import {
  type anOrder,
  bagel,
  bagels,
  couponRow,
  join,
  latte,
  ok,
  orderRow,
  pay,
  place,
  wrongInTheBooks,
} from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

const REFUNDED = {
  id: 'tpl-refunded',
  title: '退款通知',
  fields: [
    { key: 'amount1', label: '金额' },
    { key: 'thing2', label: '原因' },
    { key: 'character_string3', label: '订单' },
  ],
}
let shop: TestShop
function open(options: ShopOptions = {}) {
  shop = openShop({ staff: { oBoss: 'owner', oMai: 'manager', oChen: 'clerk' }, ...options })
  shop.wechat.messages.addTemplates([REFUNDED])
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
async function paidOrder(over: Parameters<typeof anOrder>[0] = {}) {
  shop.wechat.messages.answer('oMay', { 'tpl-refunded': 'accept' })
  const placed = await place(shop.as('oMay'), { consents: { ORDER_REFUNDED: 'accept' }, ...over })
  await pay(shop, placed)
  return placed.order.id
}
const serve = async (orderId: string, ...deeds: ('accept' | 'ready' | 'handOver')[]) => {
  for (const deed of deeds) ok(await shop.as('oChen').call(`manager.${deed}`, { storeId: STORE, orderId }))
}
type Units = Parameters<ReturnType<TestShop['as']>['call']>[1]
const refund = (
  orderId: string,
  units: readonly [line: number, units: number][],
  over: object = {},
  who = 'oBoss',
) =>
  shop.as(who).call('manager.refund', {
    storeId: STORE,
    orderId,
    units: units.map(([line, n]) => ({ line, units: n })),
    packaging: false,
    delivery: false,
    reason: '少给了一份',
    refundsSeen: orderRow(shop, orderId).refunds.length,
    ...over,
  } as Units & never)
const trade = (orderId: string) =>
  shop.wechat.pay.trade(orderId)?.refunds.map((r) => [r.outRefundNo, r.refundFen])
const three = { lines: [{ ...latte, qty: 2 }, bagel], packagingId: 'bag' }

describe('some units', () => {
  it('go back by themselves: asked for, arrived, on the order, told to the customer; the order goes on', async () => {
    open()
    const id = await paidOrder(three)
    await serve(id, 'accept')
    const answer = ok(await refund(id, [[0, 1]]))
    expect(answer.order).toMatchObject({
      state: 'making',
      refundedFen: 0,
      refunds: [
        {
          by: 'shop',
          reason: '少给了一份',
          payFen: 1900,
          units: [{ line: 0, units: 1 }],
          state: 'processing',
        },
      ],
    })
    expect(answer.board.orders).toMatchObject([{ id, state: 'making' }])
    expect(JSON.stringify(answer)).not.toContain(shop.as('oBoss').memberId)
    expect(orderRow(shop, id).refunds).toMatchObject([{ byId: shop.as('oBoss').memberId }])
    await shop.advance(2 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({
      state: 'making',
      refundedFen: 1900,
      refunds: [{ state: 'success' }],
    })
    expect(orderRow(shop, id)).not.toHaveProperty('dueAt')
    expect(trade(id)).toEqual([[`part1-${id}`, 1900]])
    expect(JSON.stringify(shop.wechat.messages.inbox('oMay'))).toContain('19元')
    await serve(id, 'ready', 'handOver')
  })

  it('add up to everything, packaging with the last unit, and then the order is refunded', async () => {
    open()
    const id = await paidOrder(three)
    await serve(id, 'accept', 'ready', 'handOver')
    ok(await refund(id, [[1, 1]]))
    ok(await refund(id, [[0, 1]]))
    expect(orderRow(shop, id)).toMatchObject({ state: 'done' })
    const last = ok(await refund(id, [[0, 1]]))
    expect(last.order).toMatchObject({ state: 'refunding', closedReason: '少给了一份' })
    await shop.advance(10 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded', refundedFen: 4650 })
    expect(trade(id)).toEqual([
      [`part1-${id}`, 800],
      [`part2-${id}`, 1900],
      [`part3-${id}`, 1950],
    ])
    expect(shop.wechat.messages.inbox('oMay')).toHaveLength(1)
  })

  it('that were not made go back into stock, each once; the coupon only with the last', async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    const id = await paidOrder({ lines: [latte, { ...bagel, qty: 3 }], coupons: [coupon] })
    expect(bagels(shop)).toEqual({ available: 7, held: 0, sold: 3 })
    ok(await refund(id, [[1, 2]]))
    expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'redeemed' })
    ok(await shop.as('oMay').call('orders.refund', { orderId: id }))
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'issued', orderId: null })
    await shop.advance(10 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded', refundedFen: 3800 })
  })

  it('that were made stay sold, and the coupon used', async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    const id = await paidOrder({ lines: [latte, { ...bagel, qty: 3 }], coupons: [coupon] })
    await serve(id, 'accept')
    ok(
      await refund(id, [
        [0, 1],
        [1, 3],
      ]),
    )
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunding' })
    expect(bagels(shop)).toEqual({ available: 7, held: 0, sold: 3 })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'redeemed' })
  })

  it('may be a fee alone', async () => {
    open()
    const id = await paidOrder(three)
    ok(await refund(id, [], { packaging: true }))
    expect(trade(id)).toEqual([[`part1-${id}`, 50]])
    expect(await refund(id, [], { packaging: true })).toMatchObject({ code: 'NOTHING_LEFT' })
  })
})

describe('never more than was paid', () => {
  it('when two staff give back the same unit at once, and when a tap is repeated', async () => {
    open()
    const id = await paidOrder(three)
    await serve(id, 'accept')
    const tap = { refundsSeen: 0 }
    const replies = await Promise.all([refund(id, [[0, 1]], tap), refund(id, [[0, 1]], tap, 'oMai')])
    expect(replies.filter((r) => r.ok)).toHaveLength(1)
    expect(replies.find((r) => !r.ok)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { order: { refunds: [{ payFen: 1900 }] } },
    })
    expect(await refund(id, [[0, 1]], tap)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(trade(id)).toHaveLength(1)
  })

  it('when customer, staff and clock give it back at once', async () => {
    open()
    const id = await paidOrder(three)
    shop.cloud.clock.set(orderRow(shop, id).acceptBefore!)
    await Promise.all([
      shop.as('oMay').call('orders.refund', { orderId: id }),
      refund(id, [[0, 2]]),
      shop.as('oChen').call('manager.refuse', { storeId: STORE, orderId: id, reason: '没货' }),
      shop.tick(),
    ])
    await shop.advance(10 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded', refundedFen: 4650 })
    const asked = trade(id) ?? []
    expect(asked.reduce((sum, [, fen]) => sum + Number(fen), 0)).toBe(4650)
  })

  it('of more units than there are', async () => {
    open()
    const id = await paidOrder(three)
    for (const units of [[[0, 3]], [[2, 1]], []] as [number, number][][])
      expect(await refund(id, units)).toMatchObject({ code: 'NOTHING_LEFT' })
    expect(await refund(id, [[0, 0]])).toMatchObject({ code: 'BAD_INPUT' })
    expect(trade(id)).toEqual([])
  })

  it('and at most fifty times, the last of which can always give back the rest', async () => {
    open()
    const id = await paidOrder({ lines: [{ ...bagel, qty: 9 }] })
    await serve(id, 'accept')
    ok(await refund(id, [[0, 1]]))
    const row = orderRow(shop, id)
    const nothing = { ...row.refunds[0]!, payFen: 0, units: [], state: 'success' as const }
    const { lookAt: _lookAt, ...done } = { ...row.refunds[0]!, state: 'success' as const }
    const many = Array.from({ length: 48 }, (_, i) => ({ ...nothing, no: `part${i + 2}-${id}` }))
    shop.put('orders', { ...row, refunds: [done, ...many], refundedFen: 800 })
    expect(await refund(id, [[0, 1]])).toMatchObject({ code: 'NOTHING_LEFT' })
    ok(await refund(id, [[0, 8]]))
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunding' })
    const { dueAt: _dueAt, ...settled } = row
    shop.put('orders', { ...settled, refunds: [done], refundedFen: 800 })
  })
})

describe('who, when and why', () => {
  it('is for owner and managers; a clerk, a stranger and another store give nothing back', async () => {
    open()
    const id = await paidOrder(three)
    for (const who of ['oChen', 'oMay', 'oNobody'])
      expect(await refund(id, [[0, 1]], {}, who)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refund(id, [[0, 1]], { storeId: 's9' })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refund(id, [[0, 1]], { orderId: 'o-nothing' })).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    ok(await refund(id, [[0, 1]], {}, 'oMai'))
    expect(shop.logs.filter((l) => l.event === 'manager.refunded')).toMatchObject([
      { orderId: id, refundNo: `part1-${id}`, refundFen: 1900, by: shop.as('oMai').memberId },
    ])
  })

  it('is within thirty days of handing over, and never for what was not paid', async () => {
    open()
    const id = await paidOrder(three)
    await serve(id, 'accept', 'ready', 'handOver')
    shop.cloud.clock.advance(30 * DAY_MS - 1)
    ok(await refund(id, [[0, 1]]))
    shop.cloud.clock.advance(1)
    expect(await refund(id, [[0, 1]])).toMatchObject({ code: 'WRONG_STATE', details: { state: 'done' } })
    const unpaid = await place(shop.as('oLi'))
    expect(await refund(unpaid.order.id, [[0, 1]])).toMatchObject({ details: { state: 'pendingPay' } })
  })

  it('needs a reason that may be read', async () => {
    open()
    const id = await paidOrder(three)
    expect(await refund(id, [[0, 1]], { reason: '去死' })).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(await refund(id, [[0, 1]], { reason: '' })).toMatchObject({ code: 'BAD_INPUT' })
  })
})
