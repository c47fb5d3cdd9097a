import { fill, h } from '../../common/dom'
import { clockText } from '../../common/time'
import type { DeskStore } from '../desk-state'

/** What the cloud did, newest first. */
export function logPanel(store: DeskStore): HTMLElement {
  const list = h('div', { class: 'list log' })
  store.watch(
    (s) => s.log,
    (lines) => {
      fill(
        list,
        ...[...lines]
          .reverse()
          .map((line) =>
            h('p', { class: line.bad ? 'bad' : '' }, h('small', {}, clockText(line.at)), line.text),
          ),
        lines.length === 0 && h('p', { class: 'empty' }, '云还没有做什么。点一点手机。'),
      )
    },
  )
  return list
}
