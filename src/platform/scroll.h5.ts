import type { Platform } from './types'

// Taro's `scrollTop` prop is set anew on each drawing in a browser, and throws the list back.
export const scrollListTo: Platform['scrollListTo'] = (id, top) => {
  document.getElementById(id)?.scrollTo({ top, behavior: 'smooth' })
}
