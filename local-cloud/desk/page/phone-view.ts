import { fill, h } from '../common/dom'
import { onPhoneMessage, postToPhone, type ToPhone } from '../common/messages'
import type { DeskStore } from './desk-state'

export type PhoneView = { readonly element: HTMLElement; tell(message: ToPhone): void }

/** One phone on the desk: its frame, who holds it, and what it shows. `onSent` hears of a card sent from its menu. */
export function phoneView(store: DeskStore, index: number, onSent: () => void): PhoneView {
  const { url } = store.config.phones[index] ?? { url: '' }
  const frame = h('iframe', {
    src: url,
    title: index === 0 ? '左边的手机' : '右边的手机',
    class: 'phone-screen',
  })
  const tell = (message: ToPhone) => {
    if (frame.contentWindow) postToPhone(frame.contentWindow, url, message)
  }
  onPhoneMessage(url, (message) => {
    if (message.kind === 'sent') return onSent()
    const { openid, title, path } = message
    store.set({ phones: store.get().phones.map((p, i) => (i === index ? { openid, title, path } : p)) })
  })
  const element = h(
    'article',
    { class: 'phone', 'data-phone': index },
    holderRow(store, index, (openid) => tell({ kind: 'hold', openid })),
    h('div', { class: 'phone-place' }, h('div', { class: 'phone-body' }, frame)),
  )
  return { element, tell }
}

function holderRow(store: DeskStore, index: number, hand: (openid: string) => void): HTMLElement {
  const { people } = store.config.shop
  const select = h(
    'select',
    { 'aria-label': '谁拿着这部手机', on: { change: () => hand(select.value) } },
    ...people.map((p) => h('option', { value: p.openid }, p.name)),
  )
  const about = h('span', { class: 'phone-about' })
  store.watch(
    (s) => s.phones[index]?.openid ?? '',
    (openid) => {
      select.value = openid
      fill(about, people.find((p) => p.openid === openid)?.about ?? '')
    },
  )
  return h('header', { class: 'phone-holder' }, select, about)
}
