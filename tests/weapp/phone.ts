/** A phone with the compiled mini-program, whose `wx.cloud` reaches a running local cloud. */
import { post } from '../builders/shop-client'
import { WeappApp, type WxParts } from './app'
import { DIST } from './build'
import { succeed, type WxOptions } from './wx-stub'

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:1'

type Called = { result?: unknown; errCode?: number; errMsg?: string }
type Track = Parameters<WxParts>[0]

/** `wx.cloud.callFunction` over HTTP, with the promise or the callbacks that the real one takes. */
function wxCloud(url: string, token: string, track: Track) {
  const call = async (o: WxOptions) => {
    const answer = await post<Called>(`${url}/functions/${String(o['name'])}`, o['data'], token)
    if (answer.errCode !== undefined && answer.errCode !== 0)
      throw Object.assign(new Error(answer.errMsg), answer)
    return answer
  }
  return {
    init() {},
    callFunction(o: WxOptions) {
      const answer = track(call(o))
      if (!o.success && !o.fail) return answer
      answer.then(
        (result) => o.success?.(result),
        (error: unknown) => o.fail?.(error),
      )
    },
  }
}

type Stub = (o?: WxOptions) => void

/** Pays on the sheet at once, as a person who has made up their mind. */
const requestPayment =
  (url: string, track: Track): Stub =>
  (o) => {
    const prepayId = String(o?.['package']).replace('prepay_id=', '')
    track(post(`${url}/wechat/pay/${prepayId}`, { action: 'confirm' })).then(
      () => succeed(o, { errMsg: 'requestPayment:ok' }),
      (error: unknown) => o?.fail?.({ errMsg: `requestPayment:fail ${String(error)}` }),
    )
  }

/** Says yes to every consent, and tells WeChat so. */
const requestSubscribeMessage =
  (url: string, openid: string, track: Track): Stub =>
  (o) => {
    const ids = (o?.['tmplIds'] ?? []) as string[]
    const answers = Object.fromEntries(ids.map((id) => [id, 'accept']))
    track(post(`${url}/wechat/consents`, { openid, answers })).then(
      () => succeed(o, answers),
      (error: unknown) => o?.fail?.({ errMsg: String(error) }),
    )
  }

/** The person closes the pay sheet. */
const cancelPayment: Stub = (o) => o?.fail?.({ errMsg: 'requestPayment:fail cancel' })

export type PhoneOptions = {
  /** What an earlier run left on the phone. */
  readonly storage?: Map<string, unknown>
  /** No call reaches the cloud. */
  readonly offline?: boolean
  readonly cancelsPayment?: boolean
  /** What the person picks on the map, whenever asked. */
  readonly place?: {
    readonly name: string
    readonly address: string
    readonly latitude: number
    readonly longitude: number
  }
}

/** Switches the mini-program on, as this person. It has not opened a page yet. */
export async function startPhone(url: string, openid: string, o: PhoneOptions = {}): Promise<WeappApp> {
  const { token } = await post<{ token: string }>(`${url}/session`, { openid })
  const parts: WxParts = (track) => ({
    cloud: wxCloud(o.offline ? NOWHERE : url, token, track),
    requestPayment: o.cancelsPayment ? cancelPayment : requestPayment(url, track),
    requestSubscribeMessage: requestSubscribeMessage(url, openid, track),
    ...(o.place && { chooseLocation: (asked?: WxOptions) => succeed(asked, { ...o.place }) }),
    getPrivacySetting: (asked?: WxOptions) =>
      succeed(asked, { needAuthorization: false, privacyContractName: '' }),
  })
  return new WeappApp(DIST, parts, o.storage)
}
