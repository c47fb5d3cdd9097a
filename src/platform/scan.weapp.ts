import type { Platform } from './types'

export const scanAny: Platform['scanAny'] = () =>
  new Promise((resolve) => {
    wx.scanCode({
      // A code of this mini-program answers its page path and nothing in `result`, any other code the other way round.
      success: ({ path, result }) => {
        if (path) resolve({ kind: 'page', path })
        else resolve(result ? { kind: 'text', text: result } : null)
      },
      fail: () => resolve(null),
    })
  })

export const scan: Platform['scan'] = async () => {
  const scanned = await scanAny()
  return scanned?.kind === 'page' ? scanned.path : null
}
