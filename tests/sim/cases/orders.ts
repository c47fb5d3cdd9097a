/** What customers, WeChat Pay and timers do, killed in the middle of it. */
import { MINUTE_MS } from '@shared/kernel/time'
import { anOrder, bagel, join, latte, pay, place, prepayOf, type Placed } from '../../builders/customer'
import type { TestShop } from '../../builders/shop'
import type { CrashCase } from '../crash-matrix'
import { HOME } from '../deeds'
import { again, confirmed, giveCoupon, home, may, nobody, ordered, wealthy } from './begin'

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
  again('orders.place: a slot, points and two coupons', async (shop) => {
    const basket = await wealthy(shop)
    return () => may(shop).call('orders.place', anOrder(basket))
  }),
  again('orders.place: nothing to pay', async (shop) => {
    const coupon = await giveCoupon(shop, { kind: 'exchange', capFen: 5000 })
    return () => may(shop).call('orders.place', anOrder({ coupons: [coupon] }))
  }),
  again('orders.place: a delivery', async (shop) => {
    const addressId = await home(shop)
    return () => may(shop).call('orders.place', anOrder({ way: 'delivery', addressId }))
  }),
  again('addresses.save', async (shop) => () => may(shop).call('addresses.save', HOME)),
  again('orders.cancel: a slot, points and two coupons', async (shop) => {
    const placed = await place(may(shop), await wealthy(shop))
    return () => may(shop).call('orders.cancel', { orderId: placed.order.id })
  }),
  again('orders.refund: a slot, points and two coupons', async (shop) => {
    const placed = await place(may(shop), await wealthy(shop))
    await pay(shop, placed)
    return () => may(shop).call('orders.refund', { orderId: placed.order.id })
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

export const orderCases: readonly CrashCase[] = [...members, ...ordering, ...paying]
