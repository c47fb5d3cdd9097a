import { cloudCtx, type Caller, type CloudCtx, type Hooks, type Instance } from './ctx'
import type { PaidNotice } from './pay'

export type PayCallbackOptions = {
  /** Books the payment; idempotent, because notices come late, twice and in parallel. Throwing makes WeChat send again. */
  readonly onPaid: (notice: PaidNotice, ctx: CloudCtx) => Promise<void>
  readonly hooks: Hooks
}
/** `errcode` 0 ends WeChat's redelivery; anything else brings the notice again, for two days. */
export type PayCallbackAnswer = { readonly errcode: number; readonly errmsg: string }

/** What SOURCE says of callers outside the cloud: phones, developer tools, HTTP. */
const FROM_OUTSIDE = ['wx_client', 'wx_http', 'wx_devtools', 'wx_crawler', 'wx_localdebug']

/**
 * The function that WeChat Pay calls, itself or through a workflow. Anybody can call it by name. WeChat Pay's own
 * callback is known by its source. A workflow is a function like any other, so what it hands on is believed only when
 * WeChat, asked by us, knows the very payment; whoever comes from outside is not even asked about.
 */
export function createPayCallback({ onPaid, hooks }: PayCallbackOptions) {
  return async (event: unknown, caller: Caller, instance: Instance): Promise<PayCallbackAnswer> => {
    const ctx = cloudCtx(instance, caller, hooks, 'pay-notify')
    if (isFromOutside(caller)) return forged(event, caller, ctx)
    const notice = ctx.pay.parseNotify(event)
    if (!notice) {
      ctx.log('warn', 'pay.notAPayment', { received: tracesOf(event) })
      return DONE
    }
    const proof = isPayCallback(caller) ? 'proven' : ((await ctx.pay.prove?.(notice)) ?? 'denied')
    if (proof === 'denied') return forged(event, caller, ctx)
    if (proof === 'unknown') return AGAIN
    try {
      await onPaid(notice, ctx)
      ctx.log('info', 'pay.booked', { orderId: notice.orderId, ms: instance.clock() - ctx.now })
      return DONE
    } catch (error) {
      ctx.log('error', 'pay.failed', { notice, error })
      return AGAIN
    }
  }
}

const DONE: PayCallbackAnswer = { errcode: 0, errmsg: '' }
const AGAIN: PayCallbackAnswer = { errcode: 500, errmsg: 'try again' }

const sourcesOf = ({ source }: Caller) => source.split(',')
const isPayCallback = (caller: Caller) => sourcesOf(caller).includes('wx_paycallback')
/** WeChat Pay's own callback carries the payer; from anybody else a person means a phone. */
const isFromOutside = (caller: Caller) =>
  sourcesOf(caller).some((source) => FROM_OUTSIDE.includes(source)) ||
  (caller.openid !== '' && !isPayCallback(caller))

function forged(event: unknown, { source }: Caller, ctx: CloudCtx): PayCallbackAnswer {
  ctx.log('error', 'pay.forged', { source, received: tracesOf(event) })
  return { errcode: 403, errmsg: 'not a pay callback' }
}

const TRACED = [
  'returnCode',
  'resultCode',
  'outTradeNo',
  'transactionId',
  'out_trade_no',
  'transaction_id',
  'trade_state',
  'totalFee',
  'errCode',
  'outRefundNo',
]
const LONGEST_TRACE = 64

/** What helps to look into a notice: no openid of it, and not what a stranger chose to fill the log with. */
function tracesOf(event: unknown): Readonly<Record<string, string>> {
  const e = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
  const scalar = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  const told = TRACED.filter((name) => scalar(e[name]))
  return Object.fromEntries(told.map((name) => [name, String(e[name]).slice(0, LONGEST_TRACE)]))
}
