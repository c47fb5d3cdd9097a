import type { PayRoute } from '../database/rows'
import { rfc3339 } from './beijing-time'
import type { Charge, Closed, Created, PaidNotice, PayProvider, PayStatus, Proof, RefundRequest } from './pay'
import { bodyOf, reasonOf, saysTooEarly } from './pay-words'
import type { CallFunction } from './sdk'
import { askFlow, type FlowAnswer } from './workflow-answer'

export type Flows = Extract<PayRoute, { kind: 'workflow' }>['flows']
type Deps = {
  readonly callFunction: CallFunction
  readonly flows: Flows
  /** An answer that is a "no", or none at all. */
  readonly onTrouble: (api: string, detail: string) => void
}

/**
 * WeChat Pay v3 through the cloud's payment workflows: for merchants whom `cloudPay` does not serve. A flow signs with
 * the merchant's own certificate, and puts in app id and merchant number by itself. Sources: 工作流实现付款场景, …退款场景.
 */
export function workflowPayProvider(deps: Deps): PayProvider {
  const ask = (flow: keyof Flows, data: object): Promise<FlowAnswer | null> =>
    askFlow({ name: flow, id: deps.flows[flow] }, data, deps)
  const find = (orderId: string) => ask('query', { out_trade_no: orderId })
  const query = async (orderId: string) => status(await find(orderId))
  return {
    create: async (charge) => created(await ask('create', jsapiOrder(charge))),
    query: ({ orderId }) => query(orderId),
    async close({ orderId }) {
      const said = closed(await ask('close', { out_trade_no: orderId }))
      // v3 closes without a word, and silence of a flow is no proof: the order itself tells.
      return said === 'silent' ? CLOSED_BY[(await query(orderId)).state] : said
    },
    async refund(request) {
      const answer = await ask('refund', refundOrder(request))
      const state = answer?.ok === true ? refundStateOf(answer.data) : ''
      if (ON_ITS_WAY.has(state)) return { accepted: true }
      return { accepted: false, detail: answer?.ok === false ? answer.detail : state || 'no answer' }
    },
    async queryRefund({ refundNo }) {
      const answer = await ask('queryRefund', { out_refund_no: refundNo })
      return answer?.ok === true ? (REFUND_STATUS[refundStateOf(answer.data)] ?? 'unknown') : 'unknown'
    },
    parseNotify: noticeOf,
    prove: async (notice) => proofOf(notice, await find(notice.orderId)),
  }
}

/** A pure function of the charge, so that a re-entry is identical to the letter. */
export function jsapiOrder(charge: Charge): object {
  return {
    description: bodyOf(charge.body),
    out_trade_no: charge.orderId,
    time_expire: rfc3339(charge.payBefore),
    amount: { total: charge.payFen, currency: 'CNY' },
    // the flow knows who calls only when a phone calls it
    payer: { openid: charge.openid },
  }
}

/** As `jsapiOrder`: the same refund asked for again is the same request. */
const refundOrder = (request: RefundRequest): object => ({
  out_trade_no: request.orderId,
  out_refund_no: request.refundNo,
  reason: reasonOf(request.reason),
  amount: { refund: request.refundFen, total: request.totalFen, currency: 'CNY' },
})

function created(answer: FlowAnswer | null): Created {
  const no = (why: 'paid' | 'closed' | 'unavailable', detail: string): Created => ({
    created: false,
    why,
    detail,
  })
  if (answer === null) return no('unavailable', 'no answer')
  if (!answer.ok) {
    const why =
      answer.code === 'ORDERPAID' ? 'paid' : answer.code === 'ORDERCLOSED' ? 'closed' : 'unavailable'
    return no(why, answer.detail)
  }
  const [timeStamp, nonceStr, packageVal, paySign] = ['timeStamp', 'nonceStr', 'packageVal', 'paySign'].map(
    (key) => String(answer.data[key] ?? ''),
  ) as [string, string, string, string]
  if (!packageVal.startsWith('prepay_id=') || paySign === '')
    return no('unavailable', 'no payment in the answer')
  return { created: true, payment: { timeStamp, nonceStr, package: packageVal, signType: 'RSA', paySign } }
}

