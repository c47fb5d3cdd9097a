import Taro from '@tarojs/taro'

/** Pages that live in the tab bar, as app.config.ts lists them. */
export const TABS = {
  home: '/features/home/pages/home/index',
  menu: '/features/catalogue/pages/menu/index',
  orders: '/features/orders/pages/list/index',
  me: '/features/members/pages/me/index',
} as const

/** Goes to a page by its path with query: a tab is switched to (WeChat drops its query), any other is opened on top. */
export function goTo(path: string): void {
  const url = path.startsWith('/') ? path : `/${path}`
  const page = url.split('?')[0] ?? url
  const tabs: readonly string[] = Object.values(TABS)
  void (tabs.includes(page) ? Taro.switchTab({ url: page }) : Taro.navigateTo({ url })).catch(() => {
    // Ten pages deep WeChat opens no other: replace the one on top.
    if (!tabs.includes(page)) void Taro.redirectTo({ url })
  })
}

/** Opens a page in place of this one: after paying, back must not lead to the checkout. */
export function replaceWith(url: string): void {
  void Taro.redirectTo({ url })
}
