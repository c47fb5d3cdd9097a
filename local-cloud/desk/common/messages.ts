/** What the desk's page tells a phone, as `{desk: …}` through postMessage (they live on different ports). */
export type ToPhone =
  /** Hand the phone to this person. */
  | { readonly kind: 'hold'; readonly openid: string }
  /** A card or a notice of this person was tapped: they take the phone, if they don't hold it, and see the page. */
  | { readonly kind: 'open'; readonly openid: string; readonly path: string }
  /** Forward the page on top to this person or group. */
  | { readonly kind: 'share'; readonly to: string }

/** What a phone tells the desk's page, as `{phone: …}`. */
export type FromPhone =
  /** Who holds it and which page is open. */
  | { readonly kind: 'at'; readonly openid: string; readonly title: string; readonly path: string }
  /** A card was sent from its menu. */
  | { readonly kind: 'sent' }

export const postToPhone = (frame: Window, origin: string, message: ToPhone) =>
  frame.postMessage({ desk: message }, origin)

export const postToDesk = (origin: string, message: FromPhone) => {
  if (window.parent !== window) window.parent.postMessage({ phone: message }, origin)
}

/** Listens for the desk's messages; those of any other origin are ignored. */
export function onDeskMessage(origin: string, hear: (message: ToPhone) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = event.origin === origin ? field<ToPhone>(event.data, 'desk') : null
    if (message) hear(message)
  })
}

/** Listens for the messages of one phone. */
export function onPhoneMessage(origin: string, hear: (message: FromPhone) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = event.origin === origin ? field<FromPhone>(event.data, 'phone') : null
    if (message) hear(message)
  })
}

function field<T extends { readonly kind: string }>(data: unknown, name: string): T | null {
  if (typeof data !== 'object' || data === null || !(name in data)) return null
  const message = (data as Record<string, unknown>)[name]
  return typeof message === 'object' && message !== null && 'kind' in message ? (message as T) : null
}
