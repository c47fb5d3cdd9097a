import { MINUTE_MS } from '@shared/kernel/time'
import type { CounterRow, ShopRow } from '../../database/rows'
import type { Printer } from '../../platform/printer'
import {
  anOrder,
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
import { menuRow, shopRow, STORE, store } from '../../../tests/builders/shop-rows'

const READY = {
  id: 'tpl-ready',
  title: '取餐提醒',
  fields: [
    { key: 'character_string1', label: '取餐码' },
    { key: 'thing2', label: '门店' },
    { key: 'thing3', label: '提示' },
  ],
}
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
  shop = openShop({ staff: { oBoss: 'owner', oChen: 'clerk' }, ...options })
  shop.wechat.messages.addTemplates([READY, REFUNDED])
  return shop
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const consents = { ORDER_READY: 'accept', ORDER_REFUNDED: 'accept' } as const
async function paidOrder(openid = 'oMay', over: Parameters<typeof anOrder>[0] = {}) {
  const person = shop.as(openid)
  shop.wechat.messages.answer(openid, { 'tpl-ready': 'accept', 'tpl-refunded': 'accept' })
  const placed = await place(person, { consents, ...over })
  await pay(shop, placed)
  return placed.order.id
}
type Deed = 'manager.accept' | 'manager.ready' | 'manager.handOver'
const tap = (deed: Deed, orderId: string, who = 'oChen', storeId = STORE) =>
  shop.as(who).call(deed, { storeId, orderId })
const refuse = (orderId: string, reason = '牛奶用完了', who = 'oBoss') =>
  shop.as(who).call('manager.refuse', { storeId: STORE, orderId, reason })
const board = async (who = 'oBoss') => ok(await shop.as(who).call('manager.board', { storeId: STORE })).board
const inbox = (openid = 'oMay') => shop.wechat.messages.inbox(openid)

it('serves an order: seen, accepted, called, handed over, each at one read and one write', async () => {
  open()
  const id = await paidOrder()
  expect(await board()).toMatchObject({
    storeId: STORE,
    storeName: '一号店',
    role: 'owner',
    paused: false,
    hidden: 0,
    orders: [{ id, state: 'paid', notice: 'none' }],
  })
  expect(await shop.billed(() => board())).toEqual({ reads: 1, writes: 0 })
  expect(await shop.billed(() => tap('manager.accept', id))).toEqual({ reads: 1, writes: 1 })
  expect(await shop.billed(() => tap('manager.ready', id))).toEqual({ reads: 1, writes: 1 })
  expect(await board()).toMatchObject({ orders: [{ state: 'ready', notice: 'asked', readyAt: shop.now() }] })
  expect(await shop.billed(() => tap('manager.handOver', id))).toEqual({ reads: 1, writes: 1 })
  expect(await board()).toMatchObject({ orders: [] })
  expect(orderRow(shop, id)).toMatchObject({ state: 'done', doneAt: shop.now() })
})

it('answers every deed with the board as it is after it', async () => {
  open()
  const first = await paidOrder()
  await shop.advance(1_000)
  const second = await paidOrder('oLi')
  const answer = ok(await tap('manager.accept', second)).board
  expect(answer.orders.map((o) => [o.id, o.state])).toEqual([
    [first, 'paid'],
    [second, 'making'],
  ])
  expect(answer).toEqual(await board('oChen'))
  expect(JSON.stringify(answer)).not.toContain('oMay')
})

describe('the notice that it is ready', () => {
  const ready = async (id: string) => {
    await tap('manager.accept', id)
    return ok(await tap('manager.ready', id)).board.orders[0]
  }
  it('reaches the customer once, with the pickup number', async () => {
    open()
    const id = await paidOrder()
    expect(await ready(id)).toMatchObject({ notice: 'asked' })
    await tap('manager.ready', id)
    expect(inbox()).toHaveLength(1)
    expect(JSON.stringify(inbox()[0])).toContain(orderRow(shop, id).pickupCode)
  })
  it('is not sent without consent', async () => {
    open()
    const id = await paidOrder('oMay', { consents: {} })
    expect(await ready(id)).toMatchObject({ state: 'ready', notice: 'noConsent' })
    expect(inbox()).toEqual([])
  })
  it('that WeChat refuses is marked, and the order is ready all the same', async () => {
    open()
    const id = await paidOrder('oMay')
    shop.wechat.messages.send({ params: message(), openid: 'oMay' })
    expect(await ready(id)).toMatchObject({ state: 'ready', notice: 'failed' })
    expect(orderRow(shop, id)).toMatchObject({ state: 'ready', notice: 'failed' })
  })
})
/** Spends the consent that the order counts on. */
const message = () => ({
  touser: 'oMay',
  template_id: 'tpl-ready',
  page: 'pages/index',
  data: { character_string1: { value: '1' }, thing2: { value: '店' }, thing3: { value: '取' } },
})

describe('refusing', () => {
  it('gives money, coupon and stock back before anything was made, and tells the customer why', async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    const id = await paidOrder('oMay', { coupons: [coupon], lines: [latte, bagel] })
    expect(ok(await refuse(id)).board.orders).toEqual([])
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunding', outbox: [], notice: 'asked' })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'issued', returned: true })
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
    expect(shop.wechat.pay.trade(id)?.refunds).toMatchObject([{ refundFen: 2200 }])
    await shop.advance(2 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded', refundedFen: 2200 })
    expect(JSON.stringify(inbox())).toContain('牛奶用完了')
    const seen = await shop.as('oMay').call('orders.get', { orderId: id })
    expect(seen).toMatchObject({ data: { order: { closedReason: expect.stringContaining('牛奶用完了') } } })
  })

  it('gives the money back but neither coupon nor stock once it was begun', async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    const id = await paidOrder('oMay', { coupons: [coupon], lines: [latte, bagel] })
    await tap('manager.accept', id)
    await refuse(id)
    await shop.advance(2 * MINUTE_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded', refundedFen: 2200 })
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'redeemed' })
    expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
  })

  it('returns a coupon once in its life', async () => {
    open()
    const coupon = await join(shop.as('oMay'))
    await refuse(await paidOrder('oMay', { coupons: [coupon] }))
    const again = await paidOrder('oMay', { coupons: [coupon], key: 'key-00002' })
    await refuse(again)
    expect(couponRow(shop, coupon)).toMatchObject({ state: 'redeemed', orderId: again })
    shop.put('coupons', { ...couponRow(shop, coupon)!, state: 'issued', orderId: null })
  })

  it('refunds once when two tap at once, and when the refund is not accepted at first', async () => {
    open()
    const id = await paidOrder()
    const replies = await Promise.all([refuse(id), refuse(id, '打烊了'), refuse(id, '没货', 'oChen')])
    expect(replies.filter((r) => r.ok)).toHaveLength(1)
    for (const r of replies)
      if (!r.ok) expect(r).toMatchObject({ code: 'WRONG_STATE', details: { board: {} } })
    await shop.advance(10 * MINUTE_MS)
    await shop.tick()
    expect(shop.wechat.pay.trade(id)?.refunds).toHaveLength(1)
    expect(orderRow(shop, id)).toMatchObject({ state: 'refunded' })
  })

  it('needs no refund where nothing was paid', async () => {
    const products = menuRow.products.map((p) => ({ ...p, skus: p.skus.map((s) => ({ ...s, priceFen: 0 })) }))
    open({ menu: { products } })
    const { order } = await place(shop.as('oMay'), { lines: [bagel] })
    await refuse(order.id)
    expect(orderRow(shop, order.id)).toMatchObject({ state: 'refunded', refundedFen: 0, notice: 'noConsent' })
    expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
  })

  it('needs a reason that may be read', async () => {
    open()
    const id = await paidOrder()
    expect(await refuse(id, '去死')).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(await refuse(id, '   ')).toMatchObject({ code: 'BAD_INPUT', details: { path: 'reason' } })
    expect(orderRow(shop, id)).toMatchObject({ state: 'paid' })
  })
})

