import { byId, fill, h, svg } from '../common/dom'
import { clockText } from '../common/time'

const BACK =
  '<svg viewBox="0 0 12 20" width="12" height="20"><path d="M10 2 2 10l8 8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>'
const SIGNALS = `<svg viewBox="0 0 68 14" width="68" height="14" fill="currentColor">
  <rect x="0" y="9" width="3" height="4" rx="1"/><rect x="5" y="6" width="3" height="7" rx="1"/>
  <rect x="10" y="3" width="3" height="10" rx="1"/><rect x="15" y="0" width="3" height="13" rx="1"/>
  <path d="M24 5.2a9 9 0 0 1 13 0l-1.6 1.7a6.7 6.7 0 0 0-9.8 0zm3 3.2a5 5 0 0 1 7 0l-3.5 3.8z"/>
  <rect x="43.5" y="1.5" width="20" height="11" rx="3" fill="none" stroke="currentColor" opacity=".5"/>
  <rect x="45" y="3" width="15" height="8" rx="1.8"/><rect x="65" y="5" width="1.6" height="4" rx=".8" opacity=".6"/></svg>`
const MORE =
  '<svg viewBox="0 0 20 8" width="20" height="8" fill="currentColor"><circle cx="3" cy="4" r="2.2"/><circle cx="10" cy="4" r="3"/><circle cx="17" cy="4" r="2.2"/></svg>'
const CLOSE =
  '<svg viewBox="0 0 18 18" width="18" height="18"><circle cx="9" cy="9" r="7.6" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="9" cy="9" r="3" fill="currentColor"/></svg>'

export type BarActions = { back(): void; menu(): void; putDown(): void }

/** WeChat's own bars above the app: the status bar with the cloud's time, the title, the arrow and the capsule. */
export function drawBars(actions: BarActions) {
  const time = h('b', { class: 'status-time' })
  const title = h('h1', { class: 'nav-title' }, '')
  const back = h(
    'button',
    { class: 'nav-back', 'aria-label': '返回', hidden: true, on: { click: actions.back } },
    svg(BACK),
  )
  const capsule = h(
    'div',
    { class: 'capsule' },
    h('button', { 'aria-label': '更多', on: { click: actions.menu } }, svg(MORE)),
    h('button', { 'aria-label': '收起', on: { click: actions.putDown } }, svg(CLOSE)),
  )
  fill(
    byId('bars'),
    h('div', { class: 'status' }, time, h('span', { 'aria-hidden': 'true' }, svg(SIGNALS))),
    h('div', { class: 'nav' }, back, title, capsule),
  )
  return {
    setTime: (now: number) => fill(time, clockText(now)),
    setTitle: (text: string) => fill(title, text),
    setCanGoBack: (can: boolean) => (back.hidden = !can),
    title: () => title.textContent ?? '',
  }
}
