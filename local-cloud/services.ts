import { randomBytes } from 'node:crypto'
import type { Instant } from '@shared/kernel/time'
import type { Events } from './doors/events'
import { type Clock, openClock } from './services/clock/clock'
import { openSchedule, type Schedule } from './services/clock/schedule'
import { createCodes } from './services/codes'
import { urlLink } from './services/codes/url-link'
import { type CallOptions, type Functions, openFunctions } from './services/functions'
import { type Messages, openMessages } from './services/messages'
import { createMeter, type Meter } from './services/meter/meter'
import { openPay, type Pay } from './services/pay'
import { WORKFLOWS } from './services/pay/flows'
import { openPhones, type Phones } from './services/phone'
import { createSecurity, type Security } from './services/security'
import { openShippings, type Shippings } from './services/shipping'
import { openStorage, type Storage } from './services/storage'
import { createDelayedCalls } from './services/timers/delayed-calls'
import { openTransfers, type Transfers } from './services/transfers'
import { createTimers, type Timers } from './services/timers/timers'
import type { StateStore } from './state/store'
import { CloudError } from './wire/cloud-error'
import type { OpenapiRoutes } from './wire/openapi'

/** Everything of the cloud but the database, on one state store and one clock. */
export type Services = {
  readonly clock: Clock
  readonly schedule: Schedule
  readonly meter: Meter
  readonly functions: Functions
  readonly messages: Messages
  readonly pay: Pay
  readonly transfers: Transfers
  readonly timers: Timers
  readonly phones: Phones
  readonly shippings: Shippings
  readonly storage: Storage
  readonly security: Security
  readonly openapi: OpenapiRoutes
  /** Begins firing timers, delayed calls and pay callbacks. */
  start(): void
}
export type ServiceOptions = {
  readonly store: StateStore
  readonly events: Events
  readonly functionsRoot: string
  readonly filesFolder: string | null
  readonly baseUrl: () => string
  readonly startAt?: Instant
  readonly maxInstances?: number
  readonly payee: string
  readonly pages: () => readonly string[] | null
  readonly log: (text: string) => void
}

export function openServices(options: ServiceOptions): Services {
  const { store, events, baseUrl, maxInstances } = options
  const clock = openClock(store, options.startAt)
  const log = (text: string) => {
    options.log(text)
    events.tell('log', { at: clock.now(), text })
  }
  const schedule = openSchedule(store, clock, log)
  const meter = createMeter()
  const functions = openFunctions({
    root: options.functionsRoot,
    adminUrl: () => `${baseUrl()}/admin`,
    clock,
    meter,
    log: (name, level, text) => log(`${name} ${level}: ${text}`),
    env: () => transfers.env(baseUrl()),
    builtIn: { [WORKFLOWS]: (event, call) => workflow(pay, event, call) },
    ...(maxInstances !== undefined && { maxInstances }),
  })
  const clocked = { store, schedule, clock, functions, log }
  const pay = openPay({ ...clocked, payee: options.payee, onChange: (event) => events.tell('pay', event) })
  const transfers = openTransfers({
    ...clocked,
    payer: options.payee,
    onChange: (bill) => events.tell('transfer', bill),
  })
  const wechat = openWechat(options, clock, pay)
  const openapi = {
    ...wechat.openapi,
    'cloudbase.addDelayedFunctionTask': createDelayedCalls(schedule, clock, functions),
  }
  const timers = createTimers(clocked)
  const start = () => {
    timers.start()
    schedule.start()
  }
  return { clock, schedule, meter, functions, pay, transfers, ...wechat, timers, openapi, start }
}

/** WeChat's own services, and the openapi that reaches them. */
function openWechat({ store, events, filesFolder, baseUrl, pages }: ServiceOptions, clock: Clock, pay: Pay) {
  const messages = openMessages(store, clock, (notice) => events.tell('inbox', notice))
  const shippings = openShippings({ store, clock, paidTrade: (id) => pay.paidTrade(id) })
  const phones = openPhones(store, clock)
  const storage = openStorage({ folder: filesFolder, baseUrl, clock, secret: secretOf(store) })
  const security = createSecurity(clock)
  const openapi = {
    'subscribeMessage.send': messages.send,
    'wxacode.getUnlimited': createCodes(pages),
    'urllink.generate': urlLink,
    'phonenumber.getPhoneNumber': phones.getPhoneNumber,
    'wxa.sec.order.uploadShippingInfo': shippings.uploadShippingInfo,
    'security.msgSecCheck': security.msgSecCheck,
  }
  return { messages, shippings, phones, storage, security, openapi }
}

/**
 * Workflows can be called by anybody by name, refunds included, unless the environment's rule for functions forbids it
 * to phones; ours does.
 */
function workflow(
  pay: Pay,
  event: Readonly<Record<string, unknown>>,
  { nested = false }: CallOptions,
): object {
  if (!nested) throw new CloudError('PERMISSION_DENIED', `only functions may call ${WORKFLOWS}`)
  return pay.flow(event)
}

/** Signs sessions and links; made once per data folder. */
export function secretOf(store: StateStore): string {
  const space = store.space<string>('secrets')
  const known = space.get('links')
  if (known !== undefined) return known
  const made = randomBytes(32).toString('hex')
  space.set('links', made)
  return made
}
