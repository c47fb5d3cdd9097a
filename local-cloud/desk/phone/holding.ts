import { doors } from '../common/doors'
import type { FromPhone } from '../common/messages'
import type { PhoneConfig } from '../common/shop'
import { closeApp, currentPath, startApp } from './app-frame'
import type { drawBars } from './bars'
import { bridgeFor, type Sharing } from './bridge'
import { forget, handOver, holder } from './person'

export type Holding = {
  openid(): string
  /** Starts the app for whoever holds the phone, at its first page or at `path`. */
  start(path?: string): Promise<void>
  /** Hands the phone to somebody else; a stranger is ignored. */
  hold(next: string, path?: string): Promise<void>
  /** Forgets everything of this person on this phone, and starts anew. */
  clear(): Promise<void>
}

/** Who holds the phone and what they see of it. `tell` passes it on to the desk. */
export function holding(
  { shop, openid: first }: PhoneConfig,
  bars: ReturnType<typeof drawBars>,
  sharing: Sharing,
  tell: (message: FromPhone) => void,
): Holding {
  let openid = holder(first)
  const here = () => tell({ kind: 'at', openid, title: bars.title(), path: currentPath() })
  async function start(path = ''): Promise<void> {
    const session = await doors.session(openid)
    const setTitle = (text: string) => {
      bars.setTitle(text)
      here()
    }
    bars.setCanGoBack(false)
    sharing.setShare(null)
    window.wechat = bridgeFor(session, shop, { setTitle, setCanGoBack: bars.setCanGoBack }, sharing)
    startApp(path)
    here()
  }
  return {
    openid: () => openid,
    start,
    async hold(next, path = '') {
      if (!shop.people.some((p) => p.openid === next)) return
      closeApp()
      handOver(openid, next)
      openid = next
      await start(path)
    },
    async clear() {
      closeApp()
      forget(openid)
      await start()
    },
  }
}
