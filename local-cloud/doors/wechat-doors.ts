import type { ConsentAnswer, Messages } from '../services/messages'
import { codePicture, scannedCode } from '../services/codes'
import type { Functions } from '../services/functions'
import type { Meter } from '../services/meter/meter'
import type { Pay } from '../services/pay'
import type { PayFaults } from '../services/pay/notify'
import type { Phones } from '../services/phone'
import type { TimerFaults, Timers } from '../services/timers/timers'
import { WechatError } from '../wire/openapi'
import type { Events } from './events'
import { type Ask, BadAsk, type Doors, json, jsonBody } from './http'

export type WechatServices = {
  readonly messages: Messages
  readonly pay: Pay
  readonly timers: Timers
  readonly phones: Phones
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

const payDoors = ({ pay, functions }: WechatServices): Doors => ({
  'GET /wechat/pay/faults': () => json(pay.faults()),
  'POST /wechat/pay/faults'(ask) {
    pay.setFaults(faultsIn(ask))
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

const timerDoors = ({ timers }: WechatServices): Doors => ({
  'GET /wechat/timer/faults': () => json(timers.faults()),
  'POST /wechat/timer/faults'(ask) {
    const { times, parallel } = faultsIn(ask)
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

function textIn(ask: Ask, name: string): string {
  const value = jsonBody(ask)[name]
  if (typeof value !== 'string' || value === '') throw new BadAsk(400, `${name} is missing`)
  return value
}

function faultsIn(ask: Ask): PayFaults {
  const { delayMs, times, parallel, drop } = jsonBody(ask)
  const whole = (value: unknown, name: string, least: number): number => {
    if (!Number.isSafeInteger(value) || (value as number) < least)
      throw new BadAsk(400, `${name}: a whole number ≥ ${least}`)
    return value as number
  }
  return {
    ...(delayMs !== undefined && { delayMs: whole(delayMs, 'delayMs', 0) }),
    ...(times !== undefined && { times: whole(times, 'times', 1) }),
    ...(parallel !== undefined && { parallel: parallel === true }),
    ...(drop !== undefined && { drop: typeof drop === 'boolean' ? drop : whole(drop, 'drop', 0) }),
  }
}
