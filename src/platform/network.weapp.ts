import type { Platform } from './types'

export const watchNetwork: Platform['watchNetwork'] = (heard) => {
  const changed = (now: { readonly isConnected?: boolean; readonly errMsg?: string }) =>
    heard(now.isConnected !== false)
  wx.onNetworkStatusChange(changed)
  wx.getNetworkType({ success: ({ networkType }) => heard(networkType !== 'none') })
  return () => wx.offNetworkStatusChange(changed)
}
