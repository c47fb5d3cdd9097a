import { encodePickup } from '@shared/orders/pickup-qr'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import type { CounterRow, OrderRow } from '../../database/rows'
import {
  type anOrder,
  bagel,
  latte,
  ok,
  orderRow,
  pay,
  place,
  wrongInTheBooks,
} from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { shopRow, STORE, store } from '../../../tests/builders/shop-rows'

let shop: TestShop
const delivering: NonNullable<ShopOptions['store']> = {
  ways: ['pickup', 'delivery'],
  delivery: {
    radiusM: 3000,
    minimumFen: 0,
    bands: [{ toM: 3000, feeFen: 300 }],
    freeFromFen: null,
    minutes: 20,
  },
}
function open(options: ShopOptions = {}) {
  shop = openShop({ staff: { oBoss: 'owner', oChen: 'clerk' }, store: delivering, ...options })
  const address = {
    id: 'home',
    name: '林小满',
    phone: '13800000018',
    address: '学府路 18 号',
    lat: 30.2,
    lng: 120.1,
  }
  shop.put('addresses', { _id: shop.as('oMay').memberId, addresses: [address] })
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const atHome = { way: 'delivery' as const, addressId: 'home' }
async function paidOrder(over: Parameters<typeof anOrder>[0] = {}) {
  const placed = await place(shop.as('oMay'), over)
  await pay(shop, placed)
  return placed.order
}
type Deed = 'accept' | 'ready' | 'deliver' | 'handOver'
const tap = (deed: Deed, orderId: string) =>
  shop.as('oChen').call(`manager.${deed}`, { storeId: STORE, orderId })
const serve = async (orderId: string, ...deeds: Deed[]) => {
  for (const deed of deeds) ok(await tap(deed, orderId))
}
const byCode = (code: string, who = 'oChen', storeId = STORE) =>
  shop.as(who).call('manager.handOverByCode', { storeId, code })

describe('a delivery', () => {
  it('is ready, on its way, done; it can’t be handed over at the counter', async () => {
    open()
    const { id } = await paidOrder(atHome)
    await serve(id, 'accept')
    expect(await tap('deliver', id)).toMatchObject({ code: 'WRONG_STATE' })
    await serve(id, 'ready')
    expect(await tap('handOver', id)).toMatchObject({ code: 'WRONG_STATE', details: { state: 'ready' } })
    expect(await shop.billed(() => tap('deliver', id))).toEqual({ reads: 1, writes: 1 })
    const seen = await shop.as('oMay').call('orders.get', { orderId: id })
    expect(seen).toMatchObject({ data: { order: { state: 'delivering', deliveringAt: shop.now() } } })
    const board = ok(await shop.as('oBoss').call('manager.board', { storeId: STORE })).board
    expect(board.orders).toMatchObject([{ id, state: 'delivering', destination: { phone: '13800000018' } }])
    expect(await shop.billed(() => tap('handOver', id))).toEqual({ reads: 1, writes: 1 })
    expect(orderRow(shop, id)).toMatchObject({ state: 'done', doneBy: shop.as('oChen').memberId })
  })

  it('never sets out when it is to be fetched', async () => {
    open()
    const pickup = await paidOrder({ key: 'key-00002' })
    await serve(pickup.id, 'accept', 'ready')
    expect(await tap('deliver', pickup.id)).toMatchObject({ code: 'WRONG_STATE' })
  })
})

describe('a delivery that nobody marks', () => {
  /** 20:00, as the store closes, and half an hour. */
  const EVENING = Date.UTC(2026, 10, 22, 12, 30)
  const until = async (at: number) => {
    await shop.advance(at - shop.now())
    await shop.tick()
  }

  it('is done by the sweep half an hour after closing, and says so; its money is reported once', async () => {
    open()
    shop.put('settings', {
      ...shopRow,
      stores: { [STORE]: { ...store, ...delivering } },
      uploadsShipping: true,
    })
    const [{ id }, { id: packed }] = [
      await paidOrder(atHome),
      await paidOrder({ ...atHome, key: 'key-00002' }),
    ]
    await serve(id, 'accept', 'ready', 'deliver')
    await serve(packed, 'accept', 'ready')
    await until(EVENING - 1)
    expect(orderRow(shop, id)).toMatchObject({ state: 'delivering', dueAt: EVENING })
    await until(EVENING)
    for (const each of [id, packed]) {
      expect(orderRow(shop, each)).toMatchObject({
        state: 'done',
        doneAt: EVENING,
        closedReason: expect.stringContaining('没有标记送达') as string,
        shipping: { state: 'uploaded', kind: 'sameCity' },
      })
      expect(orderRow(shop, each)).not.toHaveProperty('doneBy')
    }
    const { board } = ok(await shop.as('oChen').call('manager.board', { storeId: STORE }))
    expect(board.orders).toEqual([])
  })

  it('has three hours from setting out, however late that is, and costs the sweep one write', async () => {
    open()
    const { id } = await paidOrder(atHome)
    await serve(id, 'accept', 'ready')
    await shop.advance(EVENING - HOUR_MS - shop.now())
    await serve(id, 'deliver')
    await until(EVENING + 2 * HOUR_MS - 1)
    expect(orderRow(shop, id)).toMatchObject({ state: 'delivering' })
    await shop.advance(1)
    const idle = { reads: 2, writes: 1 }
    expect(await shop.billed(() => shop.tick())).toEqual(idle)
    expect(orderRow(shop, id)).toMatchObject({ state: 'done' })
  })

  it('leaves a full board to what is to be made', async () => {
    open()
    const { id } = await paidOrder(atHome)
    await serve(id, 'accept', 'ready', 'deliver')
    const row = orderRow(shop, id)
    const more = Array.from({ length: 79 }, (_, i) => ({ ...row, _id: `d${i}`, pickupKey: `d${i}` }))
    shop.put('orders', ...more)
    const late = await paidOrder({ key: 'key-00002' })
    const { board } = ok(await shop.as('oChen').call('manager.board', { storeId: STORE }))
    expect(board.orders.map((o) => o.id)).toContain(late.id)
    expect([board.orders.length, board.hidden]).toEqual([31, 50])
  })
})

describe('a delivery of which the customer says that it came', () => {
  const confirm = (orderId: string, who = 'oMay') => shop.as(who).call('orders.confirmReceipt', { orderId })

  it('is done, at one read and one write; twice is once, and nobody else can', async () => {
    open()
    const { id } = await paidOrder(atHome)
    expect(await confirm(id)).toMatchObject({ code: 'NOT_ON_ITS_WAY' })
    await serve(id, 'accept', 'ready', 'deliver')
    expect(await confirm(id, 'oLi')).toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await shop.billed(() => confirm(id))).toEqual({ reads: 1, writes: 1 })
    expect(orderRow(shop, id)).toMatchObject({ state: 'done', closedReason: '已由顾客确认收到' })
    expect(orderRow(shop, id)).not.toHaveProperty('doneBy')
    expect(await shop.billed(() => confirm(id))).toEqual({ reads: 1, writes: 0 })
    expect(await tap('handOver', id)).toMatchObject({ code: 'WRONG_STATE', details: { state: 'done' } })
  })

  it('is done by whoever is faster, and both are told so', async () => {
    open()
    const { id } = await paidOrder(atHome)
    await serve(id, 'accept', 'ready', 'deliver')
    const [said, tapped] = await Promise.all([confirm(id), tap('handOver', id)])
    expect(said).toMatchObject({ data: { order: { state: 'done' } } })
    if (!tapped.ok) expect(tapped).toMatchObject({ code: 'WRONG_STATE', details: { state: 'done' } })
  })

  it('may never have been marked as set out; what is to be fetched is handed over at the counter', async () => {
    open()
    const [{ id }, pickup] = [await paidOrder(atHome), await paidOrder({ key: 'key-00002' })]
    for (const each of [id, pickup.id]) await serve(each, 'accept', 'ready')
    expect(await confirm(pickup.id)).toMatchObject({ code: 'NOT_ON_ITS_WAY' })
    expect(await confirm(id)).toMatchObject({ data: { order: { state: 'done', deliveringAt: null } } })
  })
})

