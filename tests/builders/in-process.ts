/**
 * The real wx-server-sdk over a database in this process: no HTTP, no worker, a clock that the test sets. For property
 * tests and tests of use cases; conformance and end-to-end tests go over the wire.
 */
import { createRequire } from 'node:module'
import type * as WxServerSdk from 'wx-server-sdk'
import { operation } from './crash'
import { collections, type CollectionDeclaration } from '../../cloudfunctions/database/collections'
import {
  type Database,
  openDatabase,
  type DatabaseOptions,
  type WireRequest,
} from '../../local-cloud/services/database'

/** Answers a call that is not the database's: `openapi` and `cloudPay` by the name of their API. */
export type Handler = (params: Readonly<Record<string, unknown>>) => unknown
export type InProcessOptions = {
  /** API name (`functions.invokeFunction`, `subscribeMessage.send`, `unifiedOrder`) → what answers it. */
  readonly handlers?: Readonly<Record<string, Handler>>
  /** Default: the shop's own. */
  readonly collections?: readonly CollectionDeclaration[]
  /** The clock at the start, epoch ms. */
  readonly now?: number
  readonly onCall?: NonNullable<DatabaseOptions['onCall']>
}
export type InProcessCloud = {
  readonly cloud: Sdk
  readonly database: Database
  readonly clock: { now(): number; advance(ms: number): void; set(at: number): void }
  close(): void
}

type Sdk = typeof WxServerSdk
type Params = Readonly<Record<string, unknown>>
type Requester = { send(api: string, params?: Params): Promise<unknown> }
type Caller = { request(args: { params: Params }): Promise<unknown> }

const load = createRequire(__filename)
const START = Date.UTC(2026, 10, 22, 2)
/** The SDK is one per process, so its transport answers for the cloud that was made last. */
let current: { database: Database; handlers: Readonly<Record<string, Handler>> } | null = null
let patched = false

export function inProcessCloud(options: InProcessOptions = {}): InProcessCloud {
  let at = options.now ?? START
  const clock = {
    now: () => at,
    advance: (ms: number): void => void (at += ms),
    set: (to: number): void => void (at = to),
  }
  const onCall = options.onCall ? { onCall: options.onCall } : {}
  const database = openDatabase({ file: ':memory:', now: clock.now, ...onCall })
  database.ensure(options.collections ?? collections)
  current = { database, handlers: options.handlers ?? {} }
  patchTransport()
  const cloud = load('wx-server-sdk') as Sdk
  cloud.init({ env: 'local' })
  return { cloud, database, clock, close: () => database.close() }
}

function patchTransport(): void {
  if (patched) return
  patched = true
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  })
  const { TcbDBApiHttpRequester } = load('@cloudbase/node-sdk/dist/utils/tcbdbapirequester') as {
    TcbDBApiHttpRequester: { prototype: Requester }
  }
  TcbDBApiHttpRequester.prototype.send = (api, params) => answer({ ...params, action: api })
  const caller = load('@cloudbase/node-sdk/dist/utils/tcbapirequester') as Caller
  caller.request = ({ params }) => answer(params)
}

async function answer(params: Params): Promise<unknown> {
  if (!current) throw new Error('no in-process cloud is open')
  const action = String(params['action'])
  if (action.startsWith('database.'))
    return thrown(await operation(() => handle(params as unknown as WireRequest)))
  const name = typeof params['apiName'] === 'string' ? params['apiName'] : action
  const handler = current.handlers[name] ?? current.handlers[action]
  if (!handler) throw new Error(`no handler for ${name}`)
  return handler(params)
}

/** The cloud that is open now: a life that outlasts its test must not write into the next one's database. */
function handle(request: WireRequest) {
  if (!current) throw new Error('no in-process cloud is open')
  return current.database.handle(request)
}

/** The SDK's transport throws what carries a code. */
function thrown(reply: { code?: string; message?: string }): unknown {
  if (reply.code === undefined) return reply
  throw Object.assign(new Error(reply.message), reply)
}
