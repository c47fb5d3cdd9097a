import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant } from '@shared/kernel/time'
import { firstLookAt } from '@shared/orders/acceptance'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Created } from '../../platform/pay'
import { payViaOf } from './shop-settings'

/** WeChat closes a payment only five minutes after it was created; ten seconds more for clocks that differ. */
export const CLOSABLE_AFTER_MS = 5 * MINUTE_MS + 10 * SECOND_MS
const AFTER_DEADLINE_MS = 2 * SECOND_MS

/** Creates the payment of an order, or the same one once more: every value is a function of the order. */
export async function createPayment(order: OrderRow, ctx: CloudCtx): Promise<Created> {
  return ctx.pay.create({
    ...(await payViaOf(order, ctx)),
    orderId: order._id,
    body: `${order.storeName} 取餐号 ${order.pickupCode}`,
    payFen: order.payFen,
    openid: order.openid,
    placedAt: order.placedAt,
    payBefore: order.payBefore,
  })
}

/** Creates the payment of an order just written and, at the same time, asks for the one call that looks after it. */
export async function startPayment(order: OrderRow, ctx: CloudCtx): Promise<Created> {
  const [made] = await Promise.all([createPayment(order, ctx), attendAt(order._id, firstLookAt(order), ctx)])
  return made
}

/** Has `tick` look after the order shortly after `at`. If WeChat doesn't take the call, the sweep finds it by `dueAt`. */
export function attendAt(orderId: string, at: Instant, ctx: CloudCtx): Promise<boolean> {
  return ctx.tasks.later({ task: 'orders.close', orderId }, at - ctx.now + AFTER_DEADLINE_MS)
}

/** When to look again at what WeChat has not finished: after a minute, then ever more slowly, a day at most. */
export const lookAgainAt = (since: Instant, now: Instant): Instant =>
  now + Math.min(DAY_MS, Math.max(MINUTE_MS, now - since))
