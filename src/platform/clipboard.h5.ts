import Taro from '@tarojs/taro'
import type { Platform } from './types'

export const copyText: Platform['copyText'] = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    return false
  }
  void Taro.showToast({ title: '内容已复制', icon: 'none' })
  return true
}
