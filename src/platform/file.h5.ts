import type { Platform } from './types'

/** The browser takes it as a download at once. */
export const keepFile: Platform['keepFile'] = (name, text) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // the download holds on to it by itself
  setTimeout(() => URL.revokeObjectURL(url))
  return name
}

export const canSendFile: Platform['canSendFile'] = false

export const sendFile: Platform['sendFile'] = async () => 'sent'
