import { bridge, errMsgOf } from './bridge.h5'
import type { Platform } from './types'

/** The phone shell's page; a browser by itself has no WeChat wallet to be paid into. */
export const requestTransfer: Platform['requestTransfer'] = async (confirmation) => {
  const shell = bridge()
  if (shell === null) return 'unsupported'
  try {
    await shell.requestMerchantTransfer(confirmation)
    return 'confirmed'
  } catch (e) {
    return errMsgOf(e).includes('cancel') ? 'cancelled' : 'failed'
  }
}
