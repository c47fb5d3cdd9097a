import { cloudCtx, type Caller, type CloudCtx, type Hooks, type Instance } from './ctx'
import type { PaidNotice } from './pay'

export type PayCallbackOptions = {
  /** Books the payment; idempotent, because notices come late, twice and in parallel. Throwing makes WeChat send again. */
  readonly onPaid: (notice: PaidNotice, ctx: CloudCtx) => Promise<void>
  readonly hooks: Hooks
}
/** `errcode` 0 ends WeChat's redelivery; anything else brings the notice again, for two days. */
export type PayCallbackAnswer = { readonly errcode: number; readonly errmsg: string }

/** The function that WeChat Pay calls. Anybody can call it by name: only the source of a pay callback is listened to. */
export function createPayCallback({ onPaid, hooks }: PayCallbackOptions) {
  return async (event: unknown, caller: Caller, instance: Instance): Promise<PayCallbackAnswer> => {
    const ctx = cloudCtx(instance, caller, hooks, 'pay-notify')
    if (!caller.source.split(',').includes('wx_paycallback')) {
      ctx.log('error', 'pay.forged', { source: caller.source, received: tracesOf(event) })
      return { errcode: 403, errmsg: 'not a pay callback' }
    }
    const notice = ctx.pay.parseNotify(event)
    if (!notice) {
      ctx.log('warn', 'pay.notAPayment', { received: tracesOf(event) })
      return { errcode: 0, errmsg: '' }
    }
    try {
      await onPaid(notice, ctx)
      ctx.log('info', 'pay.booked', { orderId: notice.orderId, ms: instance.clock() - ctx.now })
      return { errcode: 0, errmsg: '' }
    } catch (error) {
      ctx.log('error', 'pay.failed', { notice, error })
      return { errcode: 500, errmsg: 'try again' }
    }
  }
}

const TRACED = [
  'returnCode',
  'resultCode',
  'outTradeNo',
  'transactionId',
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
