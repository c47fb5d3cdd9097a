import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A merchant's keys of APIv3. They live in the function's environment and nowhere else, and are never logged. */
export type MerchantKeys = {
  readonly mchId: string
  readonly appId: string
  /** Of the merchant's own API certificate. */
  readonly serial: string
  readonly privateKey: KeyObject
  /** WeChat Pay's public key and its id (`PUB_KEY_ID_…`), or its platform certificate and that one's serial. */
  readonly wechatKeyId: string
  readonly wechatKey: KeyObject
  /** The APIv3 key, 32 bytes: what callbacks are sealed with. */
  readonly sealKey: Buffer
}
type Env = Readonly<Record<string, string | undefined>>

/** Null when one is missing or can't be read: then this shop makes no transfers. */
export function merchantKeys(env: Env): MerchantKeys | null {
  const [mchId, appId, serial, wechatKeyId] = ['MCH_ID', 'APP_ID', 'SERIAL', 'WECHAT_KEY_ID'].map(
    (name) => env[`WXPAY_${name}`]?.trim() ?? '',
  ) as [string, string, string, string]
  const sealKey = Buffer.from(env['WXPAY_API_V3_KEY']?.trim() ?? '')
  const privateKey = keyOf(env['WXPAY_PRIVATE_KEY'], 'PRIVATE KEY', createPrivateKey)
  const wechatKey = keyOf(env['WXPAY_WECHAT_KEY'], 'PUBLIC KEY', createPublicKey)
  if (![mchId, appId, serial, wechatKeyId].every((text) => text !== '')) return null
  if (sealKey.length !== 32 || !privateKey || !wechatKey) return null
  return { mchId, appId, serial, privateKey, wechatKeyId, wechatKey, sealKey }
}

/** PEM as a console's field may keep it: with line feeds, with `\n` for them, or what stands between head and foot alone. */
function keyOf(text: string | undefined, what: string, read: (pem: string) => KeyObject): KeyObject | null {
  const lines = (text ?? '').replaceAll('\\n', '\n').trim()
  try {
    return read(
      lines.startsWith('-----') ? lines : `-----BEGIN ${what}-----\n${lines}\n-----END ${what}-----\n`,
    )
  } catch {
    return null
  }
}
