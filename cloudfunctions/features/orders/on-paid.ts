import { Defect } from '@shared/kernel/refusal'
import { firstLookAt } from '@shared/orders/acceptance'
import type { OrderRow, PayEventRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { PaidNotice } from '../../platform/pay'
import { callAgain } from './call-again'
import { carryRefunds } from './carry-refunds'
import { notifyCustomer } from './notify-customer'
import { payEventRepository } from './repository'
import { settlePayment, type Settled } from './settle-payment'
import { payViaOf } from './shop-settings'

/**
 * A payment reported by WeChat. Returns when it is booked, so that WeChat is answered "handled"; throws otherwise, so
 * that it is reported again.
 */
export const onPaid = async (notice: PaidNotice, ctx: CloudCtx): Promise<void> =>
  void (await bookPayment(notice, ctx))

/**
 * Books a payment with all that follows from it, whoever heard of it: the callback, or a query. Late money goes back and
 * the customer is told, once: by the call whose transaction marked the notice. Money that fits nothing goes back too;
 * throws when it can't yet.
 */
export async function bookPayment(notice: PaidNotice, ctx: CloudCtx): Promise<Settled> {
  const settled = await settlePayment(notice, ctx)
  if (settled.became === 'known') return settled
  if (settled.became === 'paid') {
    // the call that was asked for at placing looks after who pays soon; later, nobody would
    if (ctx.now > firstLookAt(settled.order)) await callAgain(settled.order, ctx)
    return settled
  }
  if (settled.became === 'late') {
    ctx.log('warn', 'pay.late', { notice })
    await callAgain(await carryRefunds(settled.order, ctx), ctx)
    await notifyCustomer(settled.order, 'ORDER_REFUNDED', ctx)
    return settled
  }
  ctx.log('error', 'pay.misfit', { notice, why: settled.became, expectedFen: settled.order?.payFen })
  await bookMisfit(notice, settled.became, settled.order, ctx)
  return settled
}

/**
 * Money that fits no order is written down and, if WeChat itself confirms this very payment, given back whole. What
 * WeChat doesn't confirm (a forged notice) moves nothing: it is refused.
 */
async function bookMisfit(
  notice: PaidNotice,
  why: PayEventRow['why'],
  order: OrderRow | null,
  ctx: CloudCtx,
): Promise<void> {
  const events = payEventRepository(ctx.db)
  const { orderId, transactionId, paidFen } = notice
  const known = await events.event(transactionId)
  if (known && known.handledAt !== null) return
  if (!known)
    await events.put({ _id: transactionId, orderId, paidFen, why, receivedAt: ctx.now, handledAt: null })
  const via = await payViaOf(order, ctx)
  const status = await ctx.pay.query({ ...via, orderId })
  if (status.state !== 'paid' || status.transactionId !== transactionId)
    throw new Defect('WeChat does not confirm this payment', { notice, why, status })
  const answer = await ctx.pay.refund({
    ...via,
    orderId,
    refundNo: `${why}-${transactionId}`,
    totalFen: status.paidFen,
    refundFen: status.paidFen,
    reason: REASONS[why],
  })
  if (!answer.accepted)
    throw new Defect('the refund was not accepted', { notice, why, detail: answer.detail })
  await events.handled(transactionId, ctx.now)
}

const REASONS: Readonly<Record<PayEventRow['why'], string>> = {
  late: '付款到账时订单已取消',
  twice: '重复付款',
  wrongAmount: '付款金额与订单不符',
  unknownOrder: '没有对应的订单',
}
