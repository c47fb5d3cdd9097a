import { h } from '../../common/dom'
import type { DeskShop } from '../../common/shop'
import { overlay } from '../overlay'

/** WeChat's 选择聊天: the other people, and groups that the person is in. Null when it is closed. */
export function shareSheet({ people, groups }: DeskShop, holder: string): Promise<string | null> {
  const others = people.filter((person) => person.openid !== holder)
  const own = groups.filter(({ members }) => members.includes(holder))
  return overlay<string | null>(
    'sheet',
    (finish) =>
      h(
        'section',
        { class: 'menu', 'aria-label': '选择聊天' },
        h('p', { class: 'menu-label' }, '发送给'),
        h('div', { class: 'menu-people' }, ...others.map((p) => chat(p.name, () => finish(p.openid)))),
        h('p', { class: 'menu-label' }, '群聊'),
        h('div', { class: 'menu-people' }, ...own.map((g) => chat(g.name, () => finish(g.id)))),
        h('button', { class: 'menu-row', on: { click: () => finish(null) } }, '取消'),
      ),
    { value: null },
  )
}

const chat = (name: string, click: () => void) =>
  h(
    'button',
    { class: 'menu-person', on: { click } },
    h('i', { 'aria-hidden': 'true' }, name.slice(-1)),
    h('span', {}, name),
  )
