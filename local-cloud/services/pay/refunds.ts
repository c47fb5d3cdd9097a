import { randomInt } from 'node:crypto'
import { type Ledger, namedTrade } from './orders'
import { fenOf, type PayParams, type PayReply, refusals, succeed, textOf } from './replies'
import {
  isPaid,
  MAX_REFUNDS,
  payTime,
  REFUND_TAKES_MS,
  REFUND_WITHIN_MS,
  type Refund,
  refundedFen,
  type Trade,
} from './trade'

/** `refund`: SUCCESS means accepted. Asking again with the same `out_refund_no` and amounts refunds nothing more. */
export function refund(ledger: Ledger, params: PayParams): PayReply {
  const trade = namedTrade(ledger, params)
  const outRefundNo = textOf(params, 'out_refund_no', /^[\w|*@-]{1,64}$/)
  const refundFen = fenOf(params, 'refund_fee')
  if (!isPaid(trade) || trade.paidAt === null) throw refusals.notPaid()
  if (fenOf(params, 'total_fee') !== trade.totalFen) throw refusals.mismatch()
  const known = trade.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (known) {
    if (known.refundFen !== refundFen) throw refusals.mismatch()
    return accepted(trade, known)
  }
  if (ledger.now() - trade.paidAt > REFUND_WITHIN_MS) throw refusals.overdue()
  if (trade.refunds.length >= MAX_REFUNDS) throw refusals.tooMany()
  if (refundedFen(trade) + refundFen > trade.totalFen) throw refusals.tooMuch()
  const one: Refund = {
    outRefundNo,
    refundId: `5030${payTime(ledger.now())}${randomInt(1e9, 1e10)}`,
    refundFen,
    acceptedAt: ledger.now(),
  }
  ledger.save({ ...trade, state: 'REFUND', refunds: [...trade.refunds, one] })
  return accepted(trade, one)
}

const accepted = (trade: Trade, one: Refund): PayReply =>
  succeed({
    transaction_id: trade.transactionId,
    out_trade_no: trade.outTradeNo,
    out_refund_no: one.outRefundNo,
    refund_id: one.refundId,
    refund_fee: one.refundFen,
    cash_refund_fee: one.refundFen,
    total_fee: trade.totalFen,
    cash_fee: trade.totalFen,
  })

/** `queryRefund`: one refund, or all of an order; `refund_status_0` is PROCESSING for a while, then SUCCESS. */
export function queryRefund(ledger: Ledger, params: PayParams): PayReply {
  const trade = namedTrade(ledger, withTradeOfRefund(ledger, params))
  const wanted = params['out_refund_no']
  const found = trade.refunds.filter((one) => wanted === undefined || one.outRefundNo === wanted)
  if (found.length === 0) throw refusals.noRefund()
  const fields: Record<string, unknown> = {}
  found.forEach((one, n) => {
    const done = ledger.now() - one.acceptedAt >= REFUND_TAKES_MS
    fields[`out_refund_no_${n}`] = one.outRefundNo
    fields[`refund_id_${n}`] = one.refundId
    fields[`refund_fee_${n}`] = one.refundFen
    fields[`refund_channel_${n}`] = 'ORIGINAL'
    fields[`refund_status_${n}`] = done ? 'SUCCESS' : 'PROCESSING'
    fields[`refund_recv_accout_${n}`] = '支付用户零钱'
    if (done) fields[`refund_success_time_${n}`] = payTime(one.acceptedAt + REFUND_TAKES_MS)
  })
  return succeed({
    transaction_id: trade.transactionId,
    out_trade_no: trade.outTradeNo,
    total_fee: trade.totalFen,
    cash_fee: trade.totalFen,
    refund_count: found.length,
    ...fields,
  })
}

/** A refund may be asked for by its own number alone. */
function withTradeOfRefund(ledger: Ledger, params: PayParams): PayParams {
  if (params['out_trade_no'] || params['transaction_id']) return params
  const trade = ledger.byRefund(textOf(params, 'out_refund_no'))
  if (!trade) throw refusals.noRefund()
  return { ...params, out_trade_no: trade.outTradeNo }
}
