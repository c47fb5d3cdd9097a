import type { Platform } from './types'

export const pay: Platform['pay'] = (payment) =>
  new Promise((resolve) => {
    wx.requestPayment({
      ...payment,
      success: () => resolve({ kind: 'paid' }),
      fail: ({ errMsg }) =>
        resolve(errMsg.includes('cancel') ? { kind: 'cancelled' } : { kind: 'failed', message: errMsg }),
    })
  })
