import type { Platform } from './types'

export const scrollListTo: Platform['scrollListTo'] = (id, top) => {
  wx.createSelectorQuery()
    .select(`#${id}`)
    .node((found) => {
      // Answers null when the page went away meanwhile.
      const list = found?.node as WechatMiniprogram.ScrollViewContext | undefined
      list?.scrollTo({ top, animated: true })
    })
    .exec()
}