describe('the record', () => {
  const deeds = () => shop.logs.filter((line) => line.event.startsWith('manager.'))

  it('says who took an order on and who handed it over, to the shop alone', async () => {
    open()
    const id = await paidOrder()
    await tap('manager.accept', id, 'oChen')
    await tap('manager.ready', id, 'oChen')
    const answer = await tap('manager.handOver', id, 'oBoss')
    const [chen, boss] = [shop.as('oChen').memberId, shop.as('oBoss').memberId]
    expect(orderRow(shop, id)).toMatchObject({ acceptedBy: chen, doneBy: boss })
    expect(deeds()).toMatchObject([
      { event: 'manager.accepted', orderId: id, storeId: STORE, payFen: 1900, by: chen },
      { event: 'manager.handedOver', orderId: id, storeId: STORE, payFen: 1900, by: boss },
    ])
    const seen = JSON.stringify([answer, await shop.as('oMay').call('orders.get', { orderId: id })])
    for (const who of [chen, boss]) expect(seen).not.toContain(who)
  })

  it('names who refused, once, however many tapped; a customer never sees it', async () => {
    open()
    const id = await paidOrder()
    const replies = await Promise.all([refuse(id, '牛奶用完了', 'oBoss'), refuse(id, '没货', 'oChen')])
    const winner = shop.as(replies[0].ok ? 'oBoss' : 'oChen').memberId
    expect(orderRow(shop, id).refunds).toMatchObject([{ by: 'shop', byId: winner }])
    expect(deeds()).toMatchObject([{ event: 'manager.refused', orderId: id, payFen: 1900, by: winner }])
    const seen = await shop.as('oMay').call('orders.get', { orderId: id })
    expect(JSON.stringify(seen)).not.toContain(winner)
    const list = await shop.as('oMay').call('orders.list', { before: null })
    expect(JSON.stringify(list)).not.toContain(winner)
  })

  it('of a deed that was refused names nobody', async () => {
    open()
    const id = await paidOrder()
    await tap('manager.accept', id, 'oMay')
    await tap('manager.handOver', id)
    await refuse(id, '去死')
    expect(deeds()).toEqual([])
    for (const by of ['acceptedBy', 'doneBy']) expect(orderRow(shop, id)).not.toHaveProperty(by)
    expect(orderRow(shop, id).refunds).toEqual([])
  })
})

