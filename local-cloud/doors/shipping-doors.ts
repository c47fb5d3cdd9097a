import type { Shippings } from '../services/shipping'
import { whole } from './asked'
import { type Doors, json, jsonBody } from './http'

/** What the shop has told WeChat of orders handed over, and how that service misbehaves. */
export const shippingDoors = ({ shippings }: { readonly shippings: Shippings }): Doors => ({
  'GET /wechat/shipping'(ask) {
    const wanted = ask.query.get('transactionId')
    const all = shippings.all().filter((one) => wanted === null || one.transactionId === wanted)
    return json({ shippings: all })
  },
  'GET /wechat/shipping/faults': () => json(shippings.faults()),
  'POST /wechat/shipping/faults'(ask) {
    const { knownAfterMs } = jsonBody(ask)
    shippings.setFaults(
      knownAfterMs === undefined ? {} : { knownAfterMs: whole(knownAfterMs, 'knownAfterMs', 0) },
    )
    return json(shippings.faults())
  },
})
