import type { Notice } from './doors'
import type { Happening } from './happening'

/** What the local cloud tells whoever listens. */
export type CloudEvents = {
  inbox(notice: Notice): void
  clock(event: { readonly now: number }): void
  pay(event: { readonly outTradeNo: string; readonly state: string }): void
  /** What the functions and services wrote into their log. */
  log(event: { readonly at: number; readonly text: string }): void
}
type DeskEvents = { call(happening: Happening): void }

/** Listens to an event stream; the browser connects again by itself after a break, and `onOpen` tells of it. */
function listen(url: string, hear: object, onOpen: (up: boolean) => void = () => undefined): void {
  const source = new EventSource(url)
  for (const [kind, handler] of Object.entries(hear)) {
    source.addEventListener(kind, (event: MessageEvent<string>) => {
      ;(handler as (data: unknown) => void)(JSON.parse(event.data))
    })
  }
  source.addEventListener('open', () => onOpen(true))
  source.addEventListener('error', () => onOpen(false))
}

export const onCloudEvents = (hear: Partial<CloudEvents>, onOpen?: (up: boolean) => void) =>
  listen('/wechat/events', hear, onOpen)

/** What went through the phones; only the desk's own port tells it. */
export const onDeskEvents = (hear: DeskEvents) => listen('/desk/events', hear)
