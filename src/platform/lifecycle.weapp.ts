import type { Platform } from './types'

export const onVisible: Platform['onVisible'] = (cb) => {
  const hear = () => cb()
  wx.onAppShow(hear)
  return () => wx.offAppShow(hear)
}

export const onHidden: Platform['onHidden'] = (cb) => {
  const hear = () => cb()
  wx.onAppHide(hear)
  return () => wx.offAppHide(hear)
}
