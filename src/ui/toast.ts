import Taro from '@tarojs/taro'

/** A short sentence that goes away by itself. For what needs an answer, use Dialog. */
export function toast(sentence: string): void {
  void Taro.showToast({ title: sentence, icon: 'none', duration: 1600 })
}