describe('by code', () => {
  it('hands over what the number calls, or the customer’s phone shows, at two calls of the database', async () => {
    open()
    const first = await paidOrder()
    const second = await paidOrder({ key: 'key-00002' })
    for (const { id } of [first, second]) await serve(id, 'accept', 'ready')
    const answer = await byCode(` ${first.pickupCode} `)
    expect(answer).toMatchObject({
      data: {
        order: { id: first.id, state: 'done', lines: [{ name: '拿铁' }] },
        board: { orders: [{ id: second.id }] },
      },
    })
    expect(await shop.billed(() => byCode(encodePickup({ ...second, orderId: second.id })))).toEqual({
      reads: 1,
      writes: 1,
    })
    expect(orderRow(shop, second.id)).toMatchObject({ state: 'done', doneBy: shop.as('oChen').memberId })
  })

  it('is refused in the wrong state, also when it was handed over before, and says what it is', async () => {
    open()
    const { id, pickupCode } = await paidOrder()
    expect(await byCode(pickupCode)).toMatchObject({ code: 'WRONG_STATE', details: { state: 'paid' } })
    await serve(id, 'accept', 'ready', 'handOver')
    for (const code of [pickupCode, encodePickup({ orderId: id, pickupCode })])
      expect(await byCode(code)).toMatchObject({ code: 'WRONG_STATE', details: { state: 'done', board: {} } })
  })

  it('is unknown when it fits no order: a stranger’s code, a wrong number on a right id, any text', async () => {
    open()
    const { id, pickupCode } = await paidOrder()
    await serve(id, 'accept', 'ready')
    const other = pickupCode === '0000' ? '1111' : '0000'
    for (const code of [
      other,
      encodePickup({ orderId: id, pickupCode: other }),
      'ck:o-nothing:1234',
      'http://x',
      '',
    ])
      expect(await byCode(code)).toMatchObject({ code: 'CODE_UNKNOWN' })
    expect(await byCode(pickupCode, 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    expect(orderRow(shop, id)).toMatchObject({ state: 'ready' })
  })

  it('of another store names that store to who holds the code, and nothing to who guesses', async () => {
    open()
    shop.put('settings', {
      ...shopRow,
      stores: { [STORE]: store, s2: { ...store, id: 's2', name: '二号店' } },
    })
    const { id, pickupCode } = await paidOrder({ storeId: 's2' })
    expect(await byCode(encodePickup({ orderId: id, pickupCode }))).toMatchObject({
      code: 'OTHER_STORE',
      details: { storeName: '二号店' },
    })
    expect(await byCode(pickupCode)).toMatchObject({ code: 'CODE_UNKNOWN' })
  })

  it('asks for the phone when two orders that wait bear one number', async () => {
    open()
    const { id, pickupCode } = await paidOrder()
    await serve(id, 'accept', 'ready')
    const row = orderRow(shop, id)
    shop.put('orders', { ...row, _id: `${id}2`, pickupKey: 'of-yesterday', stockHeld: {} })
    expect(await byCode(pickupCode)).toMatchObject({ code: 'CODE_AMBIGUOUS' })
    expect(await byCode(encodePickup({ orderId: `${id}2`, pickupCode }))).toMatchObject({ ok: true })
    expect(await byCode(pickupCode)).toMatchObject({ data: { order: { id } } })
  })

  it('finds what a full board hides', async () => {
    open()
    const { id, pickupCode } = await paidOrder()
    await serve(id, 'accept', 'ready')
    const row = orderRow(shop, id)
    const before = Array.from({ length: 60 }, (_, i) => ({
      ...row,
      _id: `a${i}`,
      pickupCode: `x${i}`,
      pickupKey: `x${i}`,
      placedAt: row.placedAt - 1,
      stockHeld: {},
    }))
    shop.cloud.database.put('orders', before)
    const shown = ok(await shop.as('oChen').call('manager.board', { storeId: STORE })).board
    const hidden = [row, ...before].find((o) => !shown.orders.some((seen) => seen.id === o._id)) as OrderRow
    shop.put('orders', {
      ...hidden,
      pickupKey: `${STORE}:${row.stockDay}:${pickupCode}x`,
      pickupCode: `${pickupCode}x`,
    })
    expect(await byCode(`${pickupCode}x`)).toMatchObject({ data: { order: { id: hidden._id } } })
  })
})

describe('what nobody fetches', () => {
  it('is done half an hour after closing, once, with a note for both sides', async () => {
    open()
    const { id } = await paidOrder()
    await serve(id, 'accept', 'ready')
    // 10:00 now, the store closes at 20:00
    await shop.advance(10 * HOUR_MS + 29 * MINUTE_MS)
    await shop.tick()
    expect(orderRow(shop, id)).toMatchObject({ state: 'ready' })
    await shop.advance(MINUTE_MS)
    await Promise.all([shop.tick(), shop.tick()])
    expect(orderRow(shop, id)).toMatchObject({ state: 'done', doneAt: shop.now() })
    expect(orderRow(shop, id)).not.toHaveProperty('doneBy')
    const seen = await shop.as('oMay').call('orders.get', { orderId: id })
    expect(seen).toMatchObject({ data: { order: { closedReason: '到打烊也没来取，订单自动完成了' } } })
    const found = await shop.as('oBoss').call('manager.orders', { storeId: STORE, before: null, code: null })
    expect(found).toMatchObject({
      data: { orders: [{ id, closedReason: '到打烊也没来取，订单自动完成了' }] },
    })
    expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
  })

  it('and handing over at that moment is one of the two', async () => {
    open()
    const { id } = await paidOrder()
    await serve(id, 'accept', 'ready')
    shop.cloud.clock.set(orderRow(shop, id).dueAt!)
    const [reply] = await Promise.all([tap('handOver', id), shop.tick()])
    const row = orderRow(shop, id)
    expect(row).toMatchObject({
      state: 'done',
      closedReason: reply.ok ? '' : '到打烊也没来取，订单自动完成了',
    })
  })
})

describe('WeChat hears of what was handed over', () => {
  const reporting: ShopOptions = { shop: { uploadsShipping: true } }
  const reports = () => shop.wechat.shippings.all()

  it('at the counter and at the rider’s setting out, once', async () => {
    open(reporting)
    const pickup = await paidOrder({ lines: [latte, { ...bagel, qty: 2 }] })
    await serve(pickup.id, 'accept', 'ready')
    expect(reports()).toEqual([])
    await serve(pickup.id, 'handOver')
    expect(reports()).toMatchObject([
      {
        transactionId: orderRow(shop, pickup.id).transactionId,
        logisticsType: 4,
        itemDesc: '拿铁（大杯 / 少冰）×1、贝果（一个）×2',
        openid: 'oMay',
        receiverContact: '',
      },
    ])
    const delivery = await paidOrder({ ...atHome, key: 'key-00002' })
    await serve(delivery.id, 'accept', 'ready', 'deliver', 'handOver')
    expect(reports()).toHaveLength(2)
    expect(reports()[1]).toMatchObject({ logisticsType: 2, receiverContact: '138****0018', corrected: false })
    for (const { id } of [pickup, delivery])
      expect(orderRow(shop, id)).toMatchObject({ state: 'done', shipping: { state: 'uploaded' } })
  })

  it('later, when it does not know the payment yet, and the counter is not told for an hour', async () => {
    open(reporting)
    shop.wechat.shippings.setFaults({ knownAfterMs: 10 * MINUTE_MS })
    const { id } = await paidOrder()
    await serve(id, 'accept', 'ready', 'handOver')
    expect(orderRow(shop, id)).toMatchObject({ state: 'done', shipping: { state: 'due' } })
    expect(await shop.as('oMay').call('members.leave', {})).toMatchObject({ code: 'HAS_OPEN_ORDER' })
    await shop.advance(20 * MINUTE_MS)
    expect(reports()).toHaveLength(1)
    expect(orderRow(shop, id)).toMatchObject({ shipping: { state: 'uploaded' } })
    expect(orderRow(shop, id)).not.toHaveProperty('dueAt')
  })

  it('by a person, when it will not take it: the order stands on the board until then', async () => {
    const answers: object[] = [{ uploaded: false, why: 'refused', code: 10060004 }]
    const upload = async () => (answers.length > 1 ? answers.shift() : answers[0]) as never
    open({ ...reporting, overrides: { shipping: { upload } } })
    const { id } = await paidOrder()
    await serve(id, 'accept', 'ready', 'handOver')
    const board = async () =>
      ok(await shop.as('oBoss').call('manager.board', { storeId: STORE })).board.orders
    expect(await board()).toMatchObject([
      { id, state: 'done', trouble: expect.stringContaining('发货信息') as string },
    ])
    answers[0] = { uploaded: false, why: 'already', code: 10060002 }
    await shop.advance(2 * MINUTE_MS + 3 * SECOND_MS)
    expect(await board()).toEqual([])
  })

  it('of nothing where the shop need not tell, where nothing was paid, and what was given back before', async () => {
    open()
    const silent = await paidOrder()
    await serve(silent.id, 'accept', 'ready', 'handOver')
    expect(orderRow(shop, silent.id)).not.toHaveProperty('shipping')
    shop.put('settings', { ...shopRow, stores: { [STORE]: store }, uploadsShipping: true })
    const refused = await paidOrder({ key: 'key-00002' })
    await shop.as('oBoss').call('manager.refuse', { storeId: STORE, orderId: refused.id, reason: '没货' })
    await shop.advance(HOUR_MS)
    expect(reports()).toEqual([])
  })
})

it('keeps the rights of the counter’s staff', async () => {
  open()
  const { id, pickupCode } = await paidOrder()
  await serve(id, 'accept', 'ready')
  const counter = shop.row<CounterRow>('counters', STORE)!
  shop.put('counters', { ...counter, staff: {} })
  expect(await byCode(pickupCode)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await tap('deliver', id)).toMatchObject({ code: 'FORBIDDEN' })
})
