import type { Platform } from './types'

/** A browser would ask with a dialog that WeChat doesn't have: the place stays unknown. */
export const whereAmI: Platform['whereAmI'] = async () => null

export const openMap: Platform['openMap'] = async () => false
