import { createHash } from 'node:crypto'
import { payTime } from './beijing-time'
import { sdkErrorText } from './errors'
import type {
  Charge,
  Closed,
  Created,
  PaidNotice,
  PaymentParams,
  PayProvider,
  PayQuery,
  RefundRequest,
  RefundStatus,
} from './pay'
import { bodyOf, meaningOf, reasonOf, saysTooEarly } from './pay-words'
import type { CallWechat } from './sdk'

type Answer = Readonly<Record<string, unknown>>
type Deps = {
  readonly cloudPay: CallWechat
  readonly env: () => string
  /** An answer other than SUCCESS, or none at all. */
  readonly onTrouble: (api: string, detail: string) => void
}

const CALLBACK_FUNCTION = 'pay-notify'
/** WeChat wants an address; the caller's own would change between two attempts, and the parameters must not. */
const CREATE_IP = '127.0.0.1'

/** WeChat Pay through `cloud.cloudPay`: no certificates, the merchant is bound to the cloud environment. */
export function cloudPayProvider({ cloudPay, env, onTrouble }: Deps): PayProvider {
  /** The answer, or null (and a line in the log) when there was none. */
  const ask: Ask = async (name, args) => {
    try {
      const answer = await cloudPay(name, args)
      if (!isSuccess(answer)) onTrouble(name, detailOf(answer))
      return answer
    } catch (e) {
      onTrouble(name, sdkErrorText(e))
      return null
    }
  }
  return {
    create: async (charge) => created(await ask('unifiedOrder', unifiedOrder(charge, env()))),
    query: async (query) => status(await ask('queryOrder', about(query, 'query'))),
    close: async (query) => closed(await ask('closeOrder', about(query, 'close'))),
    async refund(request) {
      const answer = await ask('refund', refundOrder(request, env()))
      if (answer && isSuccess(answer)) return { accepted: true }
      return { accepted: false, detail: answer ? detailOf(answer) : 'no answer' }
    },
    async queryRefund({ refundNo, subMchId }) {
      return refundStatus(
        await ask('queryRefund', {
          subMchId,
          outRefundNo: refundNo,
          nonceStr: nonce('queryRefund', refundNo),
        }),
      )
    },
    refundedFen: (query) => sumOfRefunds((offset) => ask('queryRefund', refundsFrom(query, offset))),
    parseNotify,
  }
}
type Ask = (name: string, args: object) => Promise<Answer | null>

const about = ({ orderId, subMchId }: PayQuery, what: string) => ({
  subMchId,
  outTradeNo: orderId,
  nonceStr: nonce(what, orderId),
})

/** A payment's refunds, ten at a time; the first page is asked for as WeChat documents it, without an offset. */
const refundsFrom = (query: PayQuery, offset: number) => ({
  ...about(query, `queryRefunds:${offset}`),
  ...(offset === 0 ? {} : { offset }),
})

/** A pure function of the charge, so that a re-entry is identical to the letter. */
export function unifiedOrder(charge: Charge, envId: string): object {
  return {
    body: bodyOf(charge.body),
    outTradeNo: charge.orderId,
    spbillCreateIp: CREATE_IP,
    subMchId: charge.subMchId,
    totalFee: charge.payFen,
    envId,
    functionName: CALLBACK_FUNCTION,
    nonceStr: nonce('create', charge.orderId),
    tradeType: 'JSAPI',
    timeStart: payTime(charge.placedAt),
    timeExpire: payTime(charge.payBefore),
  }
}

/** As `unifiedOrder`: the same refund asked for again is the same request. */
function refundOrder(request: RefundRequest, envId: string): object {
  return {
    functionName: CALLBACK_FUNCTION,
    envId,
    subMchId: request.subMchId,
    nonceStr: nonce('refund', request.refundNo),
    outTradeNo: request.orderId,
    outRefundNo: request.refundNo,
    totalFee: request.totalFen,
    refundFee: request.refundFen,
    refundDesc: reasonOf(request.reason),
  }
}

function created(answer: Answer | null): Created {
  const no = (why: 'paid' | 'closed' | 'unavailable', detail: string): Created => ({
    created: false,
    why,
    detail,
  })
  if (!answer) return no('unavailable', 'no answer')
  if (isSuccess(answer)) {
    const payment = paymentParams(answer['payment'])
    return payment ? { created: true, payment } : no('unavailable', 'no payment in the answer')
  }
  const code = codeOf(answer)
  const why = code === 'ORDERPAID' ? 'paid' : code === 'ORDERCLOSED' ? 'closed' : 'unavailable'
  return no(why, detailOf(answer))
}

