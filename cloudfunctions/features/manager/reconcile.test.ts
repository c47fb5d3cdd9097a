import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay } from '@shared/kernel/time'
import type { CounterRow, OrderRow, ReconciliationRow } from '../../database/rows'
import { cloudPayProvider } from '../../platform/cloud-pay'
import type { PayProvider, PayStatus, RefundStatus } from '../../platform/pay'
import { ok, orderRow, place } from '../../../tests/builders/customer'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

/** 11:00 in the shop's zone: no turn of the timer but tomorrow's compares. */
const ELEVEN = Date.UTC(2026, 10, 22, 3)
const YESTERDAY = shopDay(ELEVEN)
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

/** WeChat's books, which a test may tamper with. */
const books = new Map<string, PayStatus>()
const refunds = new Map<string, RefundStatus>()
/** What went back of an order, where WeChat tells it. */
const back = new Map<string, number>()
let queries = 0
const provider: PayProvider = {
  create: async () => ({ created: true, payment }),
  query: async ({ orderId }) => (queries++, books.get(orderId) ?? { state: 'closed', detail: '' }),
  close: async () => 'closed',
  refund: async ({ orderId, refundNo }) => {
    refunds.set(refundNo, 'success')
    books.set(orderId, { state: 'refunded', detail: '' })
    return { accepted: true }
  },
  queryRefund: async ({ refundNo }) => refunds.get(refundNo) ?? 'processing',
  refundedFen: async ({ orderId }) => back.get(orderId) ?? null,
  parseNotify,
}
let shop: TestShop
beforeEach(() => {
  books.clear()
  refunds.clear()
  back.clear()
  queries = 0
  shop = openShop({
    now: ELEVEN,
    staff: { oBoss: 'owner', oMai: 'manager', oChen: 'clerk' },
    overrides: { pay: provider },
  })
})
afterEach(() => shop.close())

let keys = 0
async function paidOrder(openid = 'oMay') {
  const { order } = await place(shop.as(openid), { key: `key-9${keys++}000` })
  const transactionId = `t-${order.id}`
  const event = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: order.id, transactionId }
  books.set(order.id, { state: 'paid', transactionId, paidFen: order.payFen })
  await shop.notify({ ...event, totalFee: order.payFen }, 'wx_paycallback')
  for (const deed of ['accept', 'ready', 'handOver'] as const)
    ok(await shop.as('oBoss').call(`manager.${deed}`, { storeId: STORE, orderId: order.id }))
  return order.id
}
const tomorrowAtTen = () => shop.cloud.clock.set(ELEVEN + 23 * HOUR_MS)
const record = () => shop.row<ReconciliationRow>('reconciliations', YESTERDAY)
const alerts = (who = 'oBoss') => shop.as(who).call('manager.alerts', { storeId: STORE })
const board = async (who = 'oBoss') => ok(await shop.as(who).call('manager.board', { storeId: STORE })).board

it('finds nothing where the books agree, once a day, and costs an idle turn nothing', async () => {
  await paidOrder()
  const back = await paidOrder()
  const part = {
    units: [{ line: 0, units: 1 }],
    packaging: false,
    delivery: false,
    reason: '洒了',
    refundsSeen: 0,
  }
  ok(await shop.as('oBoss').call('manager.refund', { storeId: STORE, orderId: back, ...part }))
  tomorrowAtTen()
  await shop.tick()
  expect(record()).toEqual({ _id: YESTERDAY, from: null, compared: 2, unanswered: 0, differences: [] })
  expect(await alerts()).toMatchObject({ data: { alerts: [] } })
  expect(await shop.billed(() => alerts())).toEqual({ reads: 1, writes: 0 })
  const asked = queries
  await shop.tick()
  shop.cloud.clock.advance(30 * MINUTE_MS)
  expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
  expect(queries).toBe(asked)
})

it('finds what was tampered with, of each kind, and shows it to owner and managers alone', async () => {
  const [gone, less, other, byHand, lost] = [
    await paidOrder(),
    await paidOrder(),
    await paidOrder(),
    await paidOrder(),
    await paidOrder(),
  ]
  books.set(gone, { state: 'closed', detail: '' })
  books.set(less, { state: 'paid', transactionId: `t-${less}`, paidFen: 1800 })
  books.set(other, { state: 'paid', transactionId: 't-other', paidFen: 1900 })
  books.set(byHand, { state: 'refunded', detail: '' })
  const refund = { packaging: false, delivery: false, reason: '洒了', refundsSeen: 0 }
  const units = [{ line: 0, units: 1 }]
  ok(await shop.as('oBoss').call('manager.refund', { storeId: STORE, orderId: lost, units, ...refund }))
  expect(orderRow(shop, lost)).toMatchObject({ state: 'refunded' })
  refunds.set(`part1-${lost}`, 'closed')
  tomorrowAtTen()
  await Promise.all([shop.tick(), shop.tick()])
  const found = ok(await alerts()).alerts
  const kindOf = (id: string) =>
    found.filter((a) => a.orderId === id).map((a) => [a.kind, a.hereFen, a.thereFen])
  expect(found).toHaveLength(5)
  expect(kindOf(gone)).toEqual([['notThere', 1900, 0]])
  expect(kindOf(less)).toEqual([['amount', 1900, 1800]])
  expect(kindOf(other)).toEqual([['transaction', 1900, 1900]])
  expect(kindOf(byHand)).toEqual([['refund', 0, null]])
  expect(kindOf(lost)).toEqual([['refund', 1900, 0]])
  expect(record()?.differences).toHaveLength(5)
  expect(await board()).toMatchObject({ alerts: 5 })
  expect(await board('oChen')).toMatchObject({ alerts: 0 })
  for (const who of ['oChen', 'oMay', 'oNobody'])
    expect(await alerts(who)).toMatchObject({ code: 'FORBIDDEN' })
})

