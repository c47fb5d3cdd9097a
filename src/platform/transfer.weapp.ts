import type { Platform } from './types'

/**
 * Base library 3.3.0 and later, and not inside WeCom (企业微信), whose client has no such page though it may claim the API.
 * It gives no Promise. Its success says that the page was confirmed, not that the money has arrived.
 */
export const requestTransfer: Platform['requestTransfer'] = ({ mchId, appId, package: pkg }) =>
  new Promise((resolve) => {
    if (inWeCom() || !wx.canIUse('requestMerchantTransfer')) return resolve('unsupported')
    wx.requestMerchantTransfer({
      mchId,
      appId,
      package: pkg,
      success: () => resolve('confirmed'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
    })
  })

/** Only there is `environment` set. */
function inWeCom(): boolean {
  const { environment } = wx.getSystemInfoSync() as { readonly environment?: string }
  return environment === 'wxwork'
}
