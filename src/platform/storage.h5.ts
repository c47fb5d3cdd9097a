import { bridge } from './bridge.h5'
import type { Platform } from './types'

// Another person may take the same phone, and WeChat would give them a storage of their own.
const own = (key: string) => `changke:${bridge()?.session().openid ?? ''}:${key}`

export const load: Platform['load'] = (key) => {
  try {
    const text = window.localStorage.getItem(own(key))
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export const save: Platform['save'] = (key, value) => {
  try {
    window.localStorage.setItem(own(key), JSON.stringify(value))
  } catch {
    // Full or forbidden: the app lives without its memory.
  }
}
