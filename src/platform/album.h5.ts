import type { Platform } from './types'

export const savePicture: Platform['savePicture'] = async (file, name) => {
  const link = document.createElement('a')
  link.href = file
  link.download = `${name}.png`
  document.body.append(link)
  link.click()
  link.remove()
  return 'downloading'
}

export const canSendPicture: Platform['canSendPicture'] = false

export const sendPicture: Platform['sendPicture'] = async () => undefined
