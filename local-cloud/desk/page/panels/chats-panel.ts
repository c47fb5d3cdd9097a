import { fill, h } from '../../common/dom'
import type { ChatCard, Group, Person } from '../../common/shop'
import { clockText } from '../../common/time'
import type { DeskStore } from '../desk-state'
import { openFor } from '../open-for'
import type { PhoneView } from '../phone-view'

/** Mini-program cards between people. Sending takes the page that the left or right phone shows now. */
export function chatsPanel(store: DeskStore, phones: readonly PhoneView[]): HTMLElement {
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
  return h('div', { class: 'chat' }, sendRow(store, phones), list)
}

const groupOption = ({ id, name }: Group) => h('option', { value: id }, name)
const option = (p: Person) => h('option', { value: p.openid }, p.name)

function sendRow(store: DeskStore, phones: readonly PhoneView[]): HTMLElement {
  const { people, groups } = store.config.shop
  const sides = ['左手机', '右手机'].map((name, i) => h('option', { value: i }, name))
  const from = h('select', { 'aria-label': '谁发' }, ...sides)
  const to = h('select', { 'aria-label': '发给谁' }, ...people.map(option), ...groups.map(groupOption))
  to.selectedIndex = Math.min(1, people.length - 1)
  // the phone itself sends it: its page says what the card shows
  const send = () => phones[Number(from.value)]?.tell({ kind: 'share', to: to.value })
  const button = h('button', { class: 'chip', on: { click: send } }, '发送')
  return h('div', { class: 'chat-send' }, from, '的页面 发给', to, button)
}

/** A card; in a group's chat each of its members may open it. */
function cardView(store: DeskStore, card: ChatCard, phones: readonly PhoneView[]): HTMLElement {
  const group = store.config.shop.groups.find(({ id }) => id === card.to)
  const open = (openid: string) => openFor(store, phones, openid, card.path)
  const parts = [
    h(
      'small',
      {},
      `${clockText(card.sentAt)} ${store.nameOf(card.from)} → ${group?.name ?? store.nameOf(card.to)}`,
    ),
    h('b', {}, card.title),
    h('small', { class: 'share-foot' }, '小程序 · ', store.config.shop.name),
  ]
  if (!group) return h('button', { class: 'share', on: { click: () => open(card.to) } }, ...parts)
  const members = group.members.filter((openid) => openid !== card.from)
  return h(
    'div',
    { class: 'share' },
    ...parts,
    h(
      'div',
      { class: 'share-openers' },
      ...members.map((openid) =>
        h('button', { class: 'chip', on: { click: () => open(openid) } }, `${store.nameOf(openid)}点开`),
      ),
    ),
  )
}
