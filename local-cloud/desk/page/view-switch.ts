import { fill, h } from '../common/dom'

/** On a narrow screen one thing is shown at a time: `data-view` on the body says which. */
export function viewSwitch(place: HTMLElement, names: readonly string[]): void {
  const buttons = names.map((name, i) => h('button', { on: { click: () => show(i) } }, name))
  function show(index: number): void {
    document.body.dataset['view'] = String(index)
    for (const [i, button] of buttons.entries()) button.setAttribute('aria-pressed', String(i === index))
  }
  fill(place, ...buttons)
  show(0)
}
