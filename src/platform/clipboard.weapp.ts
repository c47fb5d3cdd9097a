import type { Platform } from './types'

export const copyText: Platform['copyText'] = (text) =>
  new Promise((resolve) => {
    wx.setClipboardData({ data: text, success: () => resolve(true), fail: () => resolve(false) })
  })
