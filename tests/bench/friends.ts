/** What bringing friends costs: billed calls that a code adds to a signup and to an order, and a promoter's page with very many friends. */
import type { OutputOf } from '@shared/kernel/action'
import type * as home from '@shared/home/contract'
import type * as orders from '@shared/orders/contract'
import type { code } from '@shared/referral/contract'
import type { myRewards } from '@shared/rewards/contract'
import { may } from '../../local-cloud/seed/people'
import type { BindingRow } from '../../cloudfunctions/database/rows'
import { enter, get, post, type Person } from '../builders/shop-client'
import { LOCAL_ENVIRONMENT, sdkIn } from '../conformance/sdk'
import type { Db } from '../conformance/suite'
import { percentile, round, type Opened } from './flow'
import { billed, LATTE, latteChoices, NO_EXTRAS, STORE, type Bill } from './journey'

const FRIENDS = 10_000
const OPENINGS = 50
const AT_ONCE = 50

export type FriendFigures = {
  /** Billed calls that coming through a code adds: opening it, joining, and placing an order. */
  readonly added: { readonly coming: number; readonly signup: number; readonly order: number }
  readonly page: {
    readonly friends: number
    readonly billed: number
    readonly bytes: number
    readonly p50Ms: number
  }
}

export async function measureFriends(url: string): Promise<FriendFigures> {
  const promoter = await enter(url, may.openid)
  const target = { kind: 'product', productId: LATTE.productId }
  const made = await promoter.call<OutputOf<typeof code>>('referral.code', { target, channel: 'card' })
  const [alone, brought] = [await enter(url, 'oBenchAlone01'), await enter(url, 'oBenchFriend01')]
  const coming = await bill(url, () => brought.call('referral.land', { code: made.code }))
  const join = (person: Person) => bill(url, () => person.call('members.join', {}))
  const [plainJoin, itsJoin] = [await join(alone), await join(brought)]
  const [plainOrder, itsOrder] = [await placing(url, alone), await placing(url, brought)]
  return {
    added: { coming, signup: itsJoin - plainJoin, order: itsOrder - plainOrder },
    page: await measurePage(url, promoter),
  }
}

async function bill(url: string, act: () => Promise<unknown>): Promise<number> {
  await post(`${url}/wechat/calls/reset`, {})
  await act()
  return billed(await get<Bill>(`${url}/wechat/calls`))
}

async function placing(url: string, person: Person): Promise<number> {
  const menu = await person.call<Opened>('home.open', { knownMenu: null })
  const basket = {
    storeId: STORE,
    way: 'pickup',
    packagingId: menu.shop.packaging[0]?.id,
    lines: [{ ...LATTE, choices: latteChoices(menu) }],
    ...NO_EXTRAS,
  }
  const { quote } = await person.call<OutputOf<typeof orders.quote>>('orders.quote', {
    ...basket,
    coupons: 'best',
  })
  const wish = {
    coupons: quote.couponIds,
    expectPayFen: quote.payFen,
    key: 'bench-friend',
    table: null,
    note: '',
  }
  return bill(url, () => person.call('orders.place', { ...basket, ...wish, consents: {} }))
}

/** The page of a promoter who brought ten thousand: what it costs, weighs and takes. */
async function measurePage(url: string, promoter: Person): Promise<FriendFigures['page']> {
  const { me } = await promoter.call<OutputOf<typeof home.open>>('home.open', { knownMenu: null })
  await bring(url, me.member?.id ?? '')
  const open = () => promoter.call<OutputOf<typeof myRewards>>('rewards.mine', { before: null })
  const page = await open()
  if (page.total < FRIENDS) throw new Error(`the page knows of ${page.total} friends`)
  const times: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    const from = performance.now()
    await open()
    times.push(performance.now() - from)
  }
  const sorted = times.sort((a, b) => a - b)
  return {
    friends: page.total,
    billed: await bill(url, open),
    bytes: Buffer.byteLength(JSON.stringify(page)),
    p50Ms: round(percentile(sorted, 50)),
  }
}

async function bring(url: string, promoter: string): Promise<void> {
  const context = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }) }
  const db = sdkIn({ ...LOCAL_ENVIRONMENT, ...context }, LOCAL_ENVIRONMENT.TCB_ENV).database() as Db
  const { now } = await get<{ now: number }>(`${url}/clock`)
  const bindings = db.collection('bindings')
  for (let from = 0; from < FRIENDS; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) => bindings.add({ data: friendRow(promoter, from + i, now) })),
    )
}

const friendRow = (promoter: string, i: number, now: number): BindingRow => ({
  _id: `mbench${String(i).padStart(8, '0')}`,
  promoter,
  touchAt: now - i * 1000 - 500,
  boundAt: now - i * 1000,
  channel: 'card',
  code: 'benchbenchbb',
  promoterSince: 0,
  touches: [],
})
