import type { WeChatEvent } from '@shared/wechat/bridge'
import type { Platform } from './types'

/** Hears what the phone shell posts into the frame. Messages from elsewhere are not ours. */
export function onShell(cb: (event: WeChatEvent) => void): () => void {
  const hear = (message: MessageEvent<unknown>) => {
    if (message.origin !== window.location.origin) return
    const { data } = message
    if (typeof data === 'object' && data !== null && 'wechat' in data) cb(data.wechat as WeChatEvent)
  }
  window.addEventListener('message', hear)
  return () => window.removeEventListener('message', hear)
}

function on(kind: 'show' | 'hide', cb: () => void): () => void {
  const unhear = onShell((event) => {
    if (event.kind === kind) cb()
  })
  const look = () => {
    if (document.hidden === (kind === 'hide')) cb()
  }
  document.addEventListener('visibilitychange', look)
  return () => {
    unhear()
    document.removeEventListener('visibilitychange', look)
  }
}

export const onVisible: Platform['onVisible'] = (cb) => on('show', cb)
export const onHidden: Platform['onHidden'] = (cb) => on('hide', cb)
