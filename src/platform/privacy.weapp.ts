import type { Platform } from './types'

export const privacyPending: Platform['privacyPending'] = () =>
  new Promise((resolve) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(false),
    })
  })

/** We register no listener of our own, so WeChat shows its own dialog. */
export const agreePrivacy: Platform['agreePrivacy'] = () =>
  new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })

export const openPrivacyGuide: Platform['openPrivacyGuide'] = () =>
  new Promise((resolve) => {
    wx.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) })
  })
