/** What staff do, killed in the middle of it. */
import { MINUTE_MS } from '@shared/kernel/time'
import { encodePickup } from '@shared/orders/pickup-qr'
import { ok, pay, place, type Placed } from '../../builders/customer'
import type { TestShop } from '../../builders/shop'
import { STORE } from '../../builders/shop-rows'
import type { CrashCase } from '../crash-matrix'
import { again, at, boss, home, making, may, nobody, paid, ready } from './begin'

/** A delivery that is packed. */
async function packed(shop: TestShop): Promise<Placed> {
  const placed = await place(may(shop), { way: 'delivery', addressId: await home(shop) })
  await pay(shop, placed)
  ok(await boss(shop).call('manager.accept', at(placed)))
  ok(await boss(shop).call('manager.ready', at(placed)))
  return placed
}

const oneUnit = (placed: Placed) => ({
  ...at(placed),
  units: [{ line: 1, units: 1 }],
  packaging: false,
  delivery: false,
  reason: '少做了一份',
  refundsSeen: 0,
})

export const counterCases: readonly CrashCase[] = [
  again('manager.accept', async (shop) => {
    const placed = await paid(shop)
    return () => boss(shop).call('manager.accept', at(placed))
  }),
  again('manager.acceptAll', async (shop) => {
    const orderIds = [(await paid(shop)).order.id]
    return () => boss(shop).call('manager.acceptAll', { storeId: STORE, orderIds })
  }),
  again('orders.confirmReceipt', async (shop) => {
    const placed = await packed(shop)
    return () => may(shop).call('orders.confirmReceipt', { orderId: placed.order.id })
  }),
  again('manager.ready', async (shop) => {
    const placed = await making(shop)
    return () => boss(shop).call('manager.ready', at(placed))
  }),
  again('manager.handOver', async (shop) => {
    const placed = await ready(shop)
    return () => boss(shop).call('manager.handOver', at(placed))
  }),
  again('manager.handOverByCode', async (shop) => {
    const { order } = await ready(shop)
    const code = encodePickup({ orderId: order.id, pickupCode: order.pickupCode })
    return () => boss(shop).call('manager.handOverByCode', { storeId: STORE, code })
  }),
  again('manager.deliver', async (shop) => {
    const placed = await packed(shop)
    return () => boss(shop).call('manager.deliver', at(placed))
  }),
  again('stores.setStock', async (shop) => {
    await paid(shop)
    return () => boss(shop).call('stores.setStock', { storeId: STORE, skuId: 'bagel', left: 2 })
  }),
  again('stores.setDaily', async (shop) => {
    await paid(shop)
    return () => boss(shop).call('stores.setDaily', { storeId: STORE, skuId: 'latte-l', units: 9 })
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
