import { Defect } from '@shared/kernel/refusal'
import { cloudPayProvider } from './cloud-pay'
import { wechatCodes } from './codes'
import type { Caller, Instance } from './ctx'
import { createDb } from './db'
import { cloudFiles } from './files'
import { fetchHttp, type Http } from './http'
import { randomId } from './identity'
import { createLog, toConsole, type Log } from './log'
import { wechatMessages } from './messages'
import type { PayProvider } from './pay'
import { routedPay, type PayRouteOf } from './pay-route'
import { wechatPhones } from './phones'
import {
  callFunction,
  cloudPay,
  openapi,
  rawDatabase,
  wxContext,
  type CallFunction,
  type CallWechat,
} from './sdk'
import { textPrinter } from './printer'
import { wechatShipping } from './shipping'
import { delayedTasks } from './tasks'
import { wechatTextCheck } from './text-check'
import { createTx } from './tx'
import { wechatTransfers } from './wechat-transfers'
import { workflowPayProvider } from './workflow-pay'

/** WeChat's servers, and the environment's functions, as the services reach them; a test puts its own in their place. */
export type WechatServers = {
  readonly openapi: CallWechat
  readonly cloudPay: CallWechat
  readonly callFunction: CallFunction
  readonly http: Http
}
const CLOUD: WechatServers = { openapi, cloudPay, callFunction, http: fetchHttp }
const ALWAYS_CLOUD_PAY: PayRouteOf = () => Promise.resolve({ kind: 'cloudPay' })

/** An instance over the real cloud; `overrides` replace single services (a test's clock, log or randomness). */
export function createInstance(
  overrides: Partial<Instance> = {},
  wechat: WechatServers = CLOUD,
  payRoute: PayRouteOf = ALWAYS_CLOUD_PAY,
): Instance {
  const raw = rawDatabase()
  const log: Log = overrides.log ?? createLog(toConsole)
  const random = overrides.random ?? Math.random
  const basic = { clock: Date.now, db: createDb(raw), memory: new Map<string, unknown>(), log, ...overrides }
  return {
    random,
    newId: randomId,
    tx: createTx({ raw, random, wait }),
    messages: wechatMessages(wechat.openapi, () => process.env['MINIPROGRAM_STATE'] ?? 'formal'),
    pay: payOf(basic, wechat, payRoute),
    transfers: wechatTransfers({ env: process.env, http: wechat.http, clock: basic.clock }),
    texts: wechatTextCheck(wechat.openapi, (error) => log('warn', 'textCheck.failed', { error })),
    phones: wechatPhones(wechat.openapi),
    files: cloudFiles((error, fileId) => log('warn', 'files.notRemoved', { fileId, error })),
    codes: wechatCodes(wechat.openapi, (api, error) => log('warn', 'codes.trouble', { api, error })),
    tasks: delayedTasks({
      openapi: wechat.openapi,
      env,
      onFailure: (error, call) => log('warn', 'tasks.notScheduled', { ...call, error }),
    }),
    shipping: wechatShipping(wechat.openapi, (transactionId, error) =>
      log('warn', 'shipping.trouble', { transactionId, error }),
    ),
    printer: textPrinter(log),
    memberKey,
    ...basic,
  }
}
const env = () => wxContext().env

function payOf(
  { clock, db, memory, log }: Pick<Instance, 'clock' | 'db' | 'memory' | 'log'>,
  { cloudPay, callFunction }: WechatServers,
  payRoute: PayRouteOf,
): PayProvider {
  const onTrouble = (api: string, detail: string) => log('warn', 'pay.trouble', { api, detail })
  return routedPay({
    route: (orderId) => payRoute({ db, memory, now: clock() }, orderId),
    cloudPay: cloudPayProvider({ cloudPay, env, onTrouble }),
    workflow: (flows) => workflowPayProvider({ callFunction, flows, onTrouble }),
  })
}

/** What CloudBase calls: `main(event, context)`. One instance per warm process, one caller per invocation. */
export function cloudFunction<R>(
  handle: (event: unknown, caller: Caller, instance: Instance) => Promise<R>,
  payRoute?: PayRouteOf,
) {
  let instance: Instance | undefined
  return (event: unknown, context?: unknown): Promise<R> => {
    const { openid, source } = wxContext()
    instance ??= createInstance({}, CLOUD, payRoute)
    return handle(event, { openid, source, requestId: requestIdOf(context) }, instance)
  }
}

function memberKey(): string {
  const key = process.env['MEMBER_KEY']
  if (!key) throw new Defect('MEMBER_KEY is not set in the environment of this function')
  return key
}

function requestIdOf(context: unknown): string {
  const { request_id: snake, requestId: camel } = (context ?? {}) as Record<string, unknown>
  return String(snake ?? camel ?? randomId())
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
