import { notChosen } from './choice'
import { LONG_SIDE, QUALITY } from './photo-size'
import type { Platform } from './types'

export const choosePhotos: Platform['choosePhotos'] = (most) =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => {
        void Promise.all(tempFiles.map(({ tempFilePath }) => smaller(tempFilePath))).then((files) =>
          resolve({ kind: 'chosen', files }),
        )
      },
      fail: ({ errMsg }) => resolve(notChosen(errMsg)),
    })
  })

/** What can't be made smaller goes as it is: WeChat has compressed it once already. */
const smaller = (src: string): Promise<string> =>
  new Promise((resolve) => {
    const asItIs = () => resolve(src)
    wx.getImageInfo({
      src,
      fail: asItIs,
      success: ({ width, height }) => {
        if (Math.max(width, height) <= LONG_SIDE) return asItIs()
        wx.compressImage({
          src,
          quality: QUALITY * 100,
          ...(width >= height ? { compressedWidth: LONG_SIDE } : { compressedHeight: LONG_SIDE }),
          success: ({ tempFilePath }) => resolve(tempFilePath),
          fail: asItIs,
        })
      },
    })
  })
