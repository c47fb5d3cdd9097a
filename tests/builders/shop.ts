/**
 * A whole shop in this process: the real router and use cases, the real SDK, the local cloud's database, pay, messages,
 * phones and text check on a clock that the test moves. Nothing of it is a stand-in but the transport.
 */
import type { AnyAction, InputOf } from '@shared/kernel/action'
import { shopDay } from '@shared/kernel/time'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { Reply } from '@shared/kernel/reply'
import type { Role } from '@shared/members/contract'
import type * as addresses from '@shared/addresses/contract'
import type * as catalogue from '@shared/catalogue/contract'
import type * as campaigns from '@shared/coupons/campaign-contract'
import type * as coupons from '@shared/coupons/contract'
import type * as home from '@shared/home/contract'
import type * as manager from '@shared/manager/contract'
import type * as counterMembers from '@shared/manager/member-contract'
import type * as office from '@shared/manager/office-contract'
import type * as members from '@shared/members/contract'
import type * as orders from '@shared/orders/contract'
import type * as points from '@shared/points/contract'
import type * as referral from '@shared/referral/contract'
import type * as shopCodes from '@shared/referral/shop-codes-contract'
import type * as promoters from '@shared/promoters/contract'
import type * as promotersOffice from '@shared/promoters/office-contract'
import type * as materials from '@shared/promoters/materials-contract'
import type * as recovery from '@shared/recovery/contract'
import type * as rewards from '@shared/rewards/contract'
import type * as stores from '@shared/stores/contract'
import { inProcessCloud, type InProcessCloud } from './in-process'
import { budgetRows, campaignRow, counterRow, menuRow, shopRow, stockRow, store, STORE } from './shop-rows'
import { wechatServers, type Deployed, type WechatServers } from './wechat-servers'
import type { MenuRow, ShopRow, StoreRow } from '../../cloudfunctions/database/rows'
import { onPaid, payRoute } from '../../cloudfunctions/features/orders'
import { bookTransfer } from '../../cloudfunctions/features/promoters'
import { routes } from '../../cloudfunctions/functions/api'
import { hooks } from '../../cloudfunctions/functions/hooks'
import { sweeps, tasks } from '../../cloudfunctions/functions/tick'
import type { Instance } from '../../cloudfunctions/platform/ctx'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { createInstance } from '../../cloudfunctions/platform/instance'
import type { Level } from '../../cloudfunctions/platform/log'
import { createPayCallback, type PayCallbackAnswer } from '../../cloudfunctions/platform/pay-callback'
import { createRouter, type AnyReply } from '../../cloudfunctions/platform/router'
import { createTransferCallback, type HttpReply } from '../../cloudfunctions/platform/transfer-callback'
import { wechatTransfers } from '../../cloudfunctions/platform/wechat-transfers'
import { createTick, type TickAnswer } from '../../cloudfunctions/platform/tick'

type ActionsOf<Module> = Extract<Module[keyof Module], { readonly name: string; readonly refusals: unknown }>
type EveryAction =
  | ActionsOf<typeof home>
  | ActionsOf<typeof addresses>
  | ActionsOf<typeof catalogue>
  | ActionsOf<typeof coupons>
  | ActionsOf<typeof campaigns>
  | ActionsOf<typeof members>
  | ActionsOf<typeof orders>
  | ActionsOf<typeof points>
  | ActionsOf<typeof referral>
  | ActionsOf<typeof shopCodes>
  | ActionsOf<typeof promoters>
  | ActionsOf<typeof promotersOffice>
  | ActionsOf<typeof materials>
  | ActionsOf<typeof manager>
  | ActionsOf<typeof recovery>
  | ActionsOf<typeof rewards>
  | ActionsOf<typeof stores>
  | ActionsOf<typeof office>
  | ActionsOf<typeof counterMembers>
type Named<N extends string> = Extract<EveryAction, { readonly name: N }>
type InputNamed<N extends string> =
  Named<N> extends infer A ? (A extends AnyAction ? InputOf<A> : never) : never
type ReplyNamed<N extends string> =
  Named<N> extends infer A ? (A extends AnyAction ? Reply<A> : never) : never

/** A person with a phone. */
export type Person = {
  readonly openid: string
  readonly memberId: string
  /** Calls an action as the phone does, through the real router. */
  call<N extends EveryAction['name']>(action: N, input: InputNamed<N>): Promise<ReplyNamed<N>>
  /** The same with anything at all for an event. */
  raw(event: unknown): Promise<AnyReply>
}
export type LogLine = { readonly level: Level; readonly event: string } & Readonly<Record<string, unknown>>
export type Billed = { readonly reads: number; readonly writes: number }

export type ShopOptions = {
  /** The clock at the start; by default 10:00 in the shop's zone. */
  readonly now?: number
  readonly shop?: Partial<ShopRow>
  readonly store?: Partial<StoreRow>
  readonly menu?: Partial<MenuRow>
  /** Bagels that are left. */
  readonly bagels?: number
  /** openid → role behind the counter of `STORE`. They have joined already. */
  readonly staff?: Readonly<Record<string, Role>>
  /** The shop has keys of a merchant, so that it can transfer. */
  readonly transfers?: boolean
  /** Replaces single services. */
  readonly overrides?: Partial<Instance>
}
export type TestShop = {
  readonly cloud: InProcessCloud
  /** WeChat's side: who pays, who consented, what arrived. */
  readonly wechat: WechatServers
  readonly logs: LogLine[]
  readonly removedFiles: string[]
  /** Paths of the files that functions wrote. */
  readonly putFiles: string[]
  /** What lies at a path of cloud storage. */
  fileContent(path: string): Buffer
  now(): number
  /** Moves the clock; delayed calls and pay callbacks that become due are carried out on the way. */
  advance(ms: number): Promise<void>
  as(openid: string): Person
  /** The pay callback function, as anybody may call it. */
  notify(event: unknown, source: string): Promise<PayCallbackAnswer>
  /** The function behind `notify_url`, as anybody may post to it. */
  transferNotice(event: unknown): Promise<HttpReply>
  /** The timer's function. */
  tick(event?: unknown, source?: string): Promise<TickAnswer>
  rows<T>(collection: string): T[]
  row<T>(collection: string, id: string): T | null
  put(collection: string, ...docs: readonly object[]): void
  /** Database calls that the plan bills, during `work`. */
  billed(work: () => Promise<unknown>): Promise<Billed>
  close(): void
}

