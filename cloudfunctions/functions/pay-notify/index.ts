import { onPaid, payRoute } from '../../features/orders'
import { cloudFunction } from '../../platform/instance'
import { createPayCallback } from '../../platform/pay-callback'
import { hooks } from '../hooks'

/** WeChat Pay, or its workflow, calls this after a payment until it is answered with `errcode: 0`. */
export const main = cloudFunction(createPayCallback({ onPaid, hooks }), payRoute)
