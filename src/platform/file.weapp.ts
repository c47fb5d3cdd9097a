import type { Platform } from './types'

/** Into the app's own folder, over a file of this name. */
export const keepFile: Platform['keepFile'] = (name, text) => {
  const path = `${wx.env.USER_DATA_PATH}/${name}`
  try {
    wx.getFileSystemManager().writeFileSync(path, text, 'utf8')
    return path
  } catch {
    return null
  }
}

export const canSendFile: Platform['canSendFile'] = true

export const sendFile: Platform['sendFile'] = (file, name) =>
  new Promise((resolve) => {
    wx.shareFileMessage({
      filePath: file,
      fileName: name,
      success: () => resolve('sent'),
      fail: ({ errMsg }) => resolve(/cancel/i.test(errMsg) ? 'cancelled' : 'failed'),
    })
  })
