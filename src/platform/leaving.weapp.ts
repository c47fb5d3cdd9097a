import type { Platform } from './types'

export const askBeforeLeaving: Platform['askBeforeLeaving'] = (message) => {
  wx.enableAlertBeforeUnload({ message })
  return () => wx.disableAlertBeforeUnload({})
}
