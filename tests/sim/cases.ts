/** Use cases of the matrix: how each begins. */
import { MINUTE_MS } from '@shared/kernel/time'
import { anOrder, bagel, join, latte, ok, pay, place, prepayOf, type Placed } from '../builders/customer'
import type { TestShop } from '../builders/shop'
import { STORE } from '../builders/shop-rows'
import type { CrashCase } from './crash-matrix'

const may = (shop: TestShop) => shop.as('oMay')
const boss = (shop: TestShop) => shop.as('oBoss')
const at = (placed: Placed) => ({ storeId: STORE, orderId: placed.order.id })

/** May has joined and ordered a latte and a bagel with her coupon. */
async function ordered(shop: TestShop): Promise<Placed> {
  const coupon = await join(may(shop))
  return place(may(shop), { coupons: [coupon], lines: [latte, bagel] })
}
async function paid(shop: TestShop): Promise<Placed> {
  const placed = await ordered(shop)
  await pay(shop, placed)
  return placed
}
async function making(shop: TestShop): Promise<Placed> {
  const placed = await paid(shop)
  ok(await boss(shop).call('manager.accept', at(placed)))
  return placed
}
async function ready(shop: TestShop): Promise<Placed> {
  const placed = await making(shop)
  ok(await boss(shop).call('manager.ready', at(placed)))
  return placed
}
/** Paid on the sheet, and WeChat's callback has not arrived. */
async function confirmed(shop: TestShop): Promise<Placed> {
  const placed = await ordered(shop)
  shop.wechat.pay.setFaults({ drop: 100 })
  shop.wechat.pay.confirm(prepayOf(placed))
  return placed
}
const again = (name: string, begin: CrashCase['begin'], refused?: string): CrashCase => ({
  name,
  begin,
  after: 'again',
  ...(refused === undefined ? {} : { refused }),
})
const nobody = (name: string, begin: CrashCase['begin']): CrashCase => ({ name, begin, after: 'nobody' })

const members: readonly CrashCase[] = [
  again('members.join', async (shop) => () => may(shop).call('members.join', {})),
  again('members.leave', async (shop) => {
    await join(may(shop))
    return () => may(shop).call('members.leave', {})
  }),
]

const ordering: readonly CrashCase[] = [
  again('orders.place: coupon and stock', async (shop) => {
    const coupon = await join(may(shop))
    return () => may(shop).call('orders.place', anOrder({ coupons: [coupon], lines: [latte, bagel] }))
  }),
  again('orders.place: a single document', async (shop) => () => may(shop).call('orders.place', anOrder())),
  again('orders.cancel', async (shop) => {
    const placed = await ordered(shop)
    return () => may(shop).call('orders.cancel', { orderId: placed.order.id })
  }),
  again(
    'orders.cancel: paid a moment before',
    async (shop) => {
      const placed = await confirmed(shop)
      return () => may(shop).call('orders.cancel', { orderId: placed.order.id })
    },
    'ALREADY_PAID',
  ),
  again(
    'orders.pay: paid, the callback is slow',
    async (shop) => {
      const placed = await confirmed(shop)
      return () => may(shop).call('orders.pay', { orderId: placed.order.id })
    },
    'ALREADY_PAID',
  ),
]

const paying: readonly CrashCase[] = [
  again('pay callback', async (shop) => {
    const placed = await confirmed(shop)
    return () => shop.notify(shop.wechat.pay.notifyEvent(placed.order.id), 'wx_paycallback')
  }),
  again('pay callback of a closed order', async (shop) => {
    const placed = await ordered(shop)
    const event = { ...(await lateEvent(shop, placed)) }
    return () => shop.notify(event, 'wx_paycallback')
  }),
  nobody('tick: the payment is overdue', async (shop) => {
    const placed = await ordered(shop)
    shop.wechat.pay.setFaults({ drop: 100 })
    await shop.advance(29 * MINUTE_MS)
    shop.cloud.clock.advance(2 * MINUTE_MS)
    return () => shop.tick({ task: 'orders.close', orderId: placed.order.id }, 'wx_unknown')
  }),
  nobody('tick: the sweep closes what is overdue', async (shop) => {
    await ordered(shop)
    shop.cloud.clock.advance(31 * MINUTE_MS)
    return () => shop.tick()
  }),
]

/** The order ended unpaid here; then WeChat reports a payment of a minute before. */
async function lateEvent(shop: TestShop, placed: Placed) {
  shop.wechat.pay.setFaults({ drop: 100 })
  shop.wechat.pay.confirm(prepayOf(placed))
  const event = shop.wechat.pay.notifyEvent(placed.order.id)
  const row = shop.row<object>('orders', placed.order.id)!
  const coupons = shop.rows<object>('coupons').map((c) => ({ ...c, state: 'issued', orderId: null }))
  const stock = shop.rows<{ available: number; held: number }>('stock')
  shop.put('orders', { ...row, state: 'closed', closedAt: shop.now(), dueAt: undefined })
  shop.put('coupons', ...coupons)
  shop.put('stock', ...stock.map((s) => ({ ...s, available: s.available + s.held, held: 0 })))
  return event
}

const oneUnit = (placed: Placed) => ({
  ...at(placed),
  units: [{ line: 1, units: 1 }],
  packaging: false,
  delivery: false,
  reason: '少做了一份',
  refundsSeen: 0,
})

const serving: readonly CrashCase[] = [
  again('manager.accept', async (shop) => {
    const placed = await paid(shop)
    return () => boss(shop).call('manager.accept', at(placed))
  }),
  again('manager.ready', async (shop) => {
    const placed = await making(shop)
    return () => boss(shop).call('manager.ready', at(placed))
  }),
  again('manager.handOver', async (shop) => {
    const placed = await ready(shop)
    return () => boss(shop).call('manager.handOver', at(placed))
  }),
  again('manager.refuse: nothing was made', async (shop) => {
    const placed = await paid(shop)
    return () => boss(shop).call('manager.refuse', { ...at(placed), reason: '没料了' })
  }),
  again('manager.refuse: begun already', async (shop) => {
    const placed = await making(shop)
    return () => boss(shop).call('manager.refuse', { ...at(placed), reason: '没料了' })
  }),
  again('manager.refund: one unit, nothing was made', async (shop) => {
    const placed = await paid(shop)
    return () => boss(shop).call('manager.refund', oneUnit(placed))
  }),
  again('manager.refund: one unit of a drink that is made', async (shop) => {
    const placed = await ready(shop)
    return () => boss(shop).call('manager.refund', oneUnit(placed))
  }),
  again('orders.refund: the customer gives it up', async (shop) => {
    const placed = await paid(shop)
    return () => may(shop).call('orders.refund', { orderId: placed.order.id })
  }),
  nobody('tick: nobody accepts', async (shop) => {
    const placed = await paid(shop)
    shop.cloud.clock.advance(20 * MINUTE_MS)
    return () => shop.tick({ task: 'orders.close', orderId: placed.order.id }, 'wx_unknown')
  }),
  again('manager.setPaused', async (shop) => {
    return () => boss(shop).call('manager.setPaused', { storeId: STORE, paused: true })
  }),
]

export const CASES: readonly CrashCase[] = [...members, ...ordering, ...paying, ...serving]