describe('rights', () => {
  it('are read on every tap: nobody else, and not after a dismissal', async () => {
    open()
    const id = await paidOrder()
    const deeds = ['manager.accept', 'manager.ready', 'manager.handOver'] as const
    for (const deed of deeds) expect(await tap(deed, id, 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refuse(id, '不做', 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await tap('manager.accept', id, 'oBoss', 's9')).toMatchObject({ code: 'FORBIDDEN' })
    const counter = shop.row<CounterRow>('counters', STORE)!
    const { [shop.as('oChen').memberId]: _gone, ...staff } = counter.staff
    shop.cloud.database.put('counters', [{ ...counter, staff }])
    expect(await tap('manager.accept', id, 'oChen')).toMatchObject({ code: 'FORBIDDEN' })
    expect(orderRow(shop, id)).toMatchObject({ state: 'paid' })
  })

  it('end at the own store: another store’s order is not there', async () => {
    open()
    shop.put('settings', {
      ...shopRow,
      stores: { [STORE]: store, s2: { ...store, id: 's2', name: '二号店' } },
    })
    const id = await paidOrder('oMay', { storeId: 's2', lines: [latte] })
    expect(await tap('manager.accept', id)).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await refuse(id)).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await tap('manager.accept', 'o-nothing')).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect((await board()).orders).toEqual([])
    expect(orderRow(shop, id)).toMatchObject({ state: 'paid' })
  })
})

