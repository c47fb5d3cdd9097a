import { fill, h } from '../../common/dom'
import type { Notice } from '../../common/doors'
import { clockText } from '../../common/time'
import type { DeskStore } from '../desk-state'
import type { PhoneView } from '../phone-view'
import { openFor } from '../open-for'

/** Everyone's service notices, newest first; a tap opens the notice's page on the phone of whom it was sent to. */
export function inboxPanel(store: DeskStore, phones: readonly PhoneView[]): HTMLElement {
  const list = h('div', { class: 'list' })
  store.watch(
    (s) => s.notices,
    (notices) => {
      fill(
        list,
        ...[...notices].reverse().map((notice) => noticeCard(store, notice, phones)),
        notices.length === 0 &&
          h('p', { class: 'empty' }, '还没有服务通知。订单可取时，同意过接收的顾客会收到一条。'),
      )
    },
  )
  return list
}

const noticeCard = (store: DeskStore, notice: Notice, phones: readonly PhoneView[]) =>
  h(
    'button',
    {
      class: 'notice',
      on: { click: () => notice.page && openFor(store, phones, notice.openid, notice.page) },
    },
    h('small', {}, `${clockText(notice.at)} → ${store.nameOf(notice.openid)}`),
    h('b', {}, notice.title),
    ...notice.rows.map((row) => h('p', {}, h('span', {}, row.label), row.value)),
  )
