import { shopDateTime } from '@shared/kernel/time'
import { yuan } from '@shared/kernel/money'
import type { NoticeState, OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { orderRepository } from './repository'
import { shopSettings } from './shop-settings'

/** Service notices about the customer's own order. */
export type NoticeName = 'ORDER_READY' | 'ORDER_REFUNDED'

/**
 * How the order is marked in the very write that makes the notice due: before WeChat is asked, so it is asked once. The
 * consent is spent with it: of several refunds of an order the first is told.
 */
export const askNotice = (
  { consents }: Pick<OrderRow, 'consents'>,
  name: NoticeName,
): Pick<OrderRow, 'notice' | 'consents'> =>
  consents[name]
    ? { notice: 'asked', consents: { ...consents, [name]: false } }
    : { notice: 'noConsent', consents }

/** Values for the templates' fields; which of them a template carries stands in the settings. */
function valuesOf(order: OrderRow, shopName: string, now: number): Record<string, string> {
  const refund = order.refunds.at(-1)
  return {
    shop: shopName,
    store: order.storeName,
    pickupCode: order.pickupCode,
    goods: order.lines.map((line) => `${line.name}×${line.qty}`).join('、'),
    amount: `${yuan(refund?.payFen ?? order.payFen)}元`,
    reason: refund?.reason ?? '',
    time: shopDateTime(now),
    orderId: order._id,
    tip: order.state === 'ready' ? '请到柜台报取餐号取餐' : '钱会原路退回，请留意到账',
  }
}

/**
 * Sends the notice that the order, already written as `asked`, says is due. Law 12: at most one per consent. When WeChat
 * refuses it, or no answer comes, the order says 'failed' and it is never sent again. Answers what the order now says.
 */
export async function notifyCustomer(order: OrderRow, name: NoticeName, ctx: CloudCtx): Promise<NoticeState> {
  if (order.notice !== 'asked') return order.notice
  const { name: shopName, templates } = await shopSettings(ctx)
  const template = templates[name]
  if (!template) return await fail(order, name, 'no such template', ctx)
  const answer = await ctx.messages.send({
    openid: order.openid,
    template,
    page: `features/orders/pages/detail/index?id=${order._id}`,
    values: valuesOf(order, shopName, ctx.now),
  })
  return answer.sent === true ? 'asked' : await fail(order, name, answer, ctx)
}

async function fail(order: OrderRow, name: NoticeName, answer: unknown, ctx: CloudCtx): Promise<NoticeState> {
  ctx.log('warn', 'orders.noticeFailed', { orderId: order._id, template: name, answer })
  await orderRepository(ctx.db).update(order._id, { notice: 'failed' })
  return 'failed'
}
