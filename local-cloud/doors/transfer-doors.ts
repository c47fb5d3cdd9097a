import type { Transfers } from '../services/transfers'
import { textIn, transferFaultsIn } from './asked'
import { type Answer, type Ask, BadAsk, type Doors, json, jsonBody } from './http'

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'

/** WeChat Pay's APIv3 for transfers, the confirm page around the phone, and how it all misbehaves. */
export const transferDoors = ({ transfers }: { readonly transfers: Transfers }): Doors => ({
  [`POST ${BILLS}`]: (ask, response) => speak(transfers, ask, response),
  [`GET ${BILLS}/out-bill-no/:no`]: (ask, response) => speak(transfers, ask, response),
  [`POST ${BILLS}/out-bill-no/:no/cancel`]: (ask, response) => speak(transfers, ask, response),
  'GET /wechat/transfers': () => json({ bills: transfers.bills() }),
  'GET /wechat/transfers/sheet'(ask) {
    const sheet = transfers.sheet(ask.query.get('package') ?? '')
    return sheet ? json(sheet) : json({ error: 'no such transfer' }, 404)
  },
  'POST /wechat/transfers/confirm': (ask) =>
    json(transfers.confirm(textIn(ask, 'package'), textIn(ask, 'openid'))),
  'GET /wechat/transfers/faults': () => json(transfers.faults()),
  'POST /wechat/transfers/faults'(ask) {
    transfers.setFaults(transferFaultsIn(jsonBody(ask)))
    return json(transfers.faults())
  },
  'POST /wechat/transfers/bills/:no/call-back'(ask) {
    const done = transfers.callBack(ask.params['no'] ?? '')
    if (!done) throw new BadAsk(404, 'no such transfer that is open')
    return json({ ok: true })
  },
})

/** An answer that gets lost is a connection that breaks. */
function speak(
  transfers: Transfers,
  { method, path, query, headers, body }: Ask,
  response: { destroy(): unknown },
): Answer {
  const search = query.size > 0 ? `?${query.toString()}` : ''
  const answer = transfers.handle({ method, path: `${path}${search}`, headers, body: body.toString('utf8') })
  if (answer) return answer
  response.destroy()
  return { body: null }
}
