import { MINUTE_MS, SECOND_MS, type Instant } from '@shared/kernel/time'
import type { MerchantKeys } from './apiv3-keys'
import { answerText, authorization, isSignedBy, unseal, type Sealed } from './apiv3-sign'
import type { Http, HttpAnswer } from './http'

type Fields = Readonly<Record<string, unknown>>
/**
 * `ok` as WeChat Pay signed it · `no` with its code, `signed` unless our own signature was the trouble · `unknown`: no answer, or one that can't
 * be believed; the request may have taken effect.
 */
export type Apiv3Answer =
  | { readonly kind: 'ok'; readonly data: Fields }
  | { readonly kind: 'no'; readonly code: string; readonly message: string; readonly signed: boolean }
  | { readonly kind: 'unknown'; readonly detail: string }
export type Apiv3 = {
  ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Apiv3Answer>
  /** What a callback holds; null: WeChat Pay did not send it, or not now, or it was sealed for somebody else. */
  open(headers: Headers, body: string): Fields | null
}
/** Names in lower case. */
export type Headers = Readonly<Record<string, string>>
type Deps = {
  readonly keys: MerchantKeys
  readonly http: Http
  readonly clock: () => Instant
  readonly nonce: () => string
  /** Without a slash at the end. */
  readonly host: string
}

/** WeChat refuses requests whose clock is further off than this, and so do we with what it sends. */
const CLOCK_SLACK_MS = 5 * MINUTE_MS

/** Speaks WeChat Pay's APIv3 for one merchant: signs what it asks, believes only what WeChat signed. */
export function createApiv3(deps: Deps): Apiv3 {
  const { keys, clock } = deps
  const isWechats = (headers: Headers, body: string): boolean => {
    const at = Number(headers['wechatpay-timestamp']) * SECOND_MS
    if (headers['wechatpay-serial'] !== keys.wechatKeyId) return false
    if (!(Math.abs(clock() - at) <= CLOCK_SLACK_MS)) return false
    const text = answerText(headers['wechatpay-timestamp'] ?? '', headers['wechatpay-nonce'] ?? '', body)
    return isSignedBy(text, headers['wechatpay-signature'] ?? '', keys.wechatKey)
  }
  return {
    async ask(method, path, body) {
      const answer = await send(deps, method, path, body === undefined ? '' : JSON.stringify(body))
      if (typeof answer === 'string') return { kind: 'unknown', detail: answer }
      const data = fieldsIn(answer.body)
      const signed = isWechats(answer.headers, answer.body)
      if (answer.status >= 200 && answer.status < 300) {
        if (data && signed) return { kind: 'ok', data }
        return { kind: 'unknown', detail: `${answer.status} without WeChat's signature` }
      }
      const [code, message] = [textOf(data?.['code']), textOf(data?.['message'])]
      if (answer.status < 400 || answer.status >= 500 || code === '')
        return { kind: 'unknown', detail: `${answer.status} ${code}`.trim() }
      return { kind: 'no', code, message, signed }
    },
    open(headers, body) {
      if (!isWechats(headers, body)) return null
      const { resource } = fieldsIn(body) ?? {}
      const plain = isSealed(resource) ? unseal(resource, keys.sealKey) : null
      return plain === null ? null : fieldsIn(plain)
    },
  }
}

/** The answer, or in words why there is none. */
async function send(
  { keys, http, clock, nonce, host }: Deps,
  method: 'GET' | 'POST',
  path: string,
  body: string,
): Promise<HttpAnswer | string> {
  const timestamp = Math.floor(clock() / SECOND_MS)
  const signed = authorization({ method, path, timestamp, nonce: nonce(), body }, keys)
  try {
    return await http({
      method,
      url: `${host}${path}`,
      headers: {
        authorization: signed,
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'changke',
        'wechatpay-serial': keys.wechatKeyId,
      },
      body,
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function fieldsIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Fields) : null
  } catch {
    return null
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' &&
  value !== null &&
  ['algorithm', 'ciphertext', 'nonce'].every((name) => typeof (value as Fields)[name] === 'string')
