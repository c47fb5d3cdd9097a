import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { PayEventRow } from '../../database/rows'
import { cloudPayProvider } from '../../platform/cloud-pay'
import type { PayProvider, PayStatus, RefundRequest, RefundStatus } from '../../platform/pay'
import {
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../../tests/builders/customer'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

/** WeChat Pay that says what the test wants it to say. */
const { parseNotify } = cloudPayProvider({
  cloudPay: () => Promise.reject(new Error('not asked')),
  env: () => 'env',
  onTrouble: () => undefined,
})
const payment = {
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=p',
  signType: 'MD5',
  paySign: 's',
} as const
const fakePay = () => {
  const says = {
    status: { state: 'notPaid', detail: '' } as PayStatus,
    refund: 'processing' as RefundStatus,
    accepts: true,
    paidAlready: false,
    beforeQuery: () => undefined as void,
  }
  const refunds: RefundRequest[] = []
  const provider: PayProvider = {
    create: async () =>
      says.paidAlready ? { created: false, why: 'paid', detail: '' } : { created: true, payment },
    query: async () => (says.beforeQuery(), says.status),
    close: async () => 'closed',
    refund: async (request) => {
      refunds.push(request)
      return says.accepts ? { accepted: true } : { accepted: false, detail: 'balance' }
    },
    queryRefund: async () => says.refund,
    parseNotify,
  }
  return { says, refunds, provider }
}

let shop: TestShop
let wechat: ReturnType<typeof fakePay>
let may: Person
let placed: Placed
beforeEach(async () => {
  wechat = fakePay()
  shop = openShop({ staff: { oBoss: 'owner' }, overrides: { pay: wechat.provider } })
  shop.wechat.messages.addTemplates([
    {
      id: 'tpl-refunded',
      title: '退款通知',
      fields: [
        { key: 'amount1', label: '金额' },
        { key: 'thing2', label: '原因' },
        { key: 'character_string3', label: '订单' },
      ],
    },
  ])
  shop.wechat.messages.answer('oMay', { 'tpl-refunded': 'accept' })
  may = shop.as('oMay')
  placed = await place(may, { consents: { ORDER_REFUNDED: 'accept' } })
})
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)
const events = () => shop.rows<PayEventRow>('payEvents')
const cancel = () => may.call('orders.cancel', { orderId: placed.order.id })
const notify = (transactionId = 't-1', totalFee = placed.order.payFen) =>
  shop.notify(
    { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: placed.order.id, transactionId, totalFee },
    'wx_paycallback',
  )
const endedAt = (closedAt: number) => {
  const { dueAt: _due, ...row } = order()
  shop.put('orders', { ...row, state: 'closed', closedAt, closedReason: '你取消了订单' })
}

describe('a wrong amount that a query finds', () => {
  beforeEach(() => {
    wechat.says.status = { state: 'paid', transactionId: 't-1', paidFen: 7 }
  })
  it('goes back, is written down, and the order ends at last', async () => {
    expect(await cancel()).toMatchObject({ ok: true })
    expect(wechat.refunds).toMatchObject([{ refundNo: 'wrongAmount-t-1', totalFen: 7, refundFen: 7 }])
    expect(events()).toMatchObject([{ _id: 't-1', why: 'wrongAmount', paidFen: 7, handledAt: shop.now() }])
    await shop.advance(HOUR_MS)
    expect(order()).toMatchObject({ state: 'closed' })
    expect(wechat.refunds).toHaveLength(1)
  })

  it('is tried again while WeChat does not take it back', async () => {
    wechat.says.accepts = false
    await cancel()
    expect(order()).toMatchObject({ state: 'closing' })
    expect(events()).toMatchObject([{ handledAt: null }])
    wechat.says.accepts = true
    await shop.advance(HOUR_MS)
    await shop.tick()
    expect(events()).toMatchObject([{ handledAt: expect.any(Number) as number }])
    expect(order()).toMatchObject({ state: 'closed' })
  })

  it('is found by continuing to pay, too', async () => {
    wechat.says.paidAlready = true
    expect(await may.call('orders.pay', { orderId: placed.order.id })).toMatchObject({ code: 'ORDER_CLOSED' })
    expect(wechat.refunds).toMatchObject([{ refundNo: 'wrongAmount-t-1' }])
  })
})

describe('money that comes after the end', () => {
  it.each([
    ['continuing to pay', () => may.call('orders.pay', { orderId: placed.order.id }), 'ORDER_CLOSED'],
    ['placing again', () => may.call('orders.place', { ...again(), consents: {} }), undefined],
  ])('goes back and is told once, also when %s finds it', async (_, find, code) => {
    wechat.says.paidAlready = true
    wechat.says.status = { state: 'paid', transactionId: 't-1', paidFen: placed.order.payFen }
    wechat.says.beforeQuery = () => {
      if (order().state === 'pendingPay') endedAt(shop.now())
    }
    const reply = await find()
    expect(reply.ok ? undefined : reply.code).toBe(code)
    expect(order()).toMatchObject({ state: 'refunding', notice: 'asked' })
    expect(wechat.refunds).toMatchObject([{ refundNo: `late-${placed.order.id}` }])
    await notify()
    await notify()
    expect(shop.wechat.messages.inbox('oMay')).toHaveLength(1)
  })

  it('is looked after from the moment it came, however long ago the order ended', async () => {
    endedAt(shop.now() - DAY_MS)
    await notify()
    expect(order()).toMatchObject({ state: 'refunding', dueAt: shop.now() + MINUTE_MS })
  })
})

