import type { open } from '@shared/home/contract'
import { call } from '@/platform/cloud'

/** The home room's only door to the cloud. */
export const api = {
  /** `knownMenu` is the version of the menu that this phone has. */
  open: (knownMenu: number | null) => call<typeof open>('home.open', { knownMenu }),
}
