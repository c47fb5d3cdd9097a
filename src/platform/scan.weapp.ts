import type { Platform } from './types'

export const scan: Platform['scan'] = () =>
  new Promise((resolve) => {
    wx.scanCode({
      // A mini-program code answers its page path here, and nothing in `result`.
      success: ({ path }) => resolve(path === undefined || path === '' ? null : path),
      fail: () => resolve(null),
    })
  })
