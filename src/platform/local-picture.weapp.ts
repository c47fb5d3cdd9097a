import type { Platform } from './types'

/** A file is fetched once, and read from the phone for as long as the app runs. */
const fetched = new Map<string, Promise<string | null>>()

export const localPicture: Platform['localPicture'] = (src) => {
  if (!src.startsWith('cloud://')) return Promise.resolve(src)
  const known = fetched.get(src)
  if (known !== undefined) return known
  const fetching = new Promise<string | null>((resolve) => {
    wx.cloud.downloadFile({
      fileID: src,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => {
        fetched.delete(src)
        resolve(null)
      },
    })
  })
  fetched.set(src, fetching)
  return fetching
}
