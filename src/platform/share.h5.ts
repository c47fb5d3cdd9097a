import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { bridge } from './bridge.h5'
import type { ShareCard, TimelineCard } from './types'

/** WeChat waits so long for a better card. */
const PATIENCE_MS = 3_000

const later = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))

async function settled({ title, path, better }: ShareCard) {
  const found = better === null ? null : await Promise.race([better, later(PATIENCE_MS)])
  return { title, path: found ?? path }
}

/** What the page on top gives when it is forwarded, by the menu or by a ShareButton. */
export function useShare(make: () => ShareCard): void {
  const latest = useRef(make)
  latest.current = make
  const offer = () => bridge()?.setShare(() => settled(latest.current()))
  const withdraw = () => bridge()?.setShare(null)
  useDidShow(offer)
  useDidHide(withdraw)
  useEffect(() => {
    offer()
    return withdraw
    // once: both speak of the latest `make`
  }, [])
}

/** Moments are WeChat's own. */
export function useTimeline(_make: () => TimelineCard): void {
  // A browser has none.
}

/** Whether only this page is shown, out of Moments: never here. */
export const isSinglePage = (): boolean => false

/** An address that leads to this page path in any browser. */
export const linkTo = (path: string, _wechat: string | null): string | null =>
  `${window.location.origin}${window.location.pathname}#${path}`
