import type { DeskStore } from './desk-state'
import type { PhoneView } from './phone-view'

/**
 * Opens a page on the phone that this person holds. Somebody who holds none is given the right one when they belong
 * behind the counter, else the left one, and opens the page there.
 */
export function openFor(store: DeskStore, phones: readonly PhoneView[], openid: string, path: string): void {
  const held = store.get().phones.findIndex((p) => p.openid === openid)
  const phone = phones[Math.max(0, held)]
  phone?.tell({ kind: 'open', openid, path })
}
