import type { ConsentAnswer, Messages } from '../services/messages'
import { codePicture, scannedCode } from '../services/codes'
import type { Functions } from '../services/functions'
import type { Meter } from '../services/meter/meter'
import type { Pay } from '../services/pay'
import type { Phones } from '../services/phone'
import type { Shippings } from '../services/shipping'
import type { Transfers } from '../services/transfers'
import type { TimerFaults, Timers } from '../services/timers/timers'
import { WechatError } from '../wire/openapi'
import type { Events } from './events'
import { faultsIn, textIn } from './asked'
import { BadAsk, type Doors, json, jsonBody } from './http'
import { payDoors } from './pay-doors'
import { shippingDoors } from './shipping-doors'
import { transferDoors } from './transfer-doors'

export type WechatServices = {
  readonly messages: Messages
  readonly pay: Pay
  readonly transfers: Transfers
  readonly timers: Timers
  readonly phones: Phones
  readonly shippings: Shippings
  readonly functions: Functions
  readonly meter: Meter
  readonly events: Events
}

/** WeChat around the mini-program: pay sheet, consents, inbox, codes, and what tests and the desk turn. */
export const wechatDoors = (services: WechatServices): Doors => ({
  'GET /wechat/events': (_ask, response) => services.events.subscribe(response),
  'GET /wechat/calls': () => json(services.meter.read()),
  'POST /wechat/calls/reset'() {
    services.meter.reset()
    return json({ ok: true })
  },
  ...messageDoors(services),
  ...payDoors(services),
  ...transferDoors(services),
  ...shippingDoors(services),
  ...timerDoors(services),
  ...codeDoors,
  'POST /wechat/phone-code'(ask) {
    const { phone } = jsonBody(ask)
    return json({
      code: services.phones.issue(textIn(ask, 'openid'), phone === undefined ? undefined : String(phone)),
    })
  },
})

const messageDoors = ({ messages }: WechatServices): Doors => ({
  'POST /wechat/consents'(ask) {
    const { answers } = jsonBody(ask)
    if (typeof answers !== 'object' || answers === null) throw new BadAsk(400, 'answers is missing')
    try {
      const left = messages.answer(textIn(ask, 'openid'), answers as Record<string, ConsentAnswer>)
      return json({ ...answers, errMsg: 'requestSubscribeMessage:ok', left })
    } catch (error) {
      if (error instanceof RangeError) throw new BadAsk(400, error.message)
      throw error
    }
  },
  'GET /wechat/inbox': (ask) => json({ notices: messages.inbox(ask.query.get('openid') ?? '') }),
  'GET /wechat/templates': () => json({ templates: messages.templates() }),
})

const timerDoors = ({ timers }: WechatServices): Doors => ({
  'GET /wechat/timer/faults': () => json(timers.faults()),
  'POST /wechat/timer/faults'(ask) {
    const { times, parallel } = faultsIn(jsonBody(ask))
    const faults: TimerFaults = {
      ...(times !== undefined && { times }),
      ...(parallel !== undefined && { parallel }),
    }
    timers.setFaults(faults)
    return json(timers.faults())
  },
})

const codeDoors: Doors = {
  'GET /wechat/code'(ask) {
    try {
      const picture = codePicture(ask.query.get('scene') ?? '', ask.query.get('page') ?? '')
      return { headers: { 'content-type': 'image/png' }, body: picture }
    } catch (error) {
      if (error instanceof WechatError) throw new BadAsk(400, `${error.errcode} ${error.message}`)
      throw error
    }
  },
  'POST /wechat/scan'(ask) {
    let scanned: ReturnType<typeof scannedCode>
    try {
      scanned = scannedCode(ask.body)
    } catch {
      throw new BadAsk(400, 'scanCode:fail the body is not a PNG')
    }
    if (scanned === null) throw new BadAsk(422, 'scanCode:fail no code in the picture')
    return json(scanned)
  },
}
