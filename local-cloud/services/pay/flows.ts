import { APP_ID, ENV_ID } from '../functions/environment'
import { transactionOf } from './notices'
import { closeOrder, type Ledger, namedTrade, stateOf, unifiedOrder } from './orders'
import { refund } from './refunds'
import { type PayParams, PayParamError, PayRefusal, refusals, textOf } from './replies'
import { fromRfc3339, payTime, type Refund, refundState, rfc3339, type Trade } from './trade'

/** The function under which the cloud runs workflows. */
export const WORKFLOWS = 'cloudbase_module'
/** Ids of the payment workflows that are installed here: the names of CloudBase's own templates. */
export const FLOWS = {
  create: 'wxpay_order',
  query: 'wxpay_query_order_by_out_trade_no',
  close: 'wxpay_close_order',
  refund: 'wxpay_refund',
  queryRefund: 'wxpay_refund_query',
} as const
/** What the flows have set up in themselves: merchant number and whom the flow of the callback calls. */
const MERCHANT = '1900000109'
const CALLBACK_FUNCTION = 'pay-notify'

type Fields = Readonly<Record<string, unknown>>
/** Answers the data of the flow, or null where WeChat Pay answers 204 without a body. Throws refusals of WeChat Pay. */
type Play = (ledger: Ledger, data: PayParams) => Fields | null

const PLAYS: Readonly<Record<string, Play>> = {
  [FLOWS.create]: create,
  [FLOWS.query]: (ledger, data) => queried(ledger, tradeOf(ledger, data)),
  [FLOWS.close](ledger, data) {
    closeOrder(ledger, v2(data), 'workflow')
    return null
  },
  [FLOWS.refund](ledger, data) {
    const amount = amountIn(data)
    const params = { ...data, total_fee: amount['total'], refund_fee: amount['refund'] }
    if (Buffer.byteLength(String(data['reason'] ?? '')) > 80) throw new PayParamError('invalid reason')
    refund(ledger, v2(params), 'workflow')
    return refundNamed(ledger, textOf(data, 'out_refund_no'))
  },
  [FLOWS.queryRefund]: (ledger, data) => refundNamed(ledger, textOf(data, 'out_refund_no')),
}

/**
 * A workflow of CloudBase that speaks WeChat Pay v3 (直连商户). `event` is `{name: <flow id>, data}`. The envelope of an
 * answer is documented for success only; a "no" is handed on as WeChat Pay writes it.
 */
export function runFlow(ledger: Ledger, event: Fields): object {
  const play = PLAYS[String(event['name'])]
  if (!play) return { code: 'FLOW_NOT_EXIST', message: `no workflow ${String(event['name'])}` }
  try {
    const data = play(ledger, fieldsOf(event['data']))
    return data ? { code: 0, data } : { code: 0 }
  } catch (error) {
    if (error instanceof PayParamError) return { code: 'PARAM_ERROR', message: error.message }
    if (error instanceof PayRefusal)
      return { code: V3_CODES[error.errCode] ?? 'INVALID_REQUEST', message: error.message }
    throw error
  }
}
/** Where v3 has a code of its own; everything else that does not fit is an INVALID_REQUEST there. */
const V3_CODES: Readonly<Record<string, string>> = {
  ORDERPAID: 'ORDERPAID',
  ORDERCLOSED: 'ORDER_CLOSED',
  ORDERNOTEXIST: 'ORDER_NOT_EXIST',
  OUT_TRADE_NO_USED: 'OUT_TRADE_NO_USED',
  REFUNDNOTEXIST: 'RESOURCE_NOT_EXISTS',
  NOTENOUGH: 'NOT_ENOUGH',
}

/** JSAPI下单. The payer must be named: the flow knows the caller only when a phone calls it. */
function create(ledger: Ledger, data: PayParams): Fields {
  const amount = amountIn(data)
  const expires = data['time_expire'] === undefined ? null : fromRfc3339(textOf(data, 'time_expire'))
  if (data['time_expire'] !== undefined && expires === null) throw new PayParamError('invalid time_expire')
  textOf(data, 'out_trade_no', /^[\w|*-]{6,32}$/)
  const params = v2({
    ...data,
    body: textOf(data, 'description', /^[^]{1,127}$/),
    total_fee: amount['total'],
    sub_openid: textOf(fieldsOf(data['payer']), 'openid'),
    spbill_create_ip: '127.0.0.1',
    env_id: ENV_ID,
    function_name: CALLBACK_FUNCTION,
    time_expire: expires === null ? undefined : payTime(expires),
  })
  const {
    timeStamp,
    nonceStr,
    package: packageVal,
    paySign,
  } = fieldsOf(unifiedOrder(ledger, params, undefined, 'workflow')['payment'])
  return { timeStamp, nonceStr, packageVal, paySign: Buffer.from(String(paySign)).toString('base64') }
}

function queried(ledger: Ledger, trade: Trade): Fields {
  if (trade.paidAt !== null) return transactionOf(trade)
  return {
    appid: APP_ID,
    mchid: trade.subMchId,
    out_trade_no: trade.outTradeNo,
    trade_state: stateOf(ledger, trade),
    trade_state_desc: '订单未支付',
    amount: { total: trade.totalFen, currency: 'CNY' },
  }
}

function refundNamed(ledger: Ledger, outRefundNo: string): Fields {
  const trade = ledger.byRefund(outRefundNo)
  const one = trade?.refunds.find((r) => r.outRefundNo === outRefundNo)
  if (!trade || !one || trade.via !== 'workflow') throw refusals.noRefund()
  return refundOf(trade, one, refundState(one, ledger.now()))
}
const refundOf = (trade: Trade, one: Refund, status: string): Fields => ({
  refund_id: one.refundId,
  out_refund_no: one.outRefundNo,
  transaction_id: trade.transactionId,
  out_trade_no: trade.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: rfc3339(one.acceptedAt),
  ...(status === 'SUCCESS' && { success_time: rfc3339(one.endsAt ?? one.acceptedAt) }),
  status,
  amount: { total: trade.totalFen, refund: one.refundFen, payer_refund: one.refundFen, currency: 'CNY' },
})

const tradeOf = (ledger: Ledger, data: PayParams): Trade => namedTrade(ledger, v2(data), 'workflow')

/** The same in the words of v2, which the ledger's operations take. */
const v2 = (data: Fields): PayParams => ({ ...data, sub_mch_id: data['mchid'] ?? MERCHANT })

function amountIn(data: PayParams): Fields {
  const amount = fieldsOf(data['amount'])
  if ((amount['currency'] ?? 'CNY') !== 'CNY') throw new PayParamError('invalid amount.currency')
  return amount
}
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
