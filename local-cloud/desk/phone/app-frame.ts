import type { WeChatEvent } from '@shared/wechat/bridge'
import { byId, fill, h } from '../common/dom'

/** The app inside the phone. Each start is a new frame, so that nothing of the last one can still write. */
let frame: HTMLIFrameElement | null = null

/** Starts the app anew, at a page path with its query or at its first page. */
export function startApp(path = ''): void {
  frame = h('iframe', { id: 'app', title: '小程序', src: `/app/${path && `#${absolute(path)}`}` })
  fill(byId('stage'), frame)
}

/** Closes the app: its frame is gone when this returns. */
export function closeApp(): void {
  frame?.remove()
  frame = null
}

export function sendToApp(event: WeChatEvent): void {
  frame?.contentWindow?.postMessage({ wechat: event }, location.origin)
}

/** Where a tapped notice, card or code leads. */
export const openInApp = (path: string) => sendToApp({ kind: 'navigate', path: absolute(path) })

export const goBack = () => frame?.contentWindow?.history.back()

/** The open page with its query; '' before the app has shown one. */
export const currentPath = () => (frame?.contentWindow?.location.hash ?? '').replace(/^#/, '')

/** Whether the person has tapped in the app just now, as WeChat wants it for some of its dialogs. */
export const tappedJustNow = () => frame?.contentWindow?.navigator.userActivation.isActive ?? false

const absolute = (path: string) => (path.startsWith('/') ? path : `/${path}`)
