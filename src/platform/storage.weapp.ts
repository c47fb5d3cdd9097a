import type { Platform } from './types'

export const load: Platform['load'] = (key) => {
  try {
    const text: unknown = wx.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : null
  } catch {
    return null
  }
}

export const save: Platform['save'] = (key, value) => {
  try {
    wx.setStorageSync(key, JSON.stringify(value))
  } catch {
    // Full or forbidden: the app lives without its memory.
  }
}
