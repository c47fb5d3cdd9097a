import { byId, h } from '../common/dom'

export type Finish<T> = (value: T) => void

/**
 * Lays something of WeChat's over the app until it is answered. `how` decides the place: a sheet from below, a dialog
 * in the middle, or the whole screen. With `dismiss`, a tap beside it answers that.
 */
export function overlay<T>(
  how: 'sheet' | 'dialog' | 'full',
  build: (finish: Finish<T>) => HTMLElement,
  dismiss?: { readonly value: T },
): Promise<T> {
  return new Promise((resolve) => {
    const finish: Finish<T> = (value) => {
      layer.remove()
      resolve(value)
    }
    const shade = h('div', { class: 'shade', on: { click: () => dismiss && finish(dismiss.value) } })
    const layer = h(
      'div',
      { class: `layer layer-${how}`, role: 'dialog', 'aria-modal': 'true' },
      shade,
      build(finish),
    )
    byId('overlays').append(layer)
  })
}

/** WeChat's short message in the middle of the screen. */
export function toast(text: string): void {
  const note = h('div', { class: 'toast', role: 'status', on: { animationend: () => note.remove() } }, text)
  byId('overlays').append(note)
}
