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

export const scrollPageTo: Platform['scrollPageTo'] = (id, under) => {
  const query = wx.createSelectorQuery()
  query.select(`#${id}`).boundingClientRect()
  query.select(`#${under}`).boundingClientRect()
  query.selectViewport().scrollOffset()
  query.exec(([target, head, view]: (Partial<Record<string, number>> | null)[]) => {
    if (target?.['top'] === undefined) return
    const scrollTop = (view?.['scrollTop'] ?? 0) + target['top'] - (head?.['height'] ?? 0)
    void wx.pageScrollTo({ scrollTop })
  })
}
