import { bridge } from './bridge.h5'
import { answersByName, MOST_TEMPLATES } from './consents'
import type { Platform } from './types'

export const askConsents: Platform['askConsents'] = async (templates) => {
  const ids = Object.values(templates).slice(0, MOST_TEMPLATES)
  const shell = bridge()
  if (shell === null || ids.length === 0) return {}
  try {
    return answersByName(templates, await shell.requestSubscribeMessage(ids))
  } catch {
    return {}
  }
}
