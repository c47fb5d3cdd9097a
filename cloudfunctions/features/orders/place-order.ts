import type { place } from '@shared/orders/contract'
import type { InputOf, OutputOf, RefusalOf } from '@shared/kernel/action'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { recordConsents } from '../reach'
import { callAgain } from './call-again'
import { orderView } from './order'
import { bookQueried } from './pay-order'
import { createPayment, startPayment } from './payment'
import { planOrder } from './plan-order'
import { quoteBasket } from './quote-order'
import { orderRepository } from './repository'
import { writeOrder } from './write-order'

type Input = InputOf<typeof place>
type Answer = OutputOf<typeof place> | RefusalOf<typeof place>

/**
 * Places an order: price, coupon, stock and the order itself in one transaction (decision 0002), the payment after it.
 * The id is a function of member and key, so whatever fails may be sent again: an order that exists is the answer, even
 * when the shop would by now refuse it (closed meanwhile, or sold out by this very order).
 */
export const placeOrder: UseCase<typeof place> = async (input, ctx) => {
  const id = derivedId('o', ctx.memberId, input.key)
  const placed = await tryToPlace(input, id, ctx)
  if (!isRefused(placed)) return answerWith(placed, startPayment, ctx)
  const before = await orderRepository(ctx.db).order(id)
  // the attempt that wrote it has asked for the delayed call; if it died before, the sweep comes
  if (before) return answerWith(before, createPayment, ctx)
  if (placed.refused === 'ALREADY') throw new Defect('an order whose id is taken is not there', { id })
  return placed
}

async function tryToPlace(input: Input, id: string, ctx: Ctx) {
  const planned = planOrder(input, id, ctx)
  const written = await writeOrder(input, planned, ctx)
  if (!isRefused(written)) {
    const plan = await planned
    if (!isRefused(plan) && plan.buyer.account !== null) await recordConsents(input.consents, id, ctx)
    return written
  }
  if (written.refused !== 'PRICE_ROSE' && written.refused !== 'POINTS_SHORT') return written
  // the quote that the customer has to agree to names all their coupons, where the transaction knows those they chose;
  // and points that another order spent meanwhile leave more to pay
  const whole = await quoteBasket(input, input.coupons, ctx)
  return isRefused(whole) ? whole : refuse('PRICE_ROSE', whole)
}

/** The order with its payment; what is paid already, and only its news is slow, is booked and answered as paid. */
async function answerWith(order: OrderRow, payment: typeof createPayment, ctx: Ctx): Promise<Answer> {
  if (order.state !== 'pendingPay') {
    if (payment === startPayment) await callAgain(order, ctx)
    return { order: orderView(order), payment: null }
  }
  const made = await payment(order, ctx)
  if (made.created) return { order: orderView(order), payment: made.payment }
  if (made.why === 'paid' && (await bookQueried(order, ctx))) {
    const now = await orderRepository(ctx.db).order(order._id)
    if (now && now.state !== 'pendingPay') return { order: orderView(now), payment: null }
  }
  return refuse('PAY_UNAVAILABLE', { orderId: order._id })
}
