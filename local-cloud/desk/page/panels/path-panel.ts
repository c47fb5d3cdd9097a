import { fill, h } from '../../common/dom'
import { stepsDone, STEPS } from '../first-steps'
import type { DeskStore } from '../desk-state'

const KEPT = 'desk:steps'

/** A first way through the shop; each step ticks itself off when the cloud has seen it. */
export function pathPanel(store: DeskStore): HTMLElement {
  let done = new Set(JSON.parse(localStorage.getItem(KEPT) ?? '[]') as string[])
  const list = h('ol', { class: 'steps' })
  const draw = () => fill(list, ...STEPS.map((step) => stepRow(step.text, done.has(step.id))))
  store.watch(
    (s) => s.log,
    (log) => {
      done = stepsDone(done, log)
      localStorage.setItem(KEPT, JSON.stringify([...done]))
      draw()
    },
  )
  const again = () => {
    done = new Set()
    store.set({ log: [] })
  }
  return h(
    'section',
    { class: 'card path', 'aria-label': '试一试' },
    h(
      'h2',
      {},
      '试一试',
      h('small', {}, 'A first cup'),
      h('button', { class: 'quiet', on: { click: again } }, '重来'),
    ),
    list,
  )
}

const stepRow = (text: string, done: boolean) => h('li', { class: done ? 'done' : '' }, text)
