import type { Reply } from '@shared/kernel/reply'
import { MINUTE_MS } from '@shared/kernel/time'
import type { list } from '@shared/orders/contract'
import type { OrderRow, PayEventRow } from '../../database/rows'
import {
  anOrder,
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
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

const CALLBACK = 'wx_paycallback'
let shop: TestShop
let may: Person
let placed: Placed
let couponId: string
beforeEach(async () => {
  shop = openShop()
  may = shop.as('oMay')
  couponId = await join(may)
  placed = await place(may, { coupons: [couponId], lines: [latte, bagel] })
})
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)
const events = () => shop.rows<PayEventRow>('payEvents')
const logged = (event: string) => shop.logs.filter((line) => line.event === event)
const notice = (over: object = {}) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  outTradeNo: placed.order.id,
  transactionId: '4200-forged',
  totalFee: placed.order.payFen,
  ...over,
})
/** Paid on the sheet; the callback is the test's own business. */
const paidAtWechat = () => {
  shop.wechat.pay.setFaults({ drop: true })
  shop.wechat.pay.confirm(prepayOf(placed))
  return shop.wechat.pay.notifyEvent(placed.order.id)!
}

describe('the pay callback', () => {
  it('pays the order, uses the coupon, sells the stock and counts it for the member, at 1 read and 4 writes', async () => {
    const event = paidAtWechat()
    const billed = await shop.billed(() => shop.notify(event, CALLBACK))
    expect(billed).toEqual({ reads: 1, writes: 4 })
    expect(order()).toMatchObject({
      state: 'paid',
      paidAt: shop.now(),
      transactionId: event['transactionId'],
    })
    expect(couponRow(shop, couponId)).toMatchObject({ state: 'redeemed', orderId: placed.order.id })
    expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
  })

  it('pays once when it is delivered five times at once, and again much later', async () => {
    const event = paidAtWechat()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => shop.notify(event, CALLBACK)))
    expect(answers.some((a) => a.errcode === 0)).toBe(true)
    await shop.advance(10 * MINUTE_MS)
    expect(await shop.notify(event, CALLBACK)).toEqual({ errcode: 0, errmsg: '' })
    expect(order()).toMatchObject({ state: 'paid' })
    expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
    expect(events()).toEqual([])
  })

  it.each(['wx_client', 'wx_client,scf', 'wx_trigger', '', 'xwx_paycallback'])(
    'is refused and logged when it comes from %j',
    async (source) => {
      expect(await shop.notify(paidAtWechat(), source)).toMatchObject({ errcode: 403 })
      expect(order()).toMatchObject({ state: 'pendingPay', transactionId: null })
      expect(logged('pay.forged')).toHaveLength(1)
    },
  )

  it.each([1, 2_199, 2_201, 0])('is refused and logged when it reports %d fen', async (totalFee) => {
    expect(placed.order.payFen).toBe(2_200)
    expect(await shop.notify(notice({ totalFee }), CALLBACK)).toMatchObject({ errcode: 500 })
    expect(order()).toMatchObject({ state: 'pendingPay', transactionId: null })
    expect(events()).toMatchObject([{ why: 'wrongAmount', paidFen: totalFee, handledAt: null }])
    expect(logged('pay.misfit')).toHaveLength(1)
    await pay(shop, placed)
    expect(order()).toMatchObject({ state: 'paid' })
  })

  it('moves nothing for an order that is not there, and for a second payment that WeChat does not know', async () => {
    expect(await shop.notify(notice({ outTradeNo: 'o-nothing' }), CALLBACK)).toMatchObject({ errcode: 500 })
    await pay(shop, placed)
    expect(await shop.notify(notice(), CALLBACK)).toMatchObject({ errcode: 500 })
    expect(order()).toMatchObject({ state: 'paid', refundedFen: 0 })
    expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toEqual([])
    expect(events().map((e) => e.why)).toContain('unknownOrder')
  })

  it('ignores what is no payment', async () => {
    expect(await shop.notify({ returnCode: 'FAIL' }, CALLBACK)).toMatchObject({ errcode: 0 })
    expect(await shop.notify('nonsense', CALLBACK)).toMatchObject({ errcode: 0 })
    expect(order()).toMatchObject({ state: 'pendingPay' })
  })

  it('gives the money back when it comes after the order has ended, and says so', async () => {
    shop.wechat.pay.setFaults({ drop: true })
    await shop.advance(6 * MINUTE_MS)
    await may.call('orders.cancel', { orderId: placed.order.id })
    expect(order()).toMatchObject({ state: 'closed' })
    // WeChat took the money a moment before it closed the payment: its own books say paid, and so does the callback
    const transactionId = '4200-late'
    await shop.notify(notice({ transactionId }), CALLBACK)
    expect(order()).toMatchObject({
      state: 'refunding',
      transactionId,
      closedReason: expect.stringContaining('退回'),
    })
    expect(events()).toMatchObject([{ _id: transactionId, why: 'late' }])
    await shop.notify(notice({ transactionId }), CALLBACK)
    expect(events()).toHaveLength(1)
    expect(couponRow(shop, couponId)).toMatchObject({ state: 'issued' })
  })
})

