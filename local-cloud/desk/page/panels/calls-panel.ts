import { fill, h, inBackground } from '../../common/dom'
import { type Calls, doors } from '../../common/doors'
import type { DeskStore } from '../desk-state'

const BILLED = [
  ['functionCalls', '函数'],
  ['databaseReads', '读'],
  ['databaseWrites', '写'],
  ['fileTransfers', '文件'],
] as const satisfies readonly (readonly [keyof Calls, string])[]

const billedTotal = (calls: Calls) => BILLED.reduce((sum, [key]) => sum + calls[key], 0)

/** The meter: calls that the plan bills, since the last reset. */
export function callsPanel(store: DeskStore): HTMLElement {
  const total = h('b', { class: 'meter-total' })
  const parts = h('div', { class: 'meter-parts' })
  const reset = () =>
    inBackground(doors.resetCalls().then(async () => store.set({ calls: await doors.calls() })))
  store.watch(
    (s) => s.calls,
    (calls) => {
      fill(total, calls ? String(billedTotal(calls)) : '–')
      fill(
        parts,
        ...BILLED.map(([key, label]) => h('span', {}, `${label} `, h('b', {}, String(calls?.[key] ?? 0)))),
      )
    },
  )
  return h(
    'section',
    { class: 'card meter', 'aria-label': '计费调用' },
    h('div', {}, h('h2', {}, '计费调用', h('small', {}, 'Billed calls')), total),
    parts,
    h('button', { class: 'chip', on: { click: reset } }, '归零'),
  )
}
