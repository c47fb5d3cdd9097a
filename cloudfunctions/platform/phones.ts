import { Defect } from '@shared/kernel/refusal'
import { sdkErrorCode } from './errors'
import type { CallWechat } from './sdk'

export type Phones = {
  /** The number behind the code of WeChat's phone button, without country code; null when the code is spent, late or not ours. */
  numberOf(code: string, openid: string): Promise<string | null>
}

/** 40029 a bad or spent code, 40013 another app's code, 40003 another person's code. */
const BAD_CODE: ReadonlySet<number> = new Set([40029, 40013, 40003])

/** Throws a Defect when there is none: an answer of another shape must not become somebody's number. */
function numberIn(answer: Readonly<Record<string, unknown>>): string {
  const { purePhoneNumber: number } = (answer['phoneInfo'] ?? {}) as { purePhoneNumber?: unknown }
  if (typeof number !== 'string' || number === '')
    throw new Defect('no phone number in the answer', { fields: Object.keys(answer) })
  return number
}

export const wechatPhones = (openapi: CallWechat): Phones => ({
  async numberOf(code, openid) {
    try {
      const answer = await openapi('phonenumber.getPhoneNumber', { code, openid })
      return numberIn(answer)
    } catch (error) {
      const wechat = sdkErrorCode(error)
      if (wechat !== null && BAD_CODE.has(wechat)) return null
      throw error
    }
  },
})
