import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { ShareCard, TimelineCard } from './types'

/** The scene of a page that is shown alone, out of Moments: no login, no calls in a person's name. */
const SINGLE_PAGE = 1154

/** What the page on top gives when it is forwarded, by the menu or by a ShareButton. */
export function useShare(make: () => ShareCard): void {
  useShareAppMessage(() => {
    const { title, path, picture, better } = make()
    const card = { title, path, ...(picture === '' ? {} : { imageUrl: picture }) }
    if (better === null) return card
    return { ...card, promise: better.then((found) => ({ ...card, path: found ?? path })) }
  })
}

/** What the page gives to Moments. */
export function useTimeline(make: () => TimelineCard): void {
  useShareTimeline(make)
}

let single: boolean | null = null
/** Whether only this page is shown, out of Moments. It does not change while the app lives. */
export function isSinglePage(): boolean {
  single ??= wx.getLaunchOptionsSync().scene === SINGLE_PAGE
  return single
}

/** A link that works outside of WeChat, as the cloud got it from WeChat; null when it got none. */
export const linkTo = (_path: string, wechat: string | null): string | null => wechat
