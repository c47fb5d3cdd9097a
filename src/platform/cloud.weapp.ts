import { heardClock } from './clock'
import { failedFunction, isReply, offline } from './failure'
import type { Platform } from './types'

let started = false
function start(): void {
  if (started) return
  started = true
  const env = process.env.TARO_APP_CLOUD_ENV
  wx.cloud.init(env === undefined || env === '' ? {} : { env })
}

/** WeChat puts a code on what failed in the cloud (-5040xx, -60xxxx…), none or -1 on what never got there. */
const reachedCloud = (errCode: unknown) => typeof errCode === 'number' && errCode < -400_000

type Failed = { readonly errCode?: unknown; readonly errMsg?: unknown }

export const call: Platform['call'] = (action, input) =>
  new Promise((resolve) => {
    start()
    wx.cloud.callFunction({
      name: 'api',
      data: { action, input },
      success: ({ result }) => {
        if (!isReply(result)) return resolve(failedFunction('api answered nothing'))
        heardClock(result.now)
        // Which action was called decides the shape; the router answers with nothing else.
        resolve(result as never)
      },
      fail: (e: Failed) => {
        const errMsg = String(e.errMsg ?? '')
        if (reachedCloud(e.errCode)) return resolve(failedFunction(errMsg))
        resolve(offline(/timeout/i.test(errMsg) ? 'timeout' : 'network'))
      },
    })
  })

export const upload: Platform['upload'] = (local, folder) =>
  new Promise((resolve) => {
    start()
    const kind = /\.(\w{1,5})$/.exec(local)?.[1] ?? 'png'
    wx.cloud.uploadFile({
      cloudPath: `${folder}/${Date.now().toString(36)}.${kind}`,
      filePath: local,
      success: ({ fileID }) => resolve(fileID),
      fail: () => resolve(null),
    })
  })
