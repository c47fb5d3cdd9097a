import { bridge } from './bridge.h5'
import type { Platform } from './types'

export const scan: Platform['scan'] = async () => {
  try {
    return (await bridge()?.scanCode())?.path ?? null
  } catch {
    return null
  }
}
