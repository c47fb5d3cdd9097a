import type { list, remove, save } from '@shared/addresses/contract'
import type { InputOf } from '@shared/kernel/action'
import { call } from '@/platform/cloud'

/** The addresses room's only door to the cloud. Every answer brings the whole book. */
export const api = {
  list: () => call<typeof list>('addresses.list', {}),
  /** The same address saved again is that address: may be repeated after OFFLINE. */
  save: (draft: InputOf<typeof save>) => call<typeof save>('addresses.save', draft),
  remove: (id: string) => call<typeof remove>('addresses.remove', { id }),
}