const MEMBER_KEY = 'key-of-the-tests'
/** 10:00 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 22, 2)

export function openShop(options: ShopOptions = {}): TestShop {
  process.env['WX_CONTEXT_KEYS'] = 'WX_OPENID'
  const count = { read: 0, write: 0 }
  const cloud = inProcessCloud({
    now: options.now ?? MORNING,
    onCall: ({ kind }) => {
      if (kind === 'read' || kind === 'write') count[kind]++
    },
  })
  furnish(cloud, options)
  const logs: LogLine[] = []
  const removedFiles: string[] = []
  const files = new Map<string, Buffer>()
  const putFiles: string[] = []
  const memory = new Map<string, unknown>()
  const deployed: Deployed = {}
  const wechat = wechatServers(cloud.clock, deployed)
  let requests = 0
  const keys = options.transfers ? wechat.transfers.env('https://wechat.example') : null
  const instanceFor = (openid: string): Instance => {
    const reached = wechat.reachedBy(openid)
    return createInstance(
      {
        clock: cloud.clock.now,
        memory,
        memberKey: () => MEMBER_KEY,
        log: (level, event, fields) => void logs.push({ level, event, ...fields }),
        files: {
          remove: async (id) => void removedFiles.push(id),
          put: async (path, content) => {
            putFiles.push(path)
            files.set(path, content)
            return `cloud://local.6c6f/${path}`
          },
        },
        transfers: keys && wechatTransfers({ env: keys, http: reached.http, clock: cloud.clock.now }),
        ...options.overrides,
      },
      reached,
      payRoute,
    )
  }
  const callerOf = (openid: string, source: string) => ({ openid, source, requestId: `r${++requests}` })
  const router = createRouter({ routes, hooks, checkOutput: true })
  const callback = createPayCallback({ onPaid, hooks })
  const transferCallback = createTransferCallback({ onEnd: bookTransfer, hooks })
  const ticker = createTick({ tasks, sweeps, hooks })
  const notify = (event: unknown, source: string) => callback(event, callerOf('', source), instanceFor(''))
  const tick = (event: unknown = { Type: 'Timer', TriggerName: 'sweep' }, source = 'wx_trigger') =>
    ticker(event, callerOf('', source), instanceFor(''))
  deployed['pay-notify'] = (event, { source }) => notify(event, source)
  const transferNotice = (event: unknown) => transferCallback(event, callerOf('', 'wx_http'), instanceFor(''))
  deployed['transfer-notify'] = transferNotice
  deployed['tick'] = (event) => tick(event, 'wx_unknown')
  return {
    cloud,
    wechat,
    logs,
    removedFiles,
    putFiles,
    fileContent: (path) => files.get(path) ?? Buffer.alloc(0),
    notify,
    transferNotice,
    tick,
    now: cloud.clock.now,
    advance: (ms) => wechat.advance(ms),
    as(openid) {
      const raw = (event: unknown) => {
        wechat.security.seen(openid)
        return router(event, callerOf(openid, 'wx_client'), instanceFor(openid))
      }
      const call: Person['call'] = async (action, input) => (await raw({ action, input })) as never
      return { openid, memberId: memberIdOf(openid, MEMBER_KEY), raw, call }
    },
    rows: <T>(collection: string) => cloud.database.all(collection) as T[],
    row: <T>(collection: string, id: string) => cloud.database.get(collection, id) as T | null,
    put: (collection, ...docs) => cloud.database.put(collection, docs),
    async billed(work) {
      const before = { ...count }
      await work()
      return { reads: count.read - before.read, writes: count.write - before.write }
    },
    close() {
      wechat.close()
      cloud.close()
    },
  }
}

function furnish(
  cloud: InProcessCloud,
  { shop, store: storePatch, menu, bagels = 10, staff = {} }: ShopOptions,
): void {
  const { database, clock } = cloud
  const ids = Object.entries(staff).map(([openid, role]) => ({
    openid,
    role,
    id: memberIdOf(openid, MEMBER_KEY),
  }))
  database.put('settings', [{ ...shopRow, stores: { [STORE]: { ...store, ...storePatch } }, ...shop }])
  database.put('catalogue', [{ ...menuRow, ...menu }])
  database.put('campaigns', [campaignRow(clock.now())])
  database.put('budgets', budgetRows(campaignRow(clock.now())))
  database.put('stock', [stockRow(bagels, shopDay(clock.now()))])
  database.put('counters', [
    counterRow(Object.fromEntries(ids.map(({ id, role, openid }) => [id, { role, name: openid }]))),
  ])
  database.put(
    'members',
    ids.map(({ id, openid }) => ({
      _id: id,
      openid,
      nickname: openid,
      avatar: '',
      phone: null,
      shopId: 'shop',
      joinedAt: clock.now(),
      birthday: null,
      tags: [],
      account: EMPTY_ACCOUNT,
      worksAt: [STORE],
      leftAt: null,
    })),
  )
}
