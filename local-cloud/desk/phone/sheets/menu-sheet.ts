import { h } from '../../common/dom'
import type { Person } from '../../common/shop'
import { overlay } from '../overlay'

export type MenuChoice =
  | { readonly do: 'share'; readonly to: string }
  | { readonly do: 'group' }
  | { readonly do: 'hold'; readonly openid: string }
  | { readonly do: 'restart' }
  | { readonly do: 'forget' }
  | null

/** The capsule's menu: send this page to somebody, hand the phone over, start anew, forget everything. */
export function menuSheet(people: readonly Person[], holder: string): Promise<MenuChoice> {
  const others = people.filter((p) => p.openid !== holder)
  return overlay<MenuChoice>(
    'sheet',
    (finish) => {
      const row = (text: string, choice: MenuChoice) =>
        h('button', { class: 'menu-row', on: { click: () => finish(choice) } }, text)
      const faces = (label: string, choice: (p: Person) => MenuChoice) => [
        h('p', { class: 'menu-label' }, label),
        h('div', { class: 'menu-people' }, ...others.map((p) => personButton(p, () => finish(choice(p))))),
      ]
      return h(
        'section',
        { class: 'menu', 'aria-label': '更多' },
        ...faces('转发给朋友', (p) => ({ do: 'share', to: p.openid })),
        row('转发到群聊', { do: 'group' }),
        ...faces('把手机交给', (p) => ({ do: 'hold', openid: p.openid })),
        row('重新进入小程序', { do: 'restart' }),
        row('清除本机数据', { do: 'forget' }),
        row('取消', null),
      )
    },
    { value: null },
  )
}

const personButton = (person: Person, click: () => void) =>
  h(
    'button',
    { class: 'menu-person', on: { click } },
    h('i', { 'aria-hidden': 'true' }, person.name.slice(-1)),
    h('span', {}, person.name),
  )
