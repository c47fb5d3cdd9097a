import { Defect } from '@shared/kernel/refusal'
import { HOUR_MS } from '@shared/kernel/time'
import type { OrderRow, RefundRow, RefundTrouble } from '../../database/rows'
import type { CloudCtx, EffectHandler } from '../../platform/ctx'
import type { RefundStatus } from '../../platform/pay'
import { refundEntry } from './begin-refund'
import { changed } from './due'
import { lookAgainAt } from './payment'
import { orderRepository } from './repository'
import { payViaOf } from './shop-settings'

const KIND = 'orders.refund'

/** Asks WeChat for one refund of an order. Throws when it was not accepted, so that the entry stays and is tried again. */
const askForRefund: EffectHandler = async ({ data }, ctx) => {
  const { orderId, no } = data as { orderId: string; no: string }
  const order = await orderRepository(ctx.db).order(orderId)
  const refund = order?.refunds.find((one) => one.no === no)
  if (!order || !refund || refund.state === 'success') return
  const answer = await ctx.pay.refund({
    ...(await payViaOf(order, ctx)),
    orderId,
    refundNo: no,
    totalFen: order.payFen,
    refundFen: refund.payFen,
    reason: refund.reason,
  })
  if (!answer.accepted)
    throw new Defect('the refund was not accepted', { orderId, no, detail: answer.detail })
}
export const refundEffects = { [KIND]: askForRefund }

/** How a refund stands with WeChat now. */
type Standing = RefundStatus | 'notAccepted'
/** Refund number → what was seen of it. */
type Looks = ReadonlyMap<string, Standing>

/**
 * Carries an order's refunds as far as they go now, those that are due: asked for, then arrived. What is left undone is
 * found again by `dueAt`. Answers the order as it then is. Safe to repeat at any point, and by several at once: what WeChat
 * says is written in a transaction, refund by refund.
 */
export async function carryRefunds(order: OrderRow, ctx: CloudCtx): Promise<OrderRow> {
  const due = order.refunds.filter(({ lookAt }) => lookAt !== undefined && lookAt <= ctx.now)
  if (due.length === 0) return order
  const waiting = order.outbox.filter(({ kind, id }) => kind === KIND && due.some(({ no }) => no === id))
  const accepted = new Set<string>()
  await ctx.drain(waiting, async (ids) => {
    for (const id of ids) accepted.add(id)
    return Promise.resolve()
  })
  const looks = new Map<string, Standing>()
  for (const { no } of due) {
    const refused = waiting.some(({ id }) => id === no) && !accepted.has(no)
    looks.set(no, refused ? 'notAccepted' : await statusOf(no, order, ctx))
  }
  return (await record(order._id, looks, ctx)) ?? order
}

async function statusOf(refundNo: string, order: OrderRow, ctx: CloudCtx): Promise<RefundStatus> {
  return ctx.pay.queryRefund({ refundNo, ...(await payViaOf(order, ctx)) })
}

function record(orderId: string, looks: Looks, ctx: CloudCtx): Promise<OrderRow | null> {
  return ctx.tx(async (db) => {
    const order = await orderRepository(db).order(orderId)
    if (!order) return null
    const refunds = order.refunds.map((refund) => looked(refund, looks.get(refund.no), ctx))
    const arrived = refunds.filter(({ state }) => state === 'success')
    const ended = order.state === 'refunding' && arrived.length === refunds.length
    const { row, patch } = changed(order, {
      refunds,
      refundedFen: arrived.reduce((sum, refund) => sum + refund.payFen, 0),
      outbox: outboxAfter(order, looks),
      ...(ended ? { state: 'refunded' as const } : {}),
    })
    await orderRepository(db).update(orderId, patch)
    return row
  })
}

/** WeChat may be slow or out of balance for a while; after this the shop hears of it. */
const PATIENCE_MS = HOUR_MS

function looked(refund: RefundRow, standing: Standing | undefined, ctx: CloudCtx): RefundRow {
  if (standing === undefined || refund.state === 'success') return refund
  const { trouble: before, lookAt: _lookAt, ...rest } = refund
  if (standing === 'success') return { ...rest, state: 'success' }
  const lookAt = lookAgainAt(refund.at, ctx.now)
  const trouble = troubleIn(standing, refund, before, ctx)
  if (trouble === undefined)
    return { ...rest, state: standing === 'notAccepted' ? 'asked' : 'processing', lookAt }
  if (trouble !== before) ctx.log('error', 'orders.refundStuck', { refundNo: refund.no, trouble })
  return { ...rest, state: 'trouble', trouble, lookAt }
}

/** A refund that does not arrive by itself stands on the counter's board, with the reason, until it is on its way again. */
function troubleIn(
  standing: Exclude<Standing, 'success'>,
  refund: RefundRow,
  before: RefundTrouble | undefined,
  { now }: CloudCtx,
): RefundTrouble | undefined {
  if (standing === 'processing') return undefined
  // no answer says nothing: as it was
  if (standing === 'unknown') return before
  if (standing === 'notAccepted' && now - refund.at < PATIENCE_MS) return before
  return standing
}

/** What was taken on is not asked for again; what WeChat closed is, next time, under the same number. */
function outboxAfter(order: OrderRow, looks: Looks) {
  const open = new Set(order.refunds.filter(({ state }) => state !== 'success').map(({ no }) => no))
  const again = [...looks].filter(([no, standing]) => standing === 'closed' && open.has(no))
  return [
    ...order.outbox.filter(({ id }) => (looks.get(id) ?? 'notAccepted') === 'notAccepted'),
    ...again.map(([no]) => refundEntry(order._id, no)),
  ]
}
