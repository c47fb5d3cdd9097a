import { randomInt } from 'node:crypto'
import type { Fen } from '@shared/kernel/money'
import { type Ledger, namedTrade } from './orders'
import { fenOf, type PayParams, PayParamError, type PayReply, refusals, succeed, textOf } from './replies'
import {
  isPaid,
  MAX_REFUNDS,
  payTime,
  REFUND_TAKES_MS,
  REFUND_WITHIN_MS,
  type Refund,
  type RefundEnd,
  refundedFen,
  refundState,
  type Trade,
} from './trade'

/**
 * `refund`: SUCCESS means accepted. Asking again with the same `out_refund_no` and amounts refunds nothing more, unless
 * WeChat has closed that refund: then it begins anew.
 */
export function refund(ledger: Ledger, params: PayParams, via?: Trade['via']): PayReply {
  const trade = namedTrade(ledger, params, via)
  const outRefundNo = textOf(params, 'out_refund_no', /^[\w|*@-]{1,64}$/)
  const refundFen = fenOf(params, 'refund_fee')
  if (!isPaid(trade) || trade.paidAt === null) throw refusals.notPaid()
  if (fenOf(params, 'total_fee') !== trade.totalFen) throw refusals.mismatch()
  const known = trade.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (known && known.refundFen !== refundFen) throw refusals.mismatch()
  if (known && refundState(known, ledger.now()) !== 'CLOSED') return accepted(trade, known)
  if (ledger.now() - trade.paidAt > REFUND_WITHIN_MS) throw refusals.overdue()
  if (!known && trade.refunds.length >= MAX_REFUNDS) throw refusals.tooMany()
  if (refundedFen(trade, ledger.now()) + refundFen > trade.totalFen) throw refusals.tooMuch()
  if (ledger.faults.takeRefusal()) throw refusals.notEnough()
  const one = newRefund(ledger, outRefundNo, refundFen)
  const others = trade.refunds.filter((other) => other !== known)
  ledger.save({ ...trade, state: 'REFUND', refunds: [...others, one] })
  return accepted(trade, one)
}

function newRefund(ledger: Ledger, outRefundNo: string, refundFen: Fen): Refund {
  const now = ledger.now()
  const { delayMs = REFUND_TAKES_MS, ends = 'SUCCESS' } = ledger.faults.get().refund ?? {}
  const refundId = `5030${payTime(now)}${randomInt(1e9, 1e10)}`
  return { outRefundNo, refundId, refundFen, acceptedAt: now, endsAt: now + delayMs, ends }
}

/** Somebody sees to a refund on the merchant platform: it ends so, at once. False when there is no such refund. */
export function endRefund(ledger: Ledger, outRefundNo: string, ends: RefundEnd): boolean {
  const trade = ledger.byRefund(outRefundNo)
  if (!trade) return false
  const refunds = trade.refunds.map((one) =>
    one.outRefundNo === outRefundNo ? { ...one, ends, endsAt: ledger.now() } : one,
  )
  ledger.save({ ...trade, refunds })
  return true
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

const V2_STATES = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'REFUNDCLOSE',
  ABNORMAL: 'CHANGE',
} as const

/** So many refunds of an order are told in one answer. */
const TOLD = 10

/**
 * `queryRefund`: one refund, or those of an order, ten from `offset` on, with `total_refund_count`;
 * `refund_status_0` is PROCESSING for a while, then how it ended.
 */
export function queryRefund(ledger: Ledger, params: PayParams): PayReply {
  const trade = namedTrade(ledger, withTradeOfRefund(ledger, params))
  const wanted = params['out_refund_no']
  const all = trade.refunds.filter((one) => wanted === undefined || one.outRefundNo === wanted)
  if (all.length === 0) throw refusals.noRefund()
  const offset = Number(params['offset'] ?? 0)
  if (!(Number.isSafeInteger(offset) && offset >= 0 && offset < all.length))
    throw new PayParamError('invalid offset')
  const found = all.slice(offset, offset + TOLD)
  const fields: Record<string, unknown> = {}
  found.forEach((one, n) => {
    const state = refundState(one, ledger.now())
    fields[`out_refund_no_${n}`] = one.outRefundNo
    fields[`refund_id_${n}`] = one.refundId
    fields[`refund_fee_${n}`] = one.refundFen
    fields[`refund_channel_${n}`] = 'ORIGINAL'
    fields[`refund_status_${n}`] = V2_STATES[state]
    fields[`refund_recv_accout_${n}`] = '支付用户零钱'
    if (state === 'SUCCESS') fields[`refund_success_time_${n}`] = payTime(one.endsAt ?? one.acceptedAt)
  })
  return succeed({
    transaction_id: trade.transactionId,
    out_trade_no: trade.outTradeNo,
    total_fee: trade.totalFen,
    cash_fee: trade.totalFen,
    total_refund_count: all.length,
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
