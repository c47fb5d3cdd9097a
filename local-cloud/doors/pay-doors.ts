import type { Functions } from '../services/functions'
import type { Pay } from '../services/pay'
import { faultsIn, refundEnd } from './asked'
import { BadAsk, type Doors, json, jsonBody } from './http'

/** WeChat Pay around the shop: the pay sheet, the merchant platform, and how callbacks and refunds misbehave. */
export const payDoors = ({
  pay,
  functions,
}: {
  readonly pay: Pay
  readonly functions: Functions
}): Doors => ({
  'GET /wechat/pay/faults': () => json(pay.faults()),
  'POST /wechat/pay/faults'(ask) {
    pay.setFaults(faultsIn(jsonBody(ask)))
    return json(pay.faults())
  },
  async 'POST /wechat/pay/notify'(ask) {
    const { event, source = 'wx_paycallback', functionName = 'pay-notify', openid } = jsonBody(ask)
    if (typeof event !== 'object' || event === null) throw new BadAsk(400, 'event is missing')
    const answer = await functions.invoke(String(functionName), event as Record<string, unknown>, {
      source: String(source),
      ...(typeof openid === 'string' && { openid }),
    })
    return json({ result: JSON.parse(answer) as unknown })
  },
  'POST /wechat/pay/refunds/:no'(ask) {
    const ended = pay.endRefund(ask.params['no'] ?? '', refundEnd(jsonBody(ask)['ends']))
    return ended ? json({ ok: true }) : json({ error: 'no such refund' }, 404)
  },
  'GET /wechat/pay/:prepayId'(ask) {
    const sheet = pay.sheet(ask.params['prepayId'] ?? '')
    return sheet ? json(sheet) : json({ error: 'no such payment' }, 404)
  },
  'POST /wechat/pay/:prepayId'(ask) {
    const { action } = jsonBody(ask)
    const prepayId = ask.params['prepayId'] ?? ''
    if (action === 'confirm') return json(pay.confirm(prepayId))
    if (action === 'cancel') return json(pay.cancel(prepayId))
    throw new BadAsk(400, 'action must be "confirm" or "cancel"')
  },
})
