import { history } from '@tarojs/router'
import Taro from '@tarojs/taro'
import type { Platform } from './types'

export const askBeforeLeaving: Platform['askBeforeLeaving'] = (message) => {
  const unblock = history.block(({ retry }) => {
    void Taro.showModal({ content: message, confirmText: '离开', cancelText: '再看看' }).then(
      ({ confirm }) => {
        if (!confirm) return
        unblock()
        retry()
      },
    )
  })
  return unblock
}
