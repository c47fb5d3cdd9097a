import Taro from '@tarojs/taro'

/** Calls a phone number. A computer can't: the number stays on the screen for a while. */
export function dial(phone: string): void {
  void Taro.showToast({ title: `电话 ${phone}`, icon: 'none', duration: 5000 })
  if (/Mobi/.test(navigator.userAgent)) window.location.href = `tel:${phone}`
}
