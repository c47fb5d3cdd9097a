type Child = Node | string | null | false

export type Attrs = {
  readonly class?: string
  readonly on?: Partial<{
    readonly [K in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[K]) => void
  }>
  readonly [attribute: string]: unknown
}

/** Makes an element: `h('button', {class: 'buy', on: {click}}, '买')`. `true` sets an empty attribute, `false` none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Attrs = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attrs)) {
    if (name === 'on') listenTo(element, value as NonNullable<Attrs['on']>)
    else if (value !== false && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((c): c is Node | string => c !== null && c !== false))
  return element
}

function listenTo(element: HTMLElement, handlers: NonNullable<Attrs['on']>): void {
  for (const [type, handler] of Object.entries(handlers))
    element.addEventListener(type, handler as EventListener)
}

/** Replaces everything inside an element. */
export function fill(element: HTMLElement, ...children: Child[]): void {
  element.replaceChildren(...children.filter((c): c is Node | string => c !== null && c !== false))
}

/** A drawing from markup of our own; never from anything a person typed. */
export function svg(markup: string): Element {
  const holder = document.createElement('template')
  holder.innerHTML = markup.trim()
  const drawn = holder.content.firstElementChild
  if (!drawn) throw new Error('empty drawing')
  return drawn
}

/** The element with this id; a page without it is a bug. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no #${id}`)
  return found
}

/** Starts something whose failure can only be shown in the console. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(error))
}