it('lets one of two phones win, and tells the other what it has become', async () => {
  open()
  const id = await paidOrder()
  const replies = await Promise.all([tap('manager.accept', id, 'oBoss'), tap('manager.accept', id)])
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  expect(replies.find((r) => !r.ok)).toMatchObject({
    code: 'WRONG_STATE',
    details: { state: 'making', board: { orders: [{ id, state: 'making' }] } },
  })
  expect(await tap('manager.handOver', id)).toMatchObject({
    code: 'WRONG_STATE',
    details: { state: 'making' },
  })
  const unpaid = await place(shop.as('oLi'))
  expect(await tap('manager.accept', unpaid.order.id)).toMatchObject({ details: { state: 'pendingPay' } })
})

it('pauses and resumes the store, for managers only', async () => {
  open()
  const pause = (who: string, paused: boolean) =>
    shop.as(who).call('manager.setPaused', { storeId: STORE, paused })
  expect(await pause('oChen', true)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await pause('oBoss', true)).toMatchObject({ data: { board: { paused: true } } })
  expect(await board('oChen')).toMatchObject({ paused: true })
  expect(await shop.as('oMay').call('orders.place', anOrder())).toMatchObject({ code: 'STORE_PAUSED' })
  expect(await pause('oBoss', false)).toMatchObject({ data: { board: { paused: false } } })
  expect(shop.row<ShopRow>('settings', 'shop')?.stores[STORE]?.paused).toBe(false)
  await place(shop.as('oMay'))
})

it('shows at most sixty orders, far below what a function may answer, and says how many more there are, which can be served all the same', async () => {
  open()
  const id = await paidOrder()
  const row = orderRow(shop, id)
  const more = Array.from({ length: 101 }, (_, i) => ({
    ...row,
    _id: `${id}-${i}`,
    pickupKey: `x${i}`,
    stockHeld: {},
    lines: Array.from({ length: 20 }, () => row.lines[0]!),
  }))
  shop.put('orders', ...more)
  const full = await board()
  expect(full.orders).toHaveLength(60)
  expect(full.hidden).toBe(42)
  expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(500_000)
  const hidden = more.find((o) => !full.orders.some((seen) => seen.id === o._id))!
  expect(await tap('manager.accept', hidden._id)).toMatchObject({ ok: true })
  expect(orderRow(shop, hidden._id)).toMatchObject({ state: 'making' })
})

describe('a ticket', () => {
  const ticket = (orderId: string, who = 'oChen') =>
    shop.as(who).call('manager.ticket', { storeId: STORE, orderId })
  it('is shown where there is no printer', async () => {
    open()
    const id = await paidOrder('oMay', { note: '少冰' })
    const answer = ok(await ticket(id))
    expect(answer.printed).toBe(false)
    expect(answer.text).toContain(`自取 ${orderRow(shop, id).pickupCode}`)
    expect(answer.text).toContain('备注：少冰')
    expect(await shop.billed(() => ticket(id))).toEqual({ reads: 1, writes: 0 })
  })

  it('goes to the printer, for the store’s staff and paid orders alone', async () => {
    const printed: string[] = []
    const print: Printer['print'] = async ({ text }) => {
      printed.push(text)
      return { printed: true }
    }
    open({ overrides: { printer: { print } } })
    const id = await paidOrder()
    expect(await ticket(id)).toMatchObject({ data: { printed: true } })
    expect(printed).toHaveLength(1)
    expect(await ticket(id, 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    const unpaid = await place(shop.as('oLi'))
    for (const other of [unpaid.order.id, 'o-nothing'])
      expect(await ticket(other)).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(printed).toHaveLength(1)
  })
})
