import { bridge } from './bridge.h5'
import type { Platform } from './types'

export const scanAny: Platform['scanAny'] = async () => {
  try {
    const { path = '', result = '' } = (await bridge()?.scanCode()) ?? {}
    if (path !== '') return { kind: 'page', path }
    return result === '' ? null : { kind: 'text', text: result }
  } catch {
    return null
  }
}

export const scan: Platform['scan'] = async () => {
  const scanned = await scanAny()
  return scanned?.kind === 'page' ? scanned.path : null
}
