import { yuan } from '@shared/kernel/money'
import { MINUTE_MS, shopDateTime } from '@shared/kernel/time'
import { KINDS } from '@shared/reach/kinds'
import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { readShop } from '../catalogue'
import { findOrder } from '../orders'
import { jobIdOf, planJobs, type Journey } from '../reach'

const STAGE = '1'
/** A reminder that comes later than this before the end leaves no time to pay. */
const TIME_TO_PAY_MS = MINUTE_MS

export const unpaidJobOf = (orderId: string): string =>
  jobIdOf(KINDS.orderUnpaid, { subject: orderId, stage: STAGE })

/** An order is still not paid: its reminder is planned, for who accepted one. Two reads, and a read and a write then. */
export async function planUnpaid({ _id, memberId }: OrderRow, ctx: CloudCtx): Promise<void> {
  if (!(await readShop(ctx.db)).recovery?.on) return
  await planJobs(
    KINDS.orderUnpaid,
    [{ subject: _id, stage: STAGE, memberId, about: [_id], dueAt: ctx.now }],
    ctx,
  )
}

/** What the reminder says, and that it is not paid by then: one read. */
export const remindUnpaid: Journey = {
  kind: KINDS.orderUnpaid,
  async compose(db, { about, memberId }, { name }, now) {
    const order = await findOrder(db, about[0] ?? '')
    if (order?.memberId !== memberId) return { skip: 'orderGone' }
    if (order.state !== 'pendingPay') return { skip: order.paidAt === null ? 'orderClosed' : 'orderPaid' }
    const endsAt = order.payBefore - TIME_TO_PAY_MS
    if (now >= endsAt) return { skip: 'tooLate' }
    return {
      values: {
        shop: name,
        store: order.storeName,
        goods: order.lines.map((line) => `${line.name}×${line.qty}`).join('、'),
        amount: `${yuan(order.payFen)}元`,
        until: shopDateTime(order.payBefore),
        tip: '餐品还为你留着，点这里接着付款',
      },
      page: `features/orders/pages/detail/index?id=${order._id}`,
      endsAt,
    }
  },
}
