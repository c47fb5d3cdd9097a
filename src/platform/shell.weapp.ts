import { lastOf } from '@shared/kernel/lists'
import Taro from '@tarojs/taro'

/** The path of the page on top: `/features/home/pages/home/index`. */
export function currentPage(): string {
  const route = lastOf(Taro.getCurrentPages())?.route ?? ''
  return route === '' ? '' : `/${route}`
}

/** Each tab page of WeChat has a tab bar of its own: nothing to follow. */
export function onRoute(_cb: () => void): () => void {
  return () => undefined
}

/** WeChat itself draws title and arrow, and its own events lead to pages. */
export function attachShell(_seen: (path: string) => void): () => void {
  return () => undefined
}
