import type { Platform } from './types'

// Taro's `scrollTop` prop is set anew on each drawing in a browser, and throws the list back.
export const scrollListTo: Platform['scrollListTo'] = (id, top) => {
  document.getElementById(id)?.scrollTo({ top, behavior: 'smooth' })
}

export const scrollPageTo: Platform['scrollPageTo'] = (id, under) => {
  const target = document.getElementById(id)
  if (target === null) return
  target.style.scrollMarginTop = `${document.getElementById(under)?.offsetHeight ?? 0}px`
  target.scrollIntoView({ behavior: 'smooth', block: 'start' })
}
