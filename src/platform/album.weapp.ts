import { savedNot } from './choice'
import type { Platform } from './types'

export const savePicture: Platform['savePicture'] = (file) =>
  new Promise((resolve) => {
    wx.saveImageToPhotosAlbum({
      filePath: file,
      success: () => resolve('saved'),
      fail: ({ errMsg }) => resolve(savedNot(errMsg)),
    })
  })

export const canSendPicture: Platform['canSendPicture'] = true

/** Closing the menu is a failure to WeChat, and none to the person. */
export const sendPicture: Platform['sendPicture'] = (file) =>
  new Promise((resolve) => {
    wx.showShareImageMenu({ path: file, success: () => resolve(), fail: () => resolve() })
  })
