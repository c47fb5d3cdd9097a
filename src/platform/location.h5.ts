import { bridge } from './bridge.h5'
import type { Platform } from './types'

/** A browser would ask with a dialog that WeChat doesn't have: the place stays unknown. */
export const whereAmI: Platform['whereAmI'] = async () => null

export const placeDenied: Platform['placeDenied'] = async () => false

export const openSettings: Platform['openSettings'] = async () => {
  const shell = bridge()
  if (shell === null) return false
  await shell.openSetting()
  return true
}

export const openMap: Platform['openMap'] = async () => false
