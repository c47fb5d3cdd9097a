import Taro from '@tarojs/taro'
import { bridge } from './bridge.h5'
import { onShell } from './lifecycle.h5'
import { goTo } from './navigation'

// Taro's own events in a browser: another page is wanted; it is loaded and on the stack; a page asked for another title.
const ROUTE = '__taroRouterChange'
const ARRIVED = '__afterTaroRouterChange'
const TITLE = '__taroH5SetNavigationBarTitle'

/** The path of the page on top: `/features/home/pages/home/index`. */
export function currentPage(): string {
  const path = window.location.hash.slice(1).split('?')[0] ?? ''
  return path === '' || path === '/' ? '' : path
}

/** Runs `cb` after each change of page. Returns what undoes it. */
export function onRoute(cb: () => void): () => void {
  const later = () => requestAnimationFrame(cb)
  Taro.eventCenter.on(ROUTE, later)
  Taro.eventCenter.on(ARRIVED, later)
  window.addEventListener('hashchange', later)
  return () => {
    Taro.eventCenter.off(ROUTE, later)
    Taro.eventCenter.off(ARRIVED, later)
    window.removeEventListener('hashchange', later)
  }
}

/**
 * Ties the app to the phone shell: it draws title and back arrow after each change of page, and sends us where a
 * tapped notice or a scanned code leads. `seen` hears each such path, and the one that the app began with. Returns what
 * undoes it.
 */
export function attachShell(seen: (path: string) => void): () => void {
  const setTitle = (title: string) => bridge()?.setTitle(title)
  const arrived = () => {
    setTitle(document.title)
    bridge()?.setCanGoBack(Taro.getCurrentPages().length > 1)
  }
  Taro.eventCenter.on(TITLE, setTitle)
  const unroute = onRoute(arrived)
  const unhear = onShell((event) => {
    if (event.kind !== 'navigate') return
    seen(event.path)
    goTo(event.path)
  })
  arrived()
  seen(window.location.hash.slice(1))
  return () => {
    Taro.eventCenter.off(TITLE, setTitle)
    unroute()
    unhear()
  }
}
