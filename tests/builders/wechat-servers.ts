/** WeChat's servers in this process: the local cloud's own services, reached without the wire. */
import { createCodes } from '../../local-cloud/services/codes'
import { urlLink } from '../../local-cloud/services/codes/url-link'
import { openSchedule } from '../../local-cloud/services/clock/schedule'
import type { Clock } from '../../local-cloud/services/clock/clock'
import type { CallOptions, Functions } from '../../local-cloud/services/functions'
import { openMessages, type Messages } from '../../local-cloud/services/messages'
import { openPay, type Pay } from '../../local-cloud/services/pay'
import { WORKFLOWS } from '../../local-cloud/services/pay/flows'
import { openPhones, type Phones } from '../../local-cloud/services/phone'
import { createSecurity, type Security } from '../../local-cloud/services/security'
import { openShippings, type Shippings } from '../../local-cloud/services/shipping'
import { openTransfers, type Transfers } from '../../local-cloud/services/transfers'
import { createDelayedCalls } from '../../local-cloud/services/timers/delayed-calls'
import { openStateStore } from '../../local-cloud/state/store'
import { isPicture, WechatError, type OpenapiRoutes } from '../../local-cloud/wire/openapi'
import { whileAlive } from './crash'
import type { WechatServers as Reached } from '../../cloudfunctions/platform/instance'

/** Function name → what runs when WeChat calls it; `call` says for whom and from where. */
export type Deployed = Record<string, (event: unknown, call: CallOptions) => Promise<unknown>>
export type WechatServers = {
  readonly pay: Pay
  readonly transfers: Transfers
  readonly messages: Messages
  readonly phones: Phones
  readonly shippings: Shippings
  readonly security: Security
  /** The servers as the functions of this person's call reach them. */
  reachedBy(openid: string): Reached
  /** Moves the clock; what becomes due on the way is carried out, each at its own instant. */
  advance(ms: number): Promise<void>
  close(): void
}
type TestClock = { now(): number; set(at: number): void }

export function wechatServers(testClock: TestClock, deployed: Deployed): WechatServers {
  const store = openStateStore(':memory:')
  const clock: Clock = {
    now: testClock.now,
    offsetMs: 0,
    shared: new SharedArrayBuffer(8),
    jumpTo: (at) => (at > testClock.now() ? testClock.set(at) : undefined),
  }
  const silent = () => undefined
  const schedule = openSchedule(store, clock, silent)
  const functions = functionsOf(deployed)
  const pay = openPay({ store, schedule, clock, functions, payee: '常客', onChange: silent, log: silent })
  const transfers = openTransfers({
    store,
    schedule,
    clock,
    functions,
    payer: '常客',
    onChange: silent,
    log: silent,
  })
  const messages = openMessages(store, clock, silent)
  const phones = openPhones(store, clock)
  const shippings = openShippings({ store, clock, paidTrade: (id) => pay.paidTrade(id) })
  const security = createSecurity(clock)
  const routes: OpenapiRoutes = {
    'subscribeMessage.send': messages.send,
    'phonenumber.getPhoneNumber': phones.getPhoneNumber,
    'wxacode.getUnlimited': createCodes(() => null),
    'urllink.generate': urlLink,
    'security.msgSecCheck': security.msgSecCheck,
    'wxa.sec.order.uploadShippingInfo': shippings.uploadShippingInfo,
    'cloudbase.addDelayedFunctionTask': createDelayedCalls(schedule, clock, functions),
  }
  return {
    pay,
    transfers,
    messages,
    phones,
    shippings,
    security,
    reachedBy: (openid) => ({
      openapi: (name, args) => whileAlive(async () => answerOpenapi(routes, name, args, openid)),
      cloudPay: (name, args) =>
        whileAlive(async () => {
          const reply = pay.call(
            name,
            snake(args) as Record<string, unknown>,
            openid === '' ? undefined : openid,
          )
          if (!reply) throw new Error(`no pay operation ${name}`)
          return camel(reply) as Record<string, unknown>
        }),
      http: ({ url, ...request }) =>
        whileAlive(async () => {
          const { pathname, search } = new URL(url)
          const answer = transfers.handle({ ...request, path: `${pathname}${search}` })
          if (!answer) throw new Error('socket hang up')
          return answer
        }),
      // as JSON, like everything that passes between functions
      callFunction: (name, data) =>
        whileAlive(async () => {
          if (name !== WORKFLOWS) throw new Error(`no function ${name}`)
          return JSON.parse(JSON.stringify(pay.flow(data as Record<string, unknown>))) as unknown
        }),
    }),
    advance: async (ms) => void (await schedule.advanceTo(testClock.now() + ms)),
    close: () => {
      schedule.stop()
      store.close()
    },
  }
}

function answerOpenapi(
  routes: OpenapiRoutes,
  name: string,
  args: object,
  openid: string,
): Record<string, unknown> {
  const handler = routes[name]
  if (!handler) throw new Error(`no openapi ${name}`)
  try {
    const answer = handler({ params: snake(args) as Record<string, unknown>, openid })
    if (isPicture(answer)) return { contentType: answer.contentType, buffer: answer.bytes }
    return camel(answer) as Record<string, unknown>
  } catch (error) {
    // The SDK throws WeChat's code as `errCode`.
    if (error instanceof WechatError) throw Object.assign(error, { errCode: error.errcode })
    throw error
  }
}

function functionsOf(deployed: Deployed): Functions {
  const config = { timeoutSeconds: 20, memoryMb: 256, openapi: [], timer: null, env: {} }
  return {
    configs: new Map(['api', 'tick', 'pay-notify', 'transfer-notify'].map((name) => [name, config])),
    async invoke(name, event, call) {
      const run = deployed[name]
      if (!run) throw new Error(`no function ${name}`)
      return JSON.stringify(await run(event, call))
    },
    instances: () => 1,
    close: async () => undefined,
  }
}

const renamed = (rename: (key: string) => string) => {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), walk(inner)]))
  }
  return walk
}
/** As the SDK renames keys on their way out and back. */
const snake = renamed((key) => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`))
const camel = renamed((key) => key.replace(/_[a-z]/g, (c) => c.slice(1).toUpperCase()))
