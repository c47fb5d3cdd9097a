import type { Server } from 'node:http'
import path from 'node:path'
import type { Instant } from '@shared/kernel/time'
import { collections } from '../cloudfunctions/database/collections'
import { type FolderLock, lockDataFolder } from './data-folder'
import { clientDoors } from './doors/client-doors'
import { clockDoors } from './doors/clock-doors'
import { createEvents } from './doors/events'
import { createServer, type Doors, listen } from './doors/http'
import { createSessions } from './doors/session'
import { wechatDoors } from './doors/wechat-doors'
import { seedIfEmpty } from './seeding'
import { openServices, type Services, secretOf } from './services'
import { type Database, openDatabase } from './services/database'
import type { CallOptions } from './services/functions'
import { storageActions } from './services/storage/actions'
import { openStateStore } from './state/store'
import { answerAdmin, type WireServices } from './wire/admin'

export type LocalCloudOptions = {
  /** Where everything is kept; ':memory:' keeps nothing. */
  readonly dataDir: string
  /** 0 or absent: any free port. Always on 127.0.0.1. */
  readonly port?: number
  /** Folder with the built functions; default `dist/cloudfunctions` of the project. */
  readonly functionsRoot?: string
  /** Fills an empty data folder with the demo shop. */
  readonly seed?: boolean
  /** What the cloud's clock says at the start; default: the machine's time plus the offset that was remembered. */
  readonly now?: Instant
  readonly log?: (text: string) => void
  /** At most so many instances per function; default 8. */
  readonly maxInstances?: number
  /** Who is paid, as the pay sheet shows it. */
  readonly payee?: string
  /** Pages of the released mini-program, for the check of `wxacode.getUnlimited`; absent: any page is taken. */
  readonly pages?: readonly string[]
}

export type LocalCloud = Pick<
  Services,
  | 'clock'
  | 'schedule'
  | 'meter'
  | 'functions'
  | 'messages'
  | 'pay'
  | 'transfers'
  | 'shippings'
  | 'timers'
  | 'phones'
  | 'storage'
> & {
  readonly url: string
  readonly port: number
  readonly database: Database
  /** Calls a function as the cloud would; resolves with its result. Rejects with CloudError. */
  invoke(
    name: string,
    event?: Readonly<Record<string, unknown>>,
    call?: Partial<CallOptions>,
  ): Promise<unknown>
  /** A phone: what `wx.cloud.callFunction` gives or fails with, in-process. */
  as(openid: string): { call(name: string, data?: Readonly<Record<string, unknown>>): Promise<unknown> }
  /** Moves the clock forward; resolves with the number of timers, calls and callbacks that were carried out on the way. */
  advance(ms: number): Promise<number>
  close(): Promise<void>
}

/** Starts WeChat's cloud on this machine. Throws StartFailure with a sentence that says what to do. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const lock = options.dataDir === ':memory:' ? null : lockDataFolder(path.resolve(options.dataDir))
  try {
    return await open(options, lock)
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function open(options: LocalCloudOptions, lock: FolderLock | null): Promise<LocalCloud> {
  const inFolder = (name: string) => path.join(path.resolve(options.dataDir), name)
  const store = openStateStore(lock ? inFolder('state.db') : ':memory:')
  const events = createEvents()
  let port = 0
  const baseUrl = () => `http://127.0.0.1:${port}`
  const { log = () => undefined } = options
  const services = openServices({
    store,
    events,
    functionsRoot: options.functionsRoot ?? path.resolve('dist/cloudfunctions'),
    filesFolder: lock ? inFolder('files') : null,
    baseUrl,
    log,
    ...chosen(options),
  })
  const file = lock ? inFolder('database.db') : ':memory:'
  const database = openDatabase({ file, now: () => services.clock.now() })
  database.ensure(collections)
  const server = createServer(allDoors(services, database, secretOf(store), events), log)
  port = await listen(server, options.port ?? 0)
  if (options.seed) await seedIfEmpty(store, database, services)
  services.start()
  return {
    ...services,
    ...callers(services),
    url: baseUrl(),
    port,
    database,
    async close() {
      services.schedule.stop()
      events.close()
      await stopServing(server)
      await services.functions.close()
      database.close()
      store.close()
      lock?.release()
    },
  }
}

/** The services' options that have a default or none. */
const chosen = ({ payee = '常客咖啡', pages, now, maxInstances }: LocalCloudOptions) => ({
  payee,
  pages: () => pages ?? null,
  ...(now !== undefined && { startAt: now }),
  ...(maxInstances !== undefined && { maxInstances }),
})

const stopServing = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

function allDoors(
  services: Services,
  database: Database,
  secret: string,
  events: ReturnType<typeof createEvents>,
): Doors {
  const { functions, meter, storage, pay, clock, schedule, security } = services
  const wire: WireServices = {
    database,
    functions,
    meter,
    actions: storageActions(storage, meter),
    openapi: services.openapi,
    pay: pay.call,
  }
  return {
    async 'POST /admin'(ask) {
      const source = String(ask.headers['x-tcb-source'] ?? '')
      const answer = await answerAdmin(wire, {
        contentType: ask.headers['content-type'] ?? '',
        source,
        body: ask.body,
      })
      return { headers: { 'content-type': answer.contentType }, body: answer.body }
    },
    ...clientDoors({ sessions: createSessions(secret), functions, storage, meter, seen: security.seen }),
    ...wechatDoors({ ...services, events }),
    ...clockDoors(clock, schedule, (now) => events.tell('clock', { now })),
  }
}

function callers({ functions, security, clock, schedule }: Services) {
  async function invoke(
    name: string,
    event: Readonly<Record<string, unknown>> = {},
    call: Partial<CallOptions> = {},
  ) {
    if (call.openid !== undefined) security.seen(call.openid)
    const source = call.source ?? (call.openid === undefined ? 'wx_unknown' : 'wx_client')
    return JSON.parse(await functions.invoke(name, event, { ...call, source })) as unknown
  }
  return {
    invoke,
    as: (openid: string) => ({
      call: (name: string, data: Readonly<Record<string, unknown>> = {}) => invoke(name, data, { openid }),
    }),
    advance: (ms: number) => schedule.advanceTo(clock.now() + ms),
  }
}
