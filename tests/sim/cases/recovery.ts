/** Orders that were left and what the shop answers, killed in the middle of it. */
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import { join, place } from '../../builders/customer'
import { answerOrders } from '../../builders/recovery'
import type { TestShop } from '../../builders/shop'
import type { CrashCase } from '../crash-matrix'
import { again, may, nobody } from './begin'

/** May ordered, did not pay and left; her order has ended. */
async function left(shop: TestShop): Promise<string> {
  answerOrders(shop)
  await join(may(shop))
  const { order } = await place(may(shop))
  await shop.advance(31 * MINUTE_MS)
  return order.id
}
const close = (shop: TestShop, orderId: string) => () =>
  shop.tick({ task: 'orders.close', orderId }, 'wx_unknown')

export const recoveryCases: readonly CrashCase[] = [
  again('orders.close: an order that was left is answered', async (shop) => {
    const orderId = await left(shop)
    shop.cloud.clock.advance(24 * HOUR_MS)
    return close(shop, orderId)
  }),
  nobody('orders.close: the same, and the sweep finds it', async (shop) => {
    const orderId = await left(shop)
    shop.cloud.clock.advance(24 * HOUR_MS)
    return close(shop, orderId)
  }),
  again('tick: what came of it is read', async (shop) => {
    await left(shop)
    await shop.advance(25 * HOUR_MS)
    shop.cloud.clock.set(startOfShopDay(shop.now() + 9 * DAY_MS) + 6 * HOUR_MS + MINUTE_MS)
    return () => shop.tick()
  }),
]
