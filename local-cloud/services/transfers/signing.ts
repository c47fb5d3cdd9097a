import { createCipheriv, randomBytes, sign, verify } from 'node:crypto'
import { MINUTE_MS, SECOND_MS, type Instant } from '@shared/kernel/time'
import type { Merchant } from './merchant'

/** WeChat Pay's end of APIv3, written by its documents and not by our client, so that one checks the other. */
export type WireRequest = {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const FIELD = /(\w+)="([^"]*)"/g

/** Whether the merchant signed this request, within five minutes of the cloud's clock. */
export function isMerchants({ method, path, headers, body }: WireRequest, merchant: Merchant, now: Instant) {
  const [scheme, fields] = String(headers['authorization'] ?? '').split(/ (.*)/s)
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048') return false
  const said = Object.fromEntries([...(fields ?? '').matchAll(FIELD)].map(([, name, value]) => [name, value]))
  const at = Number(said['timestamp']) * SECOND_MS
  if (said['mchid'] !== merchant.mchId || said['serial_no'] !== merchant.serial) return false
  if (!(Math.abs(now - at) <= 5 * MINUTE_MS)) return false
  const text = `${method}\n${path}\n${said['timestamp']}\n${said['nonce_str']}\n${body}\n`
  return verify(
    'sha256WithRSAEncryption',
    Buffer.from(text),
    merchant.publicKey,
    Buffer.from(said['signature'] ?? '', 'base64'),
  )
}

/** The headers by which an answer or a callback is known as WeChat's. */
export function signedHeaders(body: string, merchant: Merchant, now: Instant): Record<string, string> {
  const timestamp = String(Math.floor(now / SECOND_MS))
  const nonce = randomBytes(16).toString('hex')
  const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`)
  return {
    'content-type': 'application/json; charset=utf-8',
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': merchant.wechatKeyId,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'wechatpay-signature': sign('sha256WithRSAEncryption', text, merchant.wechatPrivateKey).toString(
      'base64',
    ),
  }
}

/** The `resource` of a callback. */
export function sealed(content: object, { apiV3Key }: Merchant): object {
  const nonce = randomBytes(6).toString('hex')
  const words = 'mch_payment'
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from(words))
  const bytes = Buffer.concat([
    cipher.update(JSON.stringify(content), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return {
    original_type: 'mch_payment',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce,
    associated_data: words,
  }
}
