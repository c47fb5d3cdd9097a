import { HOUR_MS } from '@shared/kernel/time'
import type { OrderRow, ShippingRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Uploaded } from '../../platform/shipping'
import { changed } from './due'
import { lookAgainAt } from './payment'
import { orderRepository } from './repository'

/**
 * Tells WeChat that an order was handed over, if that is due: else its money stays frozen. Tried again by `dueAt` while
 * WeChat does not know the payment yet or gives no answer; what it won't take stands on the counter's board, and is
 * tried again, too: whoever enters it by hand makes the next attempt read `already`. Costs nothing where nothing is due.
 * Answers the order as it then is. Safe to repeat: WeChat takes a report once.
 */
export async function carryShipping(order: OrderRow, ctx: CloudCtx): Promise<OrderRow> {
  const { shipping, transactionId } = order
  if (shipping?.lookAt === undefined || shipping.lookAt > ctx.now || transactionId === null) return order
  const { kind = 'pickup', at = ctx.now } = shipping
  const contactMasked = order.destination && maskedContact(order.destination.phone)
  const answer = await ctx.shipping.upload({
    transactionId,
    openid: order.openid,
    kind,
    itemDesc: order.lines.map((line) => `${line.name}${spec(line.specText)}×${line.qty}`).join('、'),
    at,
    ...(contactMasked ? { contactMasked } : {}),
  })
  return (await record(order._id, answer, ctx)) ?? order
}

const spec = (text: string): string => (text === '' ? '' : `（${text}）`)

/** `138****0018`, as WeChat wants it; null for what is no number. */
function maskedContact(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? null : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** WeChat may not know a payment for a while, or be out of reach; after this the shop hears of it. */
const PATIENCE_MS = HOUR_MS

function record(orderId: string, answer: Uploaded, ctx: CloudCtx): Promise<OrderRow | null> {
  return ctx.tx(async (db) => {
    const order = await orderRepository(db).order(orderId)
    if (!order?.shipping || order.shipping.state === 'uploaded') return order
    const { row, patch } = changed(order, { shipping: reported(order.shipping, answer, ctx) })
    await orderRepository(db).update(orderId, patch)
    if (row.shipping?.state === 'trouble' && order.shipping.state !== 'trouble')
      ctx.log('error', 'orders.shippingStuck', { orderId, answer })
    return row
  })
}

function reported(
  { lookAt: _lookAt, ...shipping }: ShippingRow,
  answer: Uploaded,
  { now }: CloudCtx,
): ShippingRow {
  if (answer.uploaded || answer.why === 'already') return { ...shipping, state: 'uploaded' }
  const since = shipping.at ?? now
  const stuck = answer.why === 'refused' || now - since >= PATIENCE_MS
  return { ...shipping, state: stuck ? 'trouble' : shipping.state, lookAt: lookAgainAt(since, now) }
}
