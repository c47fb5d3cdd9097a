import { createHash, randomUUID } from 'node:crypto'
import { type Instant, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import type { StateStore } from '../../state/store'
import { type OpenapiHandler, WechatError } from '../../wire/openapi'
import type { Clock } from '../clock/clock'
import { APP_ID } from '../functions/environment'

export const CODE_LIFE_MS = 5 * MINUTE_MS

type Code = { readonly openid: string; readonly phone: string; readonly expiresAt: Instant }
export type Phones = {
  /** The code of the phone number button; five minutes, once. `phone`: 11 digits, else one that belongs to the person. */
  issue(openid: string, phone?: string): string
  readonly getPhoneNumber: OpenapiHandler
}

/** The phone number button and `phonenumber.getPhoneNumber`. */
export function openPhones(store: StateStore, clock: Clock): Phones {
  const codes = store.space<Code>('phoneCodes')
  return {
    issue(openid, phone = phoneOf(openid)) {
      const code = randomUUID().replaceAll('-', '')
      codes.set(code, { openid, phone, expiresAt: clock.now() + CODE_LIFE_MS })
      return code
    },
    getPhoneNumber({ params }) {
      const code = String(params['code'] ?? '')
      const found = codes.get(code)
      const foreign = params['openid'] !== undefined && params['openid'] !== found?.openid
      if (!found || foreign || found.expiresAt < clock.now()) throw new WechatError(40029, 'invalid code')
      codes.delete(code)
      return {
        phone_info: {
          phoneNumber: found.phone,
          purePhoneNumber: found.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(clock.now() / SECOND_MS), appid: APP_ID },
        },
      }
    },
  }
}

/** Always the same for a person: 199 and eight digits of a hash. */
function phoneOf(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUInt32BE(0) % 100_000_000
  return `199${String(digits).padStart(8, '0')}`
}
