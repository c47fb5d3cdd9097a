import { answersByName, MOST_TEMPLATES } from './consents'
import type { Platform } from './types'

export const askConsents: Platform['askConsents'] = (templates) =>
  new Promise((resolve) => {
    const tmplIds = Object.values(templates).slice(0, MOST_TEMPLATES)
    if (tmplIds.length === 0) return resolve({})
    wx.requestSubscribeMessage({
      tmplIds,
      success: (byId) => resolve(answersByName(templates, { ...byId })),
      // 20004: the person switched all messages off. The order goes on without.
      fail: () => resolve({}),
    })
  })
