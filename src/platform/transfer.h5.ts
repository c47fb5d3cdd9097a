import type { Platform } from './types'

/** A browser has no WeChat wallet to be paid into. */
export const requestTransfer: Platform['requestTransfer'] = () => Promise.resolve('unsupported')
