/** A phone with the compiled mini-program, whose `wx.cloud` reaches a running local cloud. */
import path from 'node:path'
import { get, post } from '../builders/shop-client'
import { WeappApp } from './app'
import { succeed, type WxOptions } from './wx-stub'

export const DIST = path.resolve(__dirname, '../../dist/weapp')

type Called = { result?: unknown; errCode?: number; errMsg?: string }

/** `wx.cloud.callFunction` over HTTP, with the promise or the callbacks that the real one takes. */
function wxCloud(url: string, token: string) {
  return {
    init() {},
    async callFunction(o: WxOptions) {
      const answer = await post<Called>(`${url}/functions/${String(o['name'])}`, o['data'], token)
      if (answer.errCode !== undefined && answer.errCode !== 0) {
        o.fail?.(answer)
        throw Object.assign(new Error(answer.errMsg), answer)
      }
      o.success?.(answer)
      return answer
    },
  }
}

/** Pays on the sheet at once, as a person who has made up their mind. */
const requestPayment = (url: string) => (o?: WxOptions) => {
  const prepayId = String(o?.['package']).replace('prepay_id=', '')
  post(`${url}/wechat/pay/${prepayId}`, { action: 'confirm' }).then(
    () => succeed(o, { errMsg: 'requestPayment:ok' }),
    (error: unknown) => o?.fail?.({ errMsg: `requestPayment:fail ${String(error)}` }),
  )
}

/** Says yes to every consent, and tells WeChat so. */
const requestSubscribeMessage = (url: string, openid: string) => (o?: WxOptions) => {
  const ids = (o?.['tmplIds'] ?? []) as string[]
  const answers = Object.fromEntries(ids.map((id) => [id, 'accept']))
  post(`${url}/wechat/consents`, { openid, answers }).then(
    () => succeed(o, answers),
    (error: unknown) => o?.fail?.({ errMsg: String(error) }),
  )
}

const quiet = { log() {}, info() {}, debug() {}, warn() {}, error: console.error }

/** Switches the mini-program on, as this person. */
export async function startPhone(url: string, openid: string): Promise<WeappApp> {
  const { token } = await post<{ token: string }>(`${url}/session`, { openid })
  return new WeappApp(DIST, {
    console: quiet,
    wx: {
      cloud: wxCloud(url, token),
      requestPayment: requestPayment(url),
      requestSubscribeMessage: requestSubscribeMessage(url, openid),
      getPrivacySetting: (o?: WxOptions) => succeed(o, { needAuthorization: false, privacyContractName: '' }),
    },
  })
}

/** Notices that reached this person. */
export const inbox = (url: string, openid: string) =>
  get<{ messages?: unknown[] }>(`${url}/wechat/inbox?openid=${openid}`)