it('tells the owner when more went back at WeChat than the shop gave back, and of nothing else', async () => {
  const [more, same, none] = [await paidOrder(), await paidOrder(), await paidOrder()]
  const part = { packaging: false, delivery: false, reason: '洒了', refundsSeen: 0 }
  const units = [{ line: 0, units: 1 }]
  for (const orderId of [more, same]) {
    ok(await shop.as('oBoss').call('manager.refund', { storeId: STORE, orderId, units, ...part }))
    back.set(orderId, 1900)
  }
  back.set(more, 1901)
  books.set(none, { state: 'refunded', detail: '' })
  back.set(none, 300)
  tomorrowAtTen()
  await shop.tick()
  const found = ok(await alerts()).alerts.map((a) => [a.orderId, a.kind, a.hereFen, a.thereFen])
  expect(found).toHaveLength(2)
  expect(found).toContainEqual([more, 'refund', 1900, 1901])
  expect(found).toContainEqual([none, 'refund', 0, 300])
})

it('books money that is there and not here, as a callback would have', async () => {
  const { order } = await place(shop.as('oMay'))
  await shop.advance(HOUR_MS)
  expect(orderRow(shop, order.id)).toMatchObject({ state: 'closed' })
  books.set(order.id, { state: 'paid', transactionId: 't-late', paidFen: order.payFen })
  tomorrowAtTen()
  await shop.tick()
  expect(orderRow(shop, order.id)).toMatchObject({
    transactionId: 't-late',
    refunds: [{ no: `late-${order.id}` }],
  })
  expect(await alerts()).toMatchObject({
    data: { alerts: [{ orderId: order.id, kind: 'notHere', thereFen: 1900, handled: true }] },
  })
})

it('goes on where it stopped, page by page, whatever number of orders there are', async () => {
  const row = orderRow(shop, await paidOrder())
  const many = Array.from({ length: 250 }, (_, i): OrderRow => {
    const _id = `o-many-${i}`
    books.set(_id, { state: 'paid', transactionId: `t-${_id}`, paidFen: row.payFen })
    // four at an instant, so that some fall across the end of a page
    return {
      ...row,
      _id,
      pickupKey: `m${i}`,
      transactionId: `t-${_id}`,
      placedAt: row.placedAt + 1 + (i >> 2),
    }
  })
  shop.put('orders', ...many)
  books.set('o-many-249', { state: 'notPaid', detail: '' })
  tomorrowAtTen()
  await shop.tick()
  expect(record()).toMatchObject({ compared: 97, from: expect.any(Number) as number })
  await shop.advance(MINUTE_MS)
  expect(record()).toMatchObject({ compared: 251, from: null, differences: [{ orderId: 'o-many-249' }] })
  expect(queries).toBe(251)
})

it('makes up for days on which it did not run, and for a page whose call was lost', async () => {
  await paidOrder()
  shop.cloud.clock.set(ELEVEN + 2 * DAY_MS - HOUR_MS)
  await shop.tick()
  expect(record()).toMatchObject({ from: null, compared: 1 })
  expect(shop.rows<ReconciliationRow>('reconciliations').map((r) => r.from)).toEqual([null, null, null])
})

it('counts orders of which WeChat says nothing, and accuses nobody', async () => {
  const id = await paidOrder()
  books.set(id, { state: 'unknown', detail: 'no answer' })
  tomorrowAtTen()
  await shop.tick()
  expect(record()).toMatchObject({ compared: 1, unanswered: 1, differences: [] })
})

it('is put away by who has seen to it; the record keeps it', async () => {
  const ids = [await paidOrder(), await paidOrder()]
  for (const id of ids) books.set(id, { state: 'closed', detail: '' })
  tomorrowAtTen()
  await shop.tick()
  const found = ok(await alerts()).alerts
  const putAway = (alertId: string, who: string) =>
    shop.as(who).call('manager.putAwayAlert', { storeId: STORE, alertId })
  expect(await putAway(found[0]!.id, 'oChen')).toMatchObject({ code: 'FORBIDDEN' })
  await Promise.all([putAway(found[0]!.id, 'oBoss'), putAway(found[1]!.id, 'oMai')])
  expect(await putAway(found[0]!.id, 'oBoss')).toMatchObject({ data: { alerts: [] } })
  expect(shop.row<CounterRow>('counters', STORE)?.alerts).toEqual([])
  expect(record()?.differences).toHaveLength(2)
})
