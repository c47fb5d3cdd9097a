/**
 * Money on the workflow route that goes back in parts, and notices of payments and refunds that are forged, doubled, out of
 * order or of another amount: a workflow's word proves nothing, so only what WeChat itself knows moves anything.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import * as fc from 'fast-check'
import { FLOWS } from '../../local-cloud/services/pay/flows'
import {
  anOrder,
  latte,
  ok,
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../tests/builders/customer'
import { routeRow } from '../../tests/builders/pay-desk'
import { openShop, type Person, type TestShop } from '../../tests/builders/shop'
import { STORE } from '../../tests/builders/shop-rows'
import type { PayEventRow } from '../database/rows'

const BOOKED = { errcode: 0, errmsg: '' }
const REFUSED = { errcode: 403, errmsg: 'not a pay callback' }

let shop: TestShop
let may: Person
let placed: Placed
/** Three lattes of ¥19, unpaid. */
async function open(): Promise<void> {
  shop = openShop({ shop: { pay: routeRow('workflow') }, staff: { oBoss: 'owner' } })
  may = shop.as('oMay')
  placed = await place(may, { lines: [{ ...latte, qty: 3 }] })
}
beforeEach(open)
const check = () => expect(wrongInTheBooks(shop, 10)).toEqual([])
afterEach(() => {
  jest.restoreAllMocks()
  check()
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)
const trade = () => shop.wechat.pay.trade(placed.order.id)
const moved = () => trade()?.refunds.map(({ outRefundNo, refundFen }) => [outRefundNo, refundFen])
const boss = () => shop.as('oBoss')
const at = () => ({ storeId: STORE, orderId: placed.order.id })
const accept = async () => ok(await boss().call('manager.accept', at()))
const giveBack = (units: number, refundsSeen: number) =>
  boss().call('manager.refund', {
    ...at(),
    units: [{ line: 0, units }],
    packaging: false,
    delivery: false,
    reason: '洒了',
    refundsSeen,
  })
/** Within the cloud, as a workflow calls. */
const notify = (event: object) => shop.notify({ ...event }, 'scf')

describe('what goes back in parts', () => {
  beforeEach(async () => {
    await pay(shop, placed)
    await accept()
  })

  it('goes back unit by unit, each once, and never more than was paid', async () => {
    ok(await giveBack(1, 0))
    expect(await giveBack(1, 0)).toMatchObject({ ok: false })
    ok(await giveBack(2, 1))
    expect(await giveBack(1, 2)).toMatchObject({ ok: false })
    await shop.advance(HOUR_MS)
    const id = placed.order.id
    expect(moved()).toEqual([
      [`part1-${id}`, 1900],
      [`part2-${id}`, 3800],
    ])
    expect(order()).toMatchObject({ state: 'refunded', refundedFen: 5700 })
  })

  it('arrives part by part, whichever is first', async () => {
    shop.wechat.pay.setFaults({ refund: { delayMs: DAY_MS } })
    ok(await giveBack(1, 0))
    shop.wechat.pay.setFaults({})
    ok(await giveBack(1, 1))
    await shop.advance(HOUR_MS)
    expect(order().refunds.map(({ state }) => state)).toEqual(['processing', 'success'])
    expect(order()).toMatchObject({ state: 'making', refundedFen: 1900 })
    await shop.advance(2 * DAY_MS)
    expect(order()).toMatchObject({ refundedFen: 3800 })
  })

  it('closed by WeChat on the way is asked for again under its own number, the others are not', async () => {
    ok(await giveBack(1, 0))
    shop.wechat.pay.setFaults({ refund: { ends: 'CLOSED' } })
    ok(await giveBack(1, 1))
    await shop.advance(2 * MINUTE_MS)
    expect(order().refunds.map(({ state }) => state)).toEqual(['success', 'trouble'])
    shop.wechat.pay.setFaults({})
    await shop.advance(HOUR_MS)
    const id = placed.order.id
    expect(order()).toMatchObject({ refundedFen: 3800 })
    expect(moved()).toEqual([
      [`part1-${id}`, 1900],
      [`part2-${id}`, 1900],
    ])
  })

  it('waits while the merchant’s balance is short, and is then taken once', async () => {
    shop.wechat.pay.setFaults({ refund: { refuse: 2 } })
    ok(await giveBack(1, 0))
    expect(order().refunds).toMatchObject([{ state: 'asked' }])
    await shop.advance(HOUR_MS)
    expect(order().refunds).toMatchObject([{ state: 'success' }])
    expect(moved()).toHaveLength(1)
  })

  it('is asked for again with the same words when the flow’s answer got lost', async () => {
    const { pay: wechat } = shop.wechat
    const flow = wechat.flow.bind(wechat)
    const asked: unknown[] = []
    let lost = false
    jest.spyOn(wechat, 'flow').mockImplementation((event) => {
      const answer = flow(event)
      if (event['name'] !== FLOWS.refund) return answer
      asked.push(event['data'])
      if (lost) return answer
      lost = true
      throw new Error('timeout')
    })
    ok(await giveBack(1, 0))
    await shop.advance(HOUR_MS)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toEqual(asked[0])
    expect(moved()).toHaveLength(1)
    expect(order()).toMatchObject({ refundedFen: 1900 })
  })
})

describe('the notice of a refund', () => {
  const refundNotice = (over: object = {}) => ({
    out_trade_no: placed.order.id,
    transaction_id: trade()?.transactionId,
    out_refund_no: `part1-${placed.order.id}`,
    refund_status: 'SUCCESS',
    amount: { total: 5700, refund: 1900, payer_total: 5700, payer_refund: 1900 },
    ...over,
  })
  beforeEach(async () => {
    await pay(shop, placed)
    await accept()
    shop.wechat.pay.setFaults({ refund: { delayMs: DAY_MS } })
    ok(await giveBack(1, 0))
  })
  it.each([
    ['before the money arrived', () => refundNotice()],
    ['under `resource`', () => ({ event_type: 'REFUND.SUCCESS', resource: refundNotice() })],
    ['of another amount', () => refundNotice({ amount: { total: 5700, refund: 5700 } })],
    ['of a refund that nobody asked for', () => refundNotice({ out_refund_no: 'part9-x' })],
    ['that says it was closed', () => refundNotice({ refund_status: 'CLOSED' })],
    ['twice', () => refundNotice()],
  ])('%s changes nothing: how a refund stands, WeChat is asked', async (_, event) => {
    const before = order()
    expect(await Promise.all([notify(event()), notify(event())])).toEqual([BOOKED, BOOKED])
    expect(order()).toEqual(before)
    await shop.advance(2 * DAY_MS)
    await notify(event())
    expect(order()).toMatchObject({ refundedFen: 1900, refunds: [{ state: 'success' }] })
  })

  it('dressed up as a payment is asked about, and is none of an unpaid order', async () => {
    const unpaid = await place(may, { key: 'key-00002' })
    const event = refundNotice({ trade_state: 'SUCCESS', out_trade_no: unpaid.order.id })
    expect(await notify(event)).toEqual(REFUSED)
    expect(orderRow(shop, unpaid.order.id)).toMatchObject({ state: 'pendingPay' })
  })
})

describe('the notice of a payment', () => {
  /** Paid, and WeChat's own notice lost. */
  const paidUnheard = () => {
    shop.wechat.pay.setFaults({ drop: true })
    shop.wechat.pay.confirm(prepayOf(placed))
    return { ...shop.wechat.pay.notifyEvent(placed.order.id) }
  }

  it('again, and after a part went back, is known', async () => {
    const event = paidUnheard()
    expect(await notify(event)).toEqual(BOOKED)
    await accept()
    ok(await giveBack(1, 0))
    const before = order()
    expect(await Promise.all([notify(event), notify(event)])).toEqual([BOOKED, BOOKED])
    expect(order()).toEqual(before)
  })

  it('that comes first after everything went back changes nothing', async () => {
    const event = paidUnheard()
    await shop.advance(31 * MINUTE_MS)
    expect(order()).toMatchObject({ state: 'paid' })
    ok(await boss().call('manager.refuse', { ...at(), reason: '没有豆子了' }))
    await shop.advance(HOUR_MS)
    expect(await notify(event)).toEqual(BOOKED)
    expect(order()).toMatchObject({ state: 'refunded', refundedFen: 5700 })
    expect(moved()).toHaveLength(1)
  })

  it('of a payment of another amount, which WeChat confirms, sends the money back and pays nothing', async () => {
    const { pay: wechat } = shop.wechat
    jest.spyOn(wechat, 'flow').mockReturnValueOnce({ code: 'SYSTEM_ERROR', message: 'try again' })
    const reply = await may.call('orders.place', anOrder({ key: 'key-00002' }))
    expect(reply).toMatchObject({ code: 'PAY_UNAVAILABLE' })
    const { _id: id } = shop.rows<{ _id: string }>('orders').find(({ _id }) => _id !== placed.order.id)!
    // made by hand, for a fen
    const made = wechat.flow({ name: FLOWS.create, data: byHand(id) }) as { data: { packageVal: string } }
    wechat.confirm(made.data.packageVal.replace('prepay_id=', ''))
    await shop.advance(1)
    expect(orderRow(shop, id)).toMatchObject({ state: 'pendingPay', transactionId: null })
    expect(shop.rows<PayEventRow>('payEvents')).toMatchObject([
      { orderId: id, why: 'wrongAmount', paidFen: 1, handledAt: expect.any(Number) as number },
    ])
    await shop.advance(HOUR_MS)
    expect(orderRow(shop, id)).toMatchObject({ state: 'closed' })
    expect(wechat.trade(id)).toMatchObject({ refunds: [{ refundFen: 1 }] })
  })

  it('of money that belongs to no order sends it back, once', async () => {
    const { pay: wechat } = shop.wechat
    wechat.setFaults({ times: 3, parallel: true })
    const data = byHand('elsewhere-1')
    const made = wechat.flow({ name: FLOWS.create, data }) as { data: { packageVal: string } }
    wechat.confirm(made.data.packageVal.replace('prepay_id=', ''))
    await shop.advance(HOUR_MS)
    expect(shop.rows<PayEventRow>('payEvents')).toMatchObject([{ why: 'unknownOrder', paidFen: 1 }])
    expect(wechat.trade('elsewhere-1')).toMatchObject({ notified: true, refunds: [{ refundFen: 1 }] })
  })

  it('that comes after the order ended sends the money back, once, however often it comes', async () => {
    const event = paidUnheard()
    const { dueAt: _due, ...row } = order()
    shop.put('orders', { ...row, state: 'closed', closedAt: shop.now(), closedReason: '你取消了订单' })
    await Promise.all([notify(event), notify(event), notify(event)])
    await shop.advance(HOUR_MS)
    expect(order()).toMatchObject({ state: 'refunded', refundedFen: 5700 })
    expect(moved()).toEqual([[`late-${placed.order.id}`, 5700]])
  })
})
const byHand = (orderId: string) => ({
  description: '一号店',
  out_trade_no: orderId,
  amount: { total: 1, currency: 'CNY' },
  payer: { openid: 'oMay' },
})

describe('whatever a workflow says, in whatever order and however often', () => {
  const said = fc.constantFrom('true', 'amount', 'number', 'other', 'refund', 'refundAsPayment')
  type Said = typeof said extends fc.Arbitrary<infer S> ? S : never
  const step = fc.oneof(
    said.map((say) => ({ do: 'say' as const, say })),
    fc.constant({ do: 'giveBack' as const }),
    fc.constant({ do: 'wait' as const }),
  )

  function eventOf(say: Said): object {
    const event = { ...shop.wechat.pay.notifyEvent(placed.order.id) }
    const refund = { out_refund_no: `part1-${placed.order.id}`, refund_status: 'SUCCESS' }
    if (say === 'amount') return { ...event, amount: { total: 1, currency: 'CNY' } }
    if (say === 'number') return { ...event, transaction_id: '42009' }
    if (say === 'other') return { ...event, out_trade_no: 'elsewhere-1' }
    if (say === 'refund') return { ...refund, amount: { total: 5700, refund: 5700 } }
    return say === 'refundAsPayment' ? { ...event, ...refund } : event
  }

  it('the order is paid once, and what is given back is what the shop gave back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        shop.close()
        await open()
        shop.wechat.pay.setFaults({ drop: true })
        shop.wechat.pay.confirm(prepayOf(placed))
        let given = 0
        for (const one of steps) {
          if (one.do === 'say') await Promise.all([notify(eventOf(one.say)), notify(eventOf(one.say))])
          else if (one.do === 'wait') await shop.advance(MINUTE_MS)
          else if ((await giveBack(1, given)).ok) given++
          check()
        }
        // the deadline finds the payment if nobody told
        await shop.advance(HOUR_MS)
        expect(order().transactionId).toBe(trade()?.transactionId)
        const rest = order().refunds.filter(({ no }) => no.startsWith('unaccepted')).length
        expect(order().refunds).toHaveLength(given + rest)
        expect(moved()).toEqual(order().refunds.map(({ no, payFen }) => [no, payFen]))
        expect(shop.rows('payEvents')).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
