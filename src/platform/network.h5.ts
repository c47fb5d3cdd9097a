import type { Platform } from './types'

/** The browser's own word: Taro's reads the speed of the line, which stays what it was when the line is gone. */
export const watchNetwork: Platform['watchNetwork'] = (heard) => {
  const tell = () => heard(navigator.onLine)
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  tell()
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
