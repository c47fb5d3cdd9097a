import { bridge, errMsgOf } from './bridge.h5'
import type { Platform } from './types'

/** Taro's own requestPayment "succeeds" in a browser without anybody paying: never call it here. */
export const pay: Platform['pay'] = async (payment) => {
  const shell = bridge()
  if (shell === null) return { kind: 'failed', message: '请在微信里打开后支付' }
  try {
    await shell.requestPayment(payment)
    return { kind: 'paid' }
  } catch (e) {
    const message = errMsgOf(e)
    return message.includes('cancel') ? { kind: 'cancelled' } : { kind: 'failed', message }
  }
}
