import type { BridgeCard, WeChatBridge } from '@shared/wechat/bridge'
import { doors } from '../common/doors'
import type { DeskShop } from '../common/shop'
import { toast } from './overlay'
import { shareSheet } from './sheets/share-sheet'

type Deps = {
  readonly shop: DeskShop
  readonly openid: () => string
  /** The page on top as it is, for one that gives nothing of its own. */
  readonly page: () => BridgeCard
  readonly now: () => number
  readonly onSent: () => void
}

/** Forwarding as WeChat does it: the page says what its card shows, the person picks who gets it. */
export function forwarding({ shop, openid, page, now, onSent }: Deps) {
  let make: (() => Promise<BridgeCard>) | null = null
  async function send(to: string): Promise<void> {
    const card = make === null ? page() : await make()
    await doors.sendCard({ from: openid(), to, ...card, sentAt: Math.round(now()) })
    onSent()
    toast('已发送')
  }
  async function choose(): Promise<void> {
    const to = await shareSheet(shop, openid())
    if (to !== null) await send(to)
  }
  const setShare: WeChatBridge['setShare'] = (card) => {
    make = card
  }
  return { setShare, send, choose }
}
