import { byId, fill, h, inBackground } from '../common/dom'
import { doors } from '../common/doors'
import { onCloudEvents, onDeskEvents } from '../common/events'
import type { DeskConfig } from '../common/shop'
import type { CloudClock } from '../common/time'
import { type DeskStore, deskStore } from './desk-state'
import { fitPhones } from './fit'
import { callLine, type LogLine, noticeLine, payLine } from './log-line'
import { callsPanel } from './panels/calls-panel'
import { chatsPanel } from './panels/chats-panel'
import { clockPanel } from './panels/clock-panel'
import { inboxPanel } from './panels/inbox-panel'
import { logPanel } from './panels/log-panel'
import { pathPanel } from './panels/path-panel'
import { phoneView } from './phone-view'
import { tabs } from './tabs'
import { viewSwitch } from './view-switch'

const LOG_LINES = 200
/** What a call causes is still being counted when it answers. */
const COUNT_AFTER_MS = 400
const INBOX_TAB = 0
const CHAT_TAB = 1

/** The desk: phones, and beside them the WeChat around them. */
async function desk(config: DeskConfig): Promise<void> {
  const store = deskStore(config)
  const refreshCards = async () => store.set({ cards: await doors.chats() })
  const phones = config.phones.map((_, i) =>
    phoneView(store, i, () => {
      side.bump(CHAT_TAB)
      inBackground(refreshCards())
    }),
  )
  const { element: clockCard, clock } = clockPanel()
  const side = tabs([
    { name: '消息', english: 'Inbox', content: inboxPanel(store, phones) },
    { name: '聊天', english: 'Chats', content: chatsPanel(store, phones) },
    { name: '云', english: 'Cloud', content: logPanel(store) },
  ])
  fill(byId('top'), ...title(store))
  fill(byId('phones'), ...phones.map((p) => p.element))
  fill(
    byId('side'),
    h('div', { class: 'pair' }, clockCard, callsPanel(store)),
    pathPanel(store),
    side.element,
  )
  viewSwitch(byId('views'), ['左手机', '右手机', '桌面'])
  fitPhones(byId('phones'))
  listen(store, clock, () => side.bump(INBOX_TAB))
  await Promise.all([refreshCards(), refreshInbox(store), refreshCalls(store)])
}

const title = (store: DeskStore) => {
  const trouble = h('p', { class: 'top-trouble', role: 'alert', hidden: true }, '本地云断开了，正在重连…')
  store.watch(
    (s) => s.up,
    (up) => (trouble.hidden = up),
  )
  return [
    h('h1', {}, '常客', h('small', {}, 'Changke · the desk')),
    h('p', {}, `${store.config.shop.name}的演示店：两部手机，一朵本地的微信云。`),
    trouble,
  ]
}

function listen(store: DeskStore, clock: CloudClock, onNotice: () => void): void {
  const countSoon = soon(COUNT_AFTER_MS, () => inBackground(refreshCalls(store)))
  const add = (line: LogLine) => {
    store.set({ log: [...store.get().log, line].slice(-LOG_LINES) })
    countSoon()
  }
  onDeskEvents({ call: (call) => add(callLine(call, store.nameOf(call.openid), clock.now())) })
  onCloudEvents(
    {
      clock: ({ now }) => clock.set(now),
      pay: (event) => add(payLine(event, clock.now())),
      log: ({ at, text }) => add({ at, text, did: '', bad: / error: /.test(text) }),
      inbox: (notice) => {
        store.set({ notices: [...store.get().notices, notice] })
        add(noticeLine(notice, store.nameOf(notice.openid)))
        onNotice()
      },
    },
    (up) => store.set({ up }),
  )
}

/** Does something once, a moment after it was last asked for the first time. */
function soon(afterMs: number, act: () => void): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    setTimeout(() => {
      asked = false
      act()
    }, afterMs)
  }
}

async function refreshInbox(store: DeskStore): Promise<void> {
  const { people } = store.config.shop
  const all = await Promise.all(people.map((p) => doors.inbox(p.openid)))
  store.set({ notices: all.flat().sort((a, b) => a.at - b.at) })
}

async function refreshCalls(store: DeskStore): Promise<void> {
  store.set({ calls: await doors.calls() })
}

doors
  .deskConfig()
  .then(desk)
  .catch((error: unknown) => {
    fill(
      byId('desk'),
      h('p', { class: 'empty', role: 'alert' }, `桌面没有打开：${String(error)}。请重新运行 npm start。`),
    )
  })
