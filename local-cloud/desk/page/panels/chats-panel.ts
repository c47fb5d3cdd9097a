import { fill, h, inBackground } from '../../common/dom'
import { doors } from '../../common/doors'
import type { ChatCard, Person } from '../../common/shop'
import { clockText } from '../../common/time'
import type { DeskStore } from '../desk-state'
import { openFor } from '../open-for'
import type { PhoneView } from '../phone-view'

/** Mini-program cards between people. Sending takes the page that the left or right phone shows now. */
export function chatsPanel(store: DeskStore, phones: readonly PhoneView[], now: () => number): HTMLElement {
  const list = h('div', { class: 'list' })
  store.watch(
    (s) => s.cards,
    (cards) => {
      fill(
        list,
        ...[...cards].reverse().map((card) => cardView(store, card, phones)),
        cards.length === 0 &&
          h('p', { class: 'empty' }, '把手机上打开的页面发给朋友，对方点开就到了同一页。'),
      )
    },
  )
  return h('div', { class: 'chat' }, sendRow(store, now), list)
}

const option = (p: Person) => h('option', { value: p.openid }, p.name)

function sendRow(store: DeskStore, now: () => number): HTMLElement {
  const { people } = store.config.shop
  const sides = ['左手机', '右手机'].map((name, i) => h('option', { value: i }, name))
  const from = h('select', { 'aria-label': '谁发' }, ...sides)
  const to = h('select', { 'aria-label': '发给谁' }, ...people.map(option))
  to.selectedIndex = Math.min(1, people.length - 1)
  const send = async () => {
    const phone = store.get().phones[Number(from.value)]
    if (!phone?.path) return
    const title = phone.title || store.config.shop.name
    const { card } = await doors.sendCard({
      from: phone.openid,
      to: to.value,
      title,
      path: phone.path,
      sentAt: Math.round(now()),
    })
    store.set({ cards: [...store.get().cards, card] })
  }
  const button = h('button', { class: 'chip', on: { click: () => inBackground(send()) } }, '发送')
  return h('div', { class: 'chat-send' }, from, '的页面 发给', to, button)
}

const cardView = (store: DeskStore, card: ChatCard, phones: readonly PhoneView[]) =>
  h(
    'button',
    { class: 'share', on: { click: () => openFor(store, phones, card.to, card.path) } },
    h('small', {}, `${clockText(card.sentAt)} ${store.nameOf(card.from)} → ${store.nameOf(card.to)}`),
    h('b', {}, card.title),
    h('small', { class: 'share-foot' }, '小程序 · ', store.config.shop.name),
  )
