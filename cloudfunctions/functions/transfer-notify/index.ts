import { bookTransfer } from '../../features/promoters'
import { cloudFunction } from '../../platform/instance'
import { createTransferCallback } from '../../platform/transfer-callback'
import { hooks } from '../hooks'

/** WeChat Pay posts the end of a transfer here, through the environment's HTTP access, until it is answered with 200. */
export const main = cloudFunction(createTransferCallback({ onEnd: bookTransfer, hooks }))
