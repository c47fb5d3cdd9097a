import type { requestInvoice as contract } from '@shared/orders/contract'
import { refuse } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { UseCase } from '../../platform/router'
import { unset } from '../../platform/query'
import { orderRepository, ownOrder } from './repository'

/**
 * Asks the owner for an invoice. It stands in the store's list from now on; sent again it replaces what was there and is
 * open once more, because what was written before bears another title. The title goes to a stranger, so it is checked.
 */
export const requestInvoice: UseCase<typeof contract> = async ({ orderId, ...asked }, ctx) => {
  const order = await ownOrder(ctx.db, orderId, ctx.memberId)
  if (!order) return refuse('ORDER_NOT_FOUND')
  if (!can.invoice(order)) return refuse('NOT_PAID')
  if (asked.kind === 'company' && asked.taxNo === '') return refuse('TAX_NO_NEEDED')
  if ((await ctx.texts.check(ctx.openid, asked.title, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  const invoice = { ...asked, taxNo: asked.kind === 'company' ? asked.taxNo : '' }
  await orderRepository(ctx.db).update(orderId, {
    invoice,
    invoiceOf: order.storeId,
    invoiceAt: ctx.now,
    invoiceIssuedAt: unset(),
  })
  return { invoice }
}
