import { fill, h } from '../common/dom'

export type Tab = { readonly name: string; readonly english: string; readonly content: HTMLElement }

/** A card with tabs; the first is open. `mark` puts a number beside a name, 0 takes it away. */
export function tabs(all: readonly Tab[]) {
  const place = h('div', { class: 'tab-content', role: 'tabpanel' })
  const marks = all.map(() => h('i', { class: 'tab-mark', hidden: true }))
  const buttons = all.map((tab, i) =>
    h(
      'button',
      { role: 'tab', on: { click: () => open(i) } },
      tab.name,
      h('small', {}, tab.english),
      marks[i] ?? null,
    ),
  )
  function open(index: number): void {
    for (const [i, button] of buttons.entries()) button.setAttribute('aria-selected', String(i === index))
    mark(index, 0)
    fill(place, all[index]?.content ?? null)
  }
  function mark(index: number, count: number): void {
    const badge = marks[index]
    if (!badge) return
    const shown = buttons[index]?.getAttribute('aria-selected') === 'true' ? 0 : count
    badge.hidden = shown === 0
    fill(badge, String(shown))
  }
  open(0)
  return {
    element: h('section', { class: 'card tabs' }, h('div', { role: 'tablist' }, ...buttons), place),
    /** Adds one to the number beside a tab that is not open. */
    bump: (index: number) => mark(index, Number(marks[index]?.textContent || 0) + 1),
  }
}
