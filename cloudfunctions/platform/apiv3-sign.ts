import { createDecipheriv, sign, verify, type KeyObject } from 'node:crypto'

/** How WeChat Pay's APIv3 signs, checks and seals. Pure: clock and randomness are arguments. */
export const SCHEME = 'WECHATPAY2-SHA256-RSA2048'

export type Signable = {
  readonly method: 'GET' | 'POST'
  /** Path and query as they are sent, without the host. */
  readonly path: string
  /** Seconds. */
  readonly timestamp: number
  readonly nonce: string
  /** To the byte what is sent; '' for none. */
  readonly body: string
}
/** The five lines that a request's signature covers, each ended by a line feed, the last too. */
export const requestText = ({ method, path, timestamp, nonce, body }: Signable): string =>
  lines(method, path, String(timestamp), nonce, body)

/** The three lines that the signature of an answer or a callback covers; `timestamp` as its header gives it. */
export const answerText = (timestamp: string, nonce: string, body: string): string =>
  lines(timestamp, nonce, body)

const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('')

/** RSASSA-PKCS1-v1_5 with SHA-256, as Base64. */
export const signText = (text: string, privateKey: KeyObject): string =>
  sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64')

/** Whether the holder of the private key signed this text. Anything that is no signature is none. */
export const isSignedBy = (text: string, signature: string, publicKey: KeyObject): boolean =>
  verify('RSA-SHA256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))

/** The `Authorization` header of a request. */
export function authorization(
  request: Signable,
  who: { readonly mchId: string; readonly serial: string; readonly privateKey: KeyObject },
): string {
  const fields = {
    mchid: who.mchId,
    nonce_str: request.nonce,
    signature: signText(requestText(request), who.privateKey),
    timestamp: String(request.timestamp),
    serial_no: who.serial,
  }
  return `${SCHEME} ${Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`
}

/** The sealed part of a callback. `ciphertext` is Base64, its last 16 bytes are the tag. */
export type Sealed = {
  readonly algorithm: string
  readonly ciphertext: string
  readonly nonce: string
  readonly associated_data?: string
}
const TAG_BYTES = 16

/** AEAD_AES_256_GCM (RFC 5116); null when it was not sealed with this key, or with these words around it. */
export function unseal(
  { algorithm, ciphertext, nonce, associated_data = '' }: Sealed,
  key: Buffer,
): string | null {
  if (algorithm !== 'AEAD_AES_256_GCM') return null
  return decrypt({
    key,
    iv: Buffer.from(nonce),
    aad: Buffer.from(associated_data),
    sealed: Buffer.from(ciphertext, 'base64'),
  })
}

/** The cipher below `unseal`, in bytes. */
export function decrypt(of: {
  readonly key: Buffer
  readonly iv: Buffer
  readonly aad: Buffer
  readonly sealed: Buffer
}): string | null {
  const cut = of.sealed.length - TAG_BYTES
  if (cut < 0) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', of.key, of.iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(of.aad)
    decipher.setAuthTag(of.sealed.subarray(cut))
    return Buffer.concat([decipher.update(of.sealed.subarray(0, cut)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