/** Only what `wx.requestPayment` takes: the answer carries the app id besides. */
function paymentParams(raw: unknown): PaymentParams | null {
  const p = (raw ?? {}) as Record<string, unknown>
  const signType = p['signType']
  if (signType !== 'MD5' && signType !== 'HMAC-SHA256' && signType !== 'RSA') return null
  const text = (key: string) => String(p[key] ?? '')
  return {
    timeStamp: text('timeStamp'),
    nonceStr: text('nonceStr'),
    package: text('package'),
    signType,
    paySign: text('paySign'),
  }
}

function status(answer: Answer | null): Awaited<ReturnType<PayProvider['query']>> {
  if (!answer) return { state: 'unknown', detail: 'no answer' }
  // An order for which no payment was ever created.
  if (codeOf(answer) === 'ORDERNOTEXIST') return { state: 'closed', detail: 'ORDERNOTEXIST' }
  if (!isSuccess(answer)) return { state: 'unknown', detail: detailOf(answer) }
  const tradeState = String(answer['tradeState'])
  switch (tradeState) {
    case 'SUCCESS':
      return {
        state: 'paid',
        transactionId: String(answer['transactionId']),
        paidFen: Number(answer['totalFee']),
      }
    case 'REFUND':
      return { state: 'refunded', detail: tradeState }
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed', detail: tradeState }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'PAYERROR':
      return { state: 'notPaid', detail: tradeState }
    default:
      return { state: 'unknown', detail: tradeState }
  }
}

function closed(answer: Answer | null): Closed {
  if (!answer) return 'unknown'
  if (isSuccess(answer)) return 'closed'
  const code = codeOf(answer)
  if (code === 'ORDERPAID') return 'paid'
  if (code === 'ORDERCLOSED' || code === 'ORDERNOTEXIST') return 'closed'
  return saysTooEarly(detailOf(answer)) ? 'tooEarly' : 'unknown'
}

function refundStatus(answer: Answer | null): RefundStatus {
  if (!answer || !isSuccess(answer)) return 'unknown'
  // we asked for one, so it is number 0
  switch (numbered(answer, 'refundStatus', 0)) {
    case 'SUCCESS':
      return 'success'
    case 'PROCESSING':
      return 'processing'
    case 'REFUNDCLOSE':
      return 'closed'
    case 'CHANGE':
      return 'needsHand'
    default:
      return 'unknown'
  }
}

/** v2 numbers the refunds of one answer. */
const numbered = (answer: Answer, name: string, n: number): unknown =>
  answer[`${name}_${n}`] ?? answer[`${name}_$${n}`] ?? answer[`${name}${n}`]

/**
 * All refunds of a payment but those that were closed, page by page: an answer lists ten, `totalRefundCount` says how
 * many there are. Null when WeChat does not tell them all.
 */
async function sumOfRefunds(page: (offset: number) => Promise<Answer | null>): Promise<number | null> {
  let sum = 0
  const firsts = new Set<unknown>()
  for (let [told, total] = [0, 1]; told < total;) {
    const answer = await page(told)
    if (!answer || !isSuccess(answer)) return null
    const count = Number(answer['refundCount'])
    const first = numbered(answer, 'outRefundNo', 0)
    // a page that came before would be counted twice
    if (!Number.isSafeInteger(count) || count < 1 || firsts.has(first)) return null
    firsts.add(first)
    for (let n = 0; n < count; n++)
      if (numbered(answer, 'refundStatus', n) !== 'REFUNDCLOSE')
        sum += Number(numbered(answer, 'refundFee', n))
    told += count
    total = Number(answer['totalRefundCount'] ?? told)
  }
  return Number.isSafeInteger(sum) ? sum : null
}

/** WeChat's v2 notice with camelCase names. Only a success with a sound amount is a payment. */
function parseNotify(event: unknown): PaidNotice | null {
  const e = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
  if (e['returnCode'] !== 'SUCCESS' || e['resultCode'] !== 'SUCCESS') return null
  const { outTradeNo, transactionId, totalFee } = e
  const paidFen = typeof totalFee === 'string' && /^\d+$/.test(totalFee) ? Number(totalFee) : totalFee
  if (typeof outTradeNo !== 'string' || typeof transactionId !== 'string') return null
  if (typeof paidFen !== 'number' || !Number.isSafeInteger(paidFen)) return null
  return { orderId: outTradeNo, transactionId, paidFen }
}

/** WeChat Pay's code of a "no". The SDK writes its own `errCode: 0` over it, so the description has to tell. */
function codeOf(a: Answer): string {
  return typeof a['errCode'] === 'string' ? a['errCode'] : meaningOf(String(a['errCodeDes'] ?? ''))
}

const isSuccess = (a: Answer): boolean => a['returnCode'] === 'SUCCESS' && a['resultCode'] === 'SUCCESS'

function detailOf(a: Answer): string {
  return [a['returnMsg'], a['errCode'], a['errCodeDes']].filter((x) => typeof x === 'string').join(' ')
}

const nonce = (what: string, id: string): string =>
  createHash('sha256').update(`${what}:${id}`).digest('hex').slice(0, 32)
