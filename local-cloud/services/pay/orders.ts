import { createHash, createHmac, randomBytes } from 'node:crypto'
import { type Instant, SECOND_MS } from '@shared/kernel/time'
import { APP_ID } from '../functions/environment'
import type { KeptFaults } from './faults'
import { fenOf, type PayParams, PayParamError, type PayReply, refusals, succeed, textOf } from './replies'
import { CLOSE_NOT_WITHIN_MS, fromPayTime, isPaid, payTime, PREPAY_LIFE_MS, type Trade } from './trade'

/** What the operations of WeChat Pay work on. */
export type Ledger = {
  now(): Instant
  byOutTradeNo(outTradeNo: string): Trade | undefined
  byTransactionId(transactionId: string): Trade | undefined
  byRefund(outRefundNo: string): Trade | undefined
  save(trade: Trade): void
  readonly faults: KeptFaults
}
const MUST_BE_SAME = [
  'body',
  'total_fee',
  'sub_mch_id',
  'attach',
  'goods_tag',
  'limit_pay',
  'time_start',
  'time_expire',
]
const ALSO_SAME = ['env_id', 'function_name', 'profit_sharing', 'sub_openid', 'trade_type']

/** Which door a payment went through: `cloudPay` (absent), or a workflow. Each sees its own payments only. */
type Via = Trade['via']

/** `unifiedOrder`: a new order, or the same one again with identical parameters. */
export function unifiedOrder(
  ledger: Ledger,
  params: PayParams,
  caller: string | undefined,
  via?: Via,
): PayReply {
  const trade = { ...newTrade(ledger.now(), params, caller), ...(via !== undefined && { via }) }
  const known = ledger.byOutTradeNo(trade.outTradeNo)
  if (!known) {
    ledger.save(trade)
    return prepaid(trade, params)
  }
  if (known.via !== via) throw refusals.used()
  if (isPaid(known)) throw refusals.paid()
  if (known.state === 'CLOSED') throw refusals.closed()
  if (known.fingerprint !== trade.fingerprint) throw refusals.used()
  if (ledger.now() - known.prepaidAt <= PREPAY_LIFE_MS) return prepaid(known, params)
  const renewed = { ...known, prepayId: trade.prepayId, prepaidAt: trade.prepaidAt }
  ledger.save(renewed)
  return prepaid(renewed, params)
}

function newTrade(now: Instant, params: PayParams, caller: string | undefined): Trade {
  const openid = String(params['sub_openid'] ?? caller ?? '')
  if (openid === '') throw new PayParamError('缺少参数 sub_openid')
  const expires = params['time_expire'] === undefined ? null : fromPayTime(textOf(params, 'time_expire'))
  if (params['time_expire'] !== undefined && expires === null) throw new PayParamError('invalid time_expire')
  const body = textOf(params, 'body')
  if (Buffer.byteLength(body) > 128) throw new PayParamError('invalid body')
  if (Buffer.byteLength(String(params['attach'] ?? '')) > 127) throw new PayParamError('invalid attach')
  textOf(params, 'env_id')
  textOf(params, 'spbill_create_ip', /^[\d.:a-fA-F]+$/)
  const same = [...MUST_BE_SAME, ...ALSO_SAME].map((name) => params[name] ?? null)
  return {
    outTradeNo: textOf(params, 'out_trade_no', /^[\w*-]{1,32}$/),
    subMchId: textOf(params, 'sub_mch_id'),
    openid,
    body,
    totalFen: fenOf(params, 'total_fee'),
    attach: String(params['attach'] ?? ''),
    functionName: textOf(params, 'function_name'),
    fingerprint: createHash('sha256')
      .update(JSON.stringify([...same, openid]))
      .digest('hex'),
    state: 'NOTPAY',
    createdAt: now,
    prepayId: `wx${payTime(now)}${randomBytes(9).toString('hex')}`,
    prepaidAt: now,
    expiresAt: expires,
    paidAt: null,
    transactionId: null,
    refunds: [],
    notified: false,
  }
}

/** The reply with what `wx.requestPayment` takes. */
function prepaid(trade: Trade, params: PayParams): PayReply {
  const nonceStr = randomBytes(16).toString('hex')
  const payment = {
    appId: APP_ID,
    timeStamp: String(Math.floor(trade.prepaidAt / SECOND_MS)),
    nonceStr,
    package: `prepay_id=${trade.prepayId}`,
    signType: 'MD5',
  }
  const paySign = createHmac('md5', 'local').update(JSON.stringify(payment)).digest('hex').toUpperCase()
  return succeed({
    appid: 'wxprovider00000000',
    mch_id: '1800008281',
    sub_appid: APP_ID,
    sub_mch_id: trade.subMchId,
    nonce_str: params['nonce_str'] ?? nonceStr,
    trade_type: 'JSAPI',
    prepay_id: trade.prepayId,
    payment: { ...payment, paySign },
  })
}

/** The trade that `out_trade_no` or `transaction_id` names. */
export function namedTrade(ledger: Ledger, params: PayParams, via?: Via): Trade {
  textOf(params, 'sub_mch_id')
  const trade = params['transaction_id']
    ? ledger.byTransactionId(String(params['transaction_id']))
    : ledger.byOutTradeNo(textOf(params, 'out_trade_no'))
  if (!trade || trade.via !== via) throw refusals.unknown()
  return trade
}

export function queryOrder(ledger: Ledger, params: PayParams): PayReply {
  const trade = namedTrade(ledger, params)
  const about = {
    out_trade_no: trade.outTradeNo,
    sub_mch_id: trade.subMchId,
    trade_state: stateOf(ledger, trade),
  }
  if (!isPaid(trade) || trade.paidAt === null) return succeed({ ...about, trade_state_desc: '订单未支付' })
  return succeed({
    ...about,
    trade_state_desc: trade.state === 'REFUND' ? '订单发生过退款' : '支付成功',
    transaction_id: trade.transactionId,
    sub_openid: trade.openid,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    total_fee: trade.totalFen,
    cash_fee: trade.totalFen,
    fee_type: 'CNY',
    time_end: payTime(trade.paidAt),
    attach: trade.attach,
  })
}

/** An order whose `timeExpire` has passed is closed by WeChat itself. */
export const stateOf = (ledger: Ledger, trade: Trade) =>
  trade.state === 'NOTPAY' && trade.expiresAt !== null && ledger.now() > trade.expiresAt
    ? 'CLOSED'
    : trade.state

/** `closeOrder`: not within five minutes; ORDERPAID means: treat it as paid. Closing twice is no error. */
export function closeOrder(ledger: Ledger, params: PayParams, via?: Via): PayReply {
  const trade = namedTrade(ledger, params, via)
  if (isPaid(trade)) throw refusals.paid()
  if (trade.state !== 'CLOSED') {
    if (ledger.now() - trade.createdAt < CLOSE_NOT_WITHIN_MS) throw refusals.tooEarly()
    ledger.save({ ...trade, state: 'CLOSED' })
  }
  return succeed({ sub_mch_id: trade.subMchId })
}