function status(answer: FlowAnswer | null): PayStatus {
  if (answer === null) return { state: 'unknown', detail: 'no answer' }
  // An order for which no payment was ever created.
  if (!answer.ok && answer.code === 'ORDERNOTEXIST') return { state: 'closed', detail: 'ORDERNOTEXIST' }
  if (!answer.ok) return { state: 'unknown', detail: answer.detail }
  const tradeState = tradeStateOf(answer.data)
  if (tradeState !== 'SUCCESS') return { state: TRADE_STATES[tradeState] ?? 'unknown', detail: tradeState }
  const payment = paymentIn(answer.data)
  if (!payment) return { state: 'unknown', detail: 'SUCCESS without number and amount' }
  return { state: 'paid', transactionId: payment.transactionId, paidFen: payment.paidFen }
}
const TRADE_STATES: Readonly<Record<string, 'refunded' | 'closed' | 'notPaid'>> = {
  REFUND: 'refunded',
  CLOSED: 'closed',
  REVOKED: 'closed',
  NOTPAY: 'notPaid',
  USERPAYING: 'notPaid',
  PAYERROR: 'notPaid',
}

function closed(answer: FlowAnswer | null): Closed | 'silent' {
  if (answer === null) return 'unknown'
  if (answer.ok) return 'silent'
  if (answer.code === 'ORDERPAID') return 'paid'
  if (answer.code === 'ORDERCLOSED' || answer.code === 'ORDERNOTEXIST') return 'closed'
  return saysTooEarly(answer.detail) ? 'tooEarly' : 'unknown'
}
const CLOSED_BY: Readonly<Record<PayStatus['state'], Closed>> = {
  closed: 'closed',
  paid: 'paid',
  refunded: 'paid',
  notPaid: 'unknown',
  unknown: 'unknown',
}

const refundStateOf = (data: Fields): string => String(data['status'] ?? data['refund_status'] ?? '')
/** ABNORMAL was taken on and failed on the way: a person must see to it, asking again does not help. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['PROCESSING', 'SUCCESS', 'ABNORMAL'])
const REFUND_STATUS: Readonly<Record<string, 'success' | 'processing' | 'closed' | 'needsHand'>> = {
  SUCCESS: 'success',
  PROCESSING: 'processing',
  CLOSED: 'closed',
  ABNORMAL: 'needsHand',
}

/**
 * The payment that a flow reports: WeChat's decrypted v3 transaction, whole or under `resource`. Some flows rename to
 * camelCase.
 */
export function noticeOf(event: unknown): PaidNotice | null {
  const outer = asRecord(event)
  const transaction = outer['resource'] === undefined ? outer : asRecord(outer['resource'])
  return tradeStateOf(transaction) === 'SUCCESS' ? paymentIn(transaction) : null
}

const tradeStateOf = (t: Fields): string => String(t['trade_state'] ?? t['tradeState'] ?? '')

/** Numbers and amount of a transaction; null when one is missing or not as WeChat writes it. */
function paymentIn(t: Fields): PaidNotice | null {
  const orderId = t['out_trade_no'] ?? t['outTradeNo']
  const transactionId = t['transaction_id'] ?? t['transactionId']
  const { total, currency = 'CNY' } = asRecord(t['amount'])
  if (typeof orderId !== 'string' || typeof transactionId !== 'string' || transactionId === '') return null
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || currency !== 'CNY') return null
  return { orderId, transactionId, paidFen: total }
}

/** Only the very payment counts: its number and its amount. That a part of it went back since does not undo it. */
function proofOf(notice: PaidNotice, answer: FlowAnswer | null): Proof {
  if (answer?.ok === false && answer.code === 'ORDERNOTEXIST') return 'denied'
  const tradeState = answer?.ok === true ? tradeStateOf(answer.data) : ''
  if (answer?.ok !== true || tradeState === '') return 'unknown'
  const known = paymentIn(answer.data)
  const made = tradeState === 'SUCCESS' || tradeState === 'REFUND'
  const same = known?.transactionId === notice.transactionId && known.paidFen === notice.paidFen
  return made && same ? 'proven' : 'denied'
}

type Fields = Readonly<Record<string, unknown>>
const asRecord = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
