import { bridge } from './bridge.h5'
import type { Platform } from './types'

export const privacyPending: Platform['privacyPending'] = async () =>
  bridge()?.getPrivacySetting().needAuthorization ?? false

export const agreePrivacy: Platform['agreePrivacy'] = async () => {
  try {
    return (await bridge()?.requirePrivacyAuthorize())?.agreed ?? false
  } catch {
    return false
  }
}

export const openPrivacyGuide: Platform['openPrivacyGuide'] = async () => false
