import { randomBytes } from 'node:crypto'
import { APP_ID } from '../functions/environment'
import { payTime, rfc3339, type Trade } from './trade'

export type Notice = Readonly<Record<string, unknown>>

/** The event that reports a payment, as its route delivers it. It tells of the success, whatever has become of it since. */
export const noticeOf = (trade: Trade): Notice =>
  trade.via === 'workflow' ? transactionOf({ ...trade, state: 'SUCCESS' }) : v2Notice(trade)

/** Fields of WeChat Pay's v2 notification as they reach a function. `openid` is the service provider's, `subOpenid` ours. */
const v2Notice = (trade: Trade): Notice => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  appid: 'wxprovider00000000',
  mchId: '1800008281',
  subAppid: APP_ID,
  subMchId: trade.subMchId,
  openid: `oProvider-${trade.openid}`,
  subOpenid: trade.openid,
  isSubscribe: 'N',
  subIsSubscribe: 'N',
  nonceStr: randomBytes(16).toString('hex'),
  outTradeNo: trade.outTradeNo,
  transactionId: trade.transactionId,
  totalFee: trade.totalFen,
  cashFee: trade.totalFen,
  feeType: 'CNY',
  bankType: 'OTHERS',
  tradeType: 'JSAPI',
  timeEnd: payTime(trade.paidAt ?? 0),
  ...(trade.attach !== '' && { attach: trade.attach }),
})

/** A paid v3 transaction: what a query answers, and what the notice holds once decrypted. */
export const transactionOf = (trade: Trade): Notice => ({
  appid: APP_ID,
  mchid: trade.subMchId,
  out_trade_no: trade.outTradeNo,
  transaction_id: trade.transactionId,
  trade_type: 'JSAPI',
  trade_state: trade.state,
  trade_state_desc: trade.state === 'REFUND' ? '订单发生过退款' : '支付成功',
  bank_type: 'OTHERS',
  attach: trade.attach,
  success_time: rfc3339(trade.paidAt ?? 0),
  payer: { openid: trade.openid },
  amount: { total: trade.totalFen, payer_total: trade.totalFen, currency: 'CNY', payer_currency: 'CNY' },
})
