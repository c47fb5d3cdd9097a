/** A shop changes the route of its payments while orders are open: each goes on by the route that made its payment. */
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay } from '@shared/kernel/time'
import type { ReconciliationRow, ShopRow } from '../../database/rows'
import {
  latte,
  ok,
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../../tests/builders/customer'
import { routeRow, type RouteName } from '../../../tests/builders/pay-desk'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

/** 11:00 in the shop's zone: no turn of the timer but tomorrow's compares. */
const ELEVEN = Date.UTC(2026, 10, 22, 3)

let shop: TestShop
let may: Person
let keys = 0
/** Which route was asked about which number (an order's or a refund's). */
let asked: [RouteName, string][]
function open(route: RouteName) {
  shop = openShop({ now: ELEVEN, shop: { pay: routeRow(route) }, staff: { oBoss: 'owner' } })
  may = shop.as('oMay')
  asked = []
  const wechat = shop.wechat.pay
  const [call, flow] = [wechat.call.bind(wechat), wechat.flow.bind(wechat)]
  const numberIn = (data: Readonly<Record<string, unknown>>) =>
    String(data['out_refund_no'] ?? data['out_trade_no'])
  jest.spyOn(wechat, 'call').mockImplementation((api, params, openid) => {
    asked.push(['cloudPay', numberIn(params)])
    return call(api, params, openid)
  })
  jest.spyOn(wechat, 'flow').mockImplementation((event) => {
    asked.push(['workflow', numberIn(event['data'] as Record<string, unknown>)])
    return flow(event)
  })
}
afterEach(() => {
  jest.restoreAllMocks()
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const anotherOrder = (over: Parameters<typeof place>[1] = {}) =>
  place(may, { key: `key-7${keys++}000`, ...over })
const row = ({ order }: Placed) => orderRow(shop, order.id)
const routesAsked = (about: string) =>
  new Set(asked.filter(([, number]) => number.endsWith(about)).map(([route]) => route))
async function switchTo(route: RouteName) {
  const settings = shop.row<ShopRow>('settings', 'shop')!
  shop.put('settings', { ...settings, subMchId: '1900000999', pay: routeRow(route) })
  // whoever opens the shop brings the new settings to this warm instance
  await shop.advance(11 * MINUTE_MS)
}
async function payAndAccept(placed: Placed) {
  await pay(shop, placed)
  ok(await shop.as('oBoss').call('manager.accept', { storeId: STORE, orderId: placed.order.id }))
}
const giveBackOne = async (placed: Placed) =>
  ok(
    await shop.as('oBoss').call('manager.refund', {
      storeId: STORE,
      orderId: placed.order.id,
      units: [{ line: 0, units: 1 }],
      packaging: false,
      delivery: false,
      reason: '洒了',
      refundsSeen: 0,
    }),
  )

describe.each([
  ['cloudPay', 'workflow'],
  ['workflow', 'cloudPay'],
] as const)('from %s to %s', (from, to) => {
  beforeEach(() => open(from))

  it('gives a part back, closes, and finds what was paid, by the route of each order', async () => {
    const bought = await anotherOrder({ lines: [{ ...latte, qty: 2 }] })
    await payAndAccept(bought)
    const unpaid = await anotherOrder()
    const unheard = await anotherOrder()
    shop.wechat.pay.setFaults({ drop: true })
    shop.wechat.pay.confirm(prepayOf(unheard))
    asked = []
    await switchTo(to)
    await giveBackOne(bought)
    ok(await may.call('orders.cancel', { orderId: unpaid.order.id }))
    await shop.advance(HOUR_MS)
    expect(row(bought).refunds).toMatchObject([{ state: 'success', payFen: 1900 }])
    expect(row(unpaid)).toMatchObject({ state: 'closed' })
    expect(shop.wechat.pay.trade(unpaid.order.id)).toMatchObject({ state: 'CLOSED' })
    expect(row(unheard).transactionId).toMatch(/^4200/)
    for (const { order } of [bought, unpaid, unheard]) expect(routesAsked(order.id)).toEqual(new Set([from]))
  })

  it('goes on with a payment that was begun before, and believes its notice', async () => {
    const begun = await anotherOrder()
    await switchTo(to)
    const again = ok(await may.call('orders.pay', { orderId: begun.order.id }))
    expect(again.payment?.package).toBe(begun.payment?.package)
    await pay(shop, begun)
    expect(row(begun)).toMatchObject({ state: 'paid' })
    expect(routesAsked(begun.order.id)).toEqual(new Set([from]))
  })

  it('pays new orders by the new route', async () => {
    await switchTo(to)
    const later = await anotherOrder()
    await pay(shop, later)
    expect(row(later)).toMatchObject({ state: 'paid', payVia: { route: { kind: to } } })
    expect(routesAsked(later.order.id)).toEqual(new Set([to]))
  })

  it('finds nothing amiss when the day is held against WeChat’s books', async () => {
    const bought = await anotherOrder({ lines: [{ ...latte, qty: 2 }] })
    await payAndAccept(bought)
    const unpaid = await anotherOrder()
    await switchTo(to)
    await pay(shop, await anotherOrder())
    await giveBackOne(bought)
    await shop.advance(HOUR_MS)
    asked = []
    shop.cloud.clock.set(ELEVEN + DAY_MS - HOUR_MS)
    await shop.tick()
    const day = shop.row<ReconciliationRow>('reconciliations', shopDay(ELEVEN))
    expect(day).toMatchObject({ compared: 3, unanswered: 0, differences: [] })
    for (const { order } of [bought, unpaid]) expect(routesAsked(order.id)).toEqual(new Set([from]))
  })
})

it('an order of before the route was kept goes by the shop’s', async () => {
  open('workflow')
  const old = await anotherOrder({ lines: [{ ...latte, qty: 2 }] })
  await payAndAccept(old)
  const { payVia: _none, ...rest } = row(old)
  shop.put('orders', rest)
  await giveBackOne(old)
  await shop.advance(HOUR_MS)
  expect(row(old).refunds).toMatchObject([{ state: 'success' }])
  expect(routesAsked(old.order.id)).toEqual(new Set(['workflow']))
})
