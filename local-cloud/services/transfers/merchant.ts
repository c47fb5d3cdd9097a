import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { StateStore } from '../../state/store'
import { APP_ID } from '../functions/environment'

/** The merchant of this machine, made once per data folder: both key pairs, so nothing here is a secret. */
export type Merchant = {
  readonly mchId: string
  readonly serial: string
  readonly privateKey: string
  readonly publicKey: string
  readonly wechatKeyId: string
  readonly wechatPrivateKey: string
  readonly wechatPublicKey: string
  readonly apiV3Key: string
}

/** Making RSA keys takes a moment: one pair a process is enough for clouds that keep nothing. */
let made: Merchant | undefined

export function merchantOf(store: StateStore): Merchant {
  const space = store.space<Merchant>('merchant')
  const known = space.get('merchant')
  if (known) return known
  made ??= newMerchant()
  space.set('merchant', made)
  return made
}

function newMerchant(): Merchant {
  const [own, wechat] = [pair(), pair()]
  return {
    mchId: '1900000109',
    serial: randomBytes(20).toString('hex').toUpperCase(),
    privateKey: own.privateKey,
    publicKey: own.publicKey,
    wechatKeyId: `PUB_KEY_ID_${'0'.repeat(30)}01`,
    wechatPrivateKey: wechat.privateKey,
    wechatPublicKey: wechat.publicKey,
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })

/** What the owner of a deployed shop writes into the environment of `api`, `tick` and `transfer-notify`. */
export const merchantEnv = (merchant: Merchant, host: string): Record<string, string> => ({
  WXPAY_MCH_ID: merchant.mchId,
  WXPAY_APP_ID: APP_ID,
  WXPAY_SERIAL: merchant.serial,
  WXPAY_PRIVATE_KEY: merchant.privateKey,
  WXPAY_WECHAT_KEY_ID: merchant.wechatKeyId,
  WXPAY_WECHAT_KEY: merchant.wechatPublicKey,
  WXPAY_API_V3_KEY: merchant.apiV3Key,
  WXPAY_TRANSFER_NOTIFY_URL: 'https://local.example/transfer-notify',
  WXPAY_HOST: host,
})