describe('orders.pay', () => {
  it('gives the same payment once more', async () => {
    const again = await may.call('orders.pay', { orderId: placed.order.id })
    expect(again).toMatchObject({ ok: true, data: { payment: { package: placed.payment?.package } } })
  })

  it('books a payment whose callback is slow', async () => {
    paidAtWechat()
    expect(await may.call('orders.pay', { orderId: placed.order.id })).toMatchObject({ code: 'ALREADY_PAID' })
    expect(order()).toMatchObject({ state: 'paid' })
    expect(await may.call('orders.pay', { orderId: placed.order.id })).toMatchObject({ code: 'ALREADY_PAID' })
  })

  it('refuses at the deadline, after the end, and for anybody else', async () => {
    const pay = (who: Person) => who.call('orders.pay', { orderId: placed.order.id })
    expect(await pay(shop.as('oLi'))).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    await may.call('orders.cancel', { orderId: placed.order.id })
    expect(await pay(may)).toMatchObject({ code: 'ORDER_CLOSED' })
    const other = await place(may, { key: 'key-00002' })
    shop.cloud.clock.set(other.order.payBefore)
    expect(await may.call('orders.pay', { orderId: other.order.id })).toMatchObject({ code: 'ORDER_CLOSED' })
  })
})

describe('orders.get and orders.list', () => {
  it('tell nobody about orders that are not theirs', async () => {
    const li = shop.as('oLi')
    for (const action of ['orders.get', 'orders.cancel'] as const)
      expect(await li.call(action, { orderId: placed.order.id })).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await li.call('orders.get', { orderId: 'o-nothing' })).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await li.call('orders.list', { before: null })).toMatchObject({
      data: { orders: [], more: false },
    })
    expect(order()).toMatchObject({ state: 'pendingPay' })
  })

  it('page through a history, newest first, at one read a page', async () => {
    for (let i = 0; i < 24; i++) {
      await shop.advance(1_000)
      await place(may, { key: `key-2000${i}` })
    }
    const first = await may.call('orders.list', { before: null })
    if (!first.ok) throw new Error(first.code)
    expect(first.data).toMatchObject({ more: true })
    expect(first.data.orders).toHaveLength(20)
    const placedAt = first.data.orders.map((o) => o.placedAt)
    expect(placedAt).toEqual([...placedAt].sort((a, b) => b - a))
    expect(await shop.billed(() => may.call('orders.list', { before: placedAt.at(-1)! }))).toEqual({
      reads: 1,
      writes: 0,
    })
    const rest = await may.call('orders.list', { before: placedAt.at(-1)! })
    expect(rest).toMatchObject({ data: { more: false } })
    if (rest.ok) expect(rest.data.orders).toHaveLength(5)
  })

  it('page past orders of one instant without losing any', async () => {
    for (let i = 0; i < 18; i++) await place(may, { key: `key-3000${i}`, note: `${i}` })
    await shop.advance(1_000)
    for (let i = 0; i < 19; i++) await place(may, { key: `key-4000${i}`, note: `${i}` })
    const seen: string[] = []
    let before: number | null = null
    for (let more = true; more;) {
      const page: Reply<typeof list> = await may.call('orders.list', { before })
      if (!page.ok) throw new Error(page.code)
      seen.push(...page.data.orders.map((o) => o.id))
      before = page.data.orders.at(-1)?.placedAt ?? null
      more = page.data.more
    }
    expect(seen).toHaveLength(38)
    expect(new Set(seen).size).toBe(38)
  })

  it('say when to look again while something is expected', async () => {
    const look = () => may.call('orders.get', { orderId: placed.order.id })
    expect(await look()).toMatchObject({ data: { refreshAfterMs: 1_500 } })
    await pay(shop, placed)
    expect(await look()).toMatchObject({ data: { order: { state: 'paid' }, refreshAfterMs: 10_000 } })
    expect(await shop.billed(look)).toEqual({ reads: 1, writes: 0 })
  })
})

it('keeps only the consents that were given, for templates that the shop has', async () => {
  const { order: o } = await place(may, {
    ...anOrder(),
    key: 'key-00003',
    consents: { ORDER_READY: 'accept', ORDER_REFUNDED: 'reject', OTHER: 'accept' },
  })
  expect(shop.row<OrderRow>('orders', o.id)?.consents).toEqual({ ORDER_READY: true })
})
