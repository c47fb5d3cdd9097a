import type { menu } from '@shared/catalogue/contract'
import { call } from '@/platform/cloud'

/** The catalogue room's only door to the cloud. */
export const api = {
  /** `known` is the version of the menu that this phone has; the same is not sent again. */
  menu: (known: number | null) => call<typeof menu>('catalogue.menu', { known }),
}
