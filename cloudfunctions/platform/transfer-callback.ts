import { cloudCtx, type Caller, type CloudCtx, type Hooks, type Instance } from './ctx'
import type { TransferNotice } from './transfers'

export type TransferCallbackOptions = {
  /** Books the end; idempotent, because notices come late, twice and in parallel. Throwing makes WeChat send again. */
  readonly onEnd: (notice: TransferNotice, ctx: CloudCtx) => Promise<void>
  readonly hooks: Hooks
}
/** As the cloud's HTTP access (HTTP 访问服务) takes it. 200 ends WeChat's redelivery; it waits 5 seconds for it. */
export type HttpReply = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * The function behind `notify_url`. Anybody can call it, by HTTP or by name: what counts is WeChat's signature over the very
 * bytes of the body, within five minutes, and that it was sealed with the merchant's key.
 */
export function createTransferCallback({ onEnd, hooks }: TransferCallbackOptions) {
  return async (event: unknown, caller: Caller, instance: Instance): Promise<HttpReply> => {
    const ctx = cloudCtx(instance, caller, hooks, 'transfer-notify')
    const { headers, body } = requestIn(event)
    const notice = ctx.transfers?.readNotice(headers, body) ?? null
    if (!notice) {
      ctx.log('error', 'transfer.forged', {
        source: caller.source,
        serial: headers['wechatpay-serial'] ?? '',
      })
      return FORGED
    }
    try {
      await onEnd(notice, ctx)
      ctx.log('info', 'transfer.booked', { no: notice.no, ms: instance.clock() - ctx.now })
      return DONE
    } catch (error) {
      ctx.log('error', 'transfer.failed', { no: notice.no, error })
      return AGAIN
    }
  }
}

const reply = (statusCode: number, answer: object | null): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: answer === null ? '' : JSON.stringify(answer),
})
const DONE = reply(200, null)
const FORGED = reply(401, { code: 'FAIL', message: 'not signed by WeChat Pay' })
const AGAIN = reply(500, { code: 'FAIL', message: 'try again' })

/** Header names in lower case, the body as its bytes were. */
function requestIn(event: unknown): { headers: Record<string, string>; body: string } {
  const e = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
  const named = typeof e['headers'] === 'object' && e['headers'] !== null ? e['headers'] : {}
  const headers = Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  const body = typeof e['body'] === 'string' ? e['body'] : ''
  return {
    headers,
    body: e['isBase64Encoded'] === true ? Buffer.from(body, 'base64').toString('utf8') : body,
  }
}
