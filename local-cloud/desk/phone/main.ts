import { doors } from '../common/doors'
import { byId, fill, h, inBackground } from '../common/dom'
import { onCloudEvents } from '../common/events'
import { onDeskMessage, postToDesk } from '../common/messages'
import type { DeskShop, PhoneConfig } from '../common/shop'
import { cloudClock } from '../common/time'
import { currentPath, goBack, openInApp, sendToApp } from './app-frame'
import { showBanner } from './banner'
import { drawBars } from './bars'
import { forwarding } from './forwarding'
import { type Holding, holding } from './holding'
import { homeScreen } from './sheets/home-screen'
import { menuSheet } from './sheets/menu-sheet'

/** A phone: WeChat's bars around the app, and one person who holds it. */
async function phone(config: PhoneConfig): Promise<void> {
  const { shop, deskOrigin } = config
  const bars = drawBars({
    back: goBack,
    menu: () => inBackground(menu()),
    putDown: () => inBackground(putDown(mine.openid(), shop)),
  })
  const clock = cloudClock(bars.setTime)
  const forward = forwarding({
    shop,
    openid: () => mine.openid(),
    page: () => ({ title: bars.title() || shop.name, path: currentPath() }),
    now: clock.now,
    onSent: () => postToDesk(deskOrigin, { kind: 'sent' }),
  })
  const sharing = { setShare: forward.setShare, shareAppMessage: () => inBackground(forward.choose()) }
  const mine = holding(config, bars, sharing, (message) => postToDesk(deskOrigin, message))
  async function menu(): Promise<void> {
    const choice = await menuSheet(shop.people, mine.openid())
    if (choice?.do === 'share') await forward.send(choice.to)
    if (choice?.do === 'group') await forward.choose()
    if (choice?.do === 'hold') await mine.hold(choice.openid)
    if (choice?.do === 'forget') await mine.clear()
    if (choice?.do === 'restart') await mine.start()
  }
  obeyDesk(deskOrigin, mine, forward.send)
  onCloudEvents({
    clock: ({ now }) => clock.set(now),
    inbox: (notice) => {
      if (notice.openid === mine.openid()) showBanner(notice, openInApp)
    },
  })
  inBackground(doors.clock().then(({ now }) => clock.set(now)))
  await mine.start()
}

/** The desk hands the phone to somebody, somebody tapped a card there, or its page is sent on from there. */
function obeyDesk(deskOrigin: string, mine: Holding, share: (to: string) => Promise<void>): void {
  onDeskMessage(deskOrigin, (message) => {
    if (message.kind === 'share') return inBackground(share(message.to))
    const path = message.kind === 'open' ? message.path : ''
    if (message.openid !== mine.openid()) inBackground(mine.hold(message.openid, path))
    else if (path !== '') openInApp(path)
  })
}

/** The app goes out of sight until the person comes back to it, or to the page of a notice. */
async function putDown(openid: string, shop: DeskShop): Promise<void> {
  sendToApp({ kind: 'hide' })
  const path = await homeScreen(openid, shop)
  sendToApp({ kind: 'show' })
  if (path) openInApp(path)
}

doors
  .phoneConfig()
  .then(phone)
  .catch((error: unknown) => {
    fill(
      byId('stage'),
      h('p', { class: 'trouble', role: 'alert' }, '本地云没有回应，请重新运行 npm start'),
      h('p', { class: 'trouble' }, String(error)),
    )
  })