const again = () => ({
  storeId: STORE,
  way: 'pickup' as const,
  lines: [{ productId: 'latte', skuId: 'latte-l', choices: ['ice-less'], qty: 1 }],
  coupons: [],
  usePoints: false,
  addressId: null,
  slot: null,
  packagingId: 'none',
  key: 'key-00001',
  table: null,
  note: '',
  expectPayFen: 1_000_000,
})

describe('a refund that is stuck', () => {
  const board = async () => {
    const reply = await shop.as('oBoss').call('manager.board', { storeId: STORE })
    if (!reply.ok) throw new Error(reply.code)
    return reply.data.board.orders
  }
  const refused = async () => {
    await notify()
    await shop
      .as('oBoss')
      .call('manager.refuse', { storeId: STORE, orderId: placed.order.id, reason: '没奶了' })
  }

  /** Looks come ever more rarely; this is the next. */
  const nextLook = () => shop.advance(order().dueAt! - shop.now() + 3_000)

  it('because WeChat closed it is asked for again under its own number, and shown at the counter till then', async () => {
    await refused()
    expect(await board()).toEqual([])
    wechat.says.refund = 'closed'
    await nextLook()
    expect(await board()).toMatchObject([
      { id: placed.order.id, state: 'refunding', trouble: expect.stringContaining('退款') as string },
    ])
    await nextLook()
    expect(wechat.refunds.map((r) => r.refundNo)).toEqual(Array(2).fill(`refused-${placed.order.id}`))
    wechat.says.refund = 'success'
    await nextLook()
    expect(order()).toMatchObject({ state: 'refunded', refundedFen: placed.order.payFen })
    expect(await board()).toEqual([])
  })

  it('because a person has to do it is shown at the counter, and not asked for again', async () => {
    wechat.says.refund = 'needsHand'
    await refused()
    await nextLook()
    expect(await board()).toMatchObject([{ trouble: expect.stringContaining('商户平台') as string }])
    expect(wechat.refunds).toHaveLength(1)
  })

  it('because it is never taken is shown after an hour', async () => {
    wechat.says.accepts = false
    await refused()
    expect(await board()).toEqual([])
    await shop.advance(HOUR_MS)
    expect(await board()).toEqual([])
    await nextLook()
    expect(await board()).toMatchObject([{ state: 'refunding', trouble: expect.any(String) as string }])
    expect(order().outbox).toHaveLength(1)
    wechat.says.accepts = true
    await nextLook()
    expect(await board()).toEqual([])
  })
})

it('shows a done order once more while what is given back of it is stuck', async () => {
  await notify()
  const boss = shop.as('oBoss')
  const at = { storeId: STORE, orderId: placed.order.id }
  for (const deed of ['accept', 'ready', 'handOver'] as const) await boss.call(`manager.${deed}`, at)
  const board = async () => {
    const reply = await boss.call('manager.board', { storeId: STORE })
    return reply.ok ? reply.data.board.orders : []
  }
  wechat.says.refund = 'closed'
  const units = [{ line: 0, units: 1 }]
  const part = { units, packaging: false, delivery: false, reason: '洒了', refundsSeen: 0 }
  expect(await boss.call('manager.refund', { ...at, ...part })).toMatchObject({ ok: true })
  expect(await board()).toMatchObject([{ state: 'refunding', trouble: expect.any(String) as string }])
  wechat.says.refund = 'success'
  await shop.advance(2 * MINUTE_MS)
  expect(await board()).toEqual([])
  expect(order()).toMatchObject({ state: 'refunded' })
})

it('puts an order off whose work fails, so that it stands in nobody’s way', async () => {
  await shop.advance(25 * MINUTE_MS)
  const other = await place(shop.as('oLi'))
  wechat.says.beforeQuery = () => {
    if (order().state === 'closing') throw new Error('down')
  }
  shop.cloud.clock.advance(6 * MINUTE_MS)
  await shop.tick()
  expect(shop.logs.filter((line) => line.event === 'orders.sweepFailed')).toHaveLength(1)
  expect(order().state).toBe('closing')
  expect(order().dueAt).toBeGreaterThan(shop.now() + 10 * MINUTE_MS)
  expect(orderRow(shop, other.order.id)).toMatchObject({ state: 'pendingPay' })
})

describe('placing again', () => {
  const openWith = (asked: object[]) => {
    shop.close()
    shop = openShop({ overrides: { tasks: { later: async (call) => (asked.push(call), true) } } })
    may = shop.as('oMay')
  }
  it('asks for one delayed call, by the attempt that wrote the order', async () => {
    const asked: object[] = []
    openWith(asked)
    const { order: first } = await place(may)
    expect(await place(may)).toMatchObject({ order: first, payment: {} })
    expect(asked).toHaveLength(1)
  })

  it('after paying answers with the paid order', async () => {
    openWith([])
    placed = await place(may)
    shop.wechat.pay.setFaults({ drop: true })
    shop.wechat.pay.confirm(prepayOf(placed))
    expect(await place(may)).toMatchObject({ order: { id: placed.order.id, state: 'paid' }, payment: null })
    await pay(shop, placed)
    expect(order()).toMatchObject({ state: 'paid' })
  })
})
