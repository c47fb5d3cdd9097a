import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { CounterRow, CouponRow, MemberRow, OrderRow } from '../../database/rows'
import type { Db, Doc, Table } from '../../platform/db'
import { createInstance } from '../../platform/instance'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
const start = (options?: Parameters<typeof openShop>[0]) => (shop = openShop(options))
afterEach(() => shop.close())

const basket = {
  storeId: STORE,
  way: 'pickup' as const,
  lines: [{ productId: 'latte', skuId: 'latte-m', choices: ['ice-full'], qty: 1 }],
  packagingId: 'none',
}
const placed = {
  ...basket,
  coupons: [],
  usePoints: false,
  addressId: null,
  slot: null,
  key: 'key-0001',
  table: null,
  note: '',
  expectPayFen: 1600,
  consents: {},
}

it('erases what is personal and keeps a tombstone', async () => {
  start()
  const ann = shop.as('oAnn')
  dataOf(await ann.call('members.join', {}))
  const avatar = `cloud://local.6c6f/avatars/${ann.memberId}/a.png`
  dataOf(await ann.call('members.updateProfile', { nickname: '小安', avatar, birthday: null }))
  dataOf(await ann.call('members.bindPhone', { code: shop.wechat.phones.issue('oAnn', '13812340000') }))
  const account = { ...EMPTY_ACCOUNT, lots: { '202712': 30 }, paidOrders: 2 }
  const looked = { birthdayDueAt: shop.now() + 1, dormantDueAt: shop.now() + 2 }
  shop.put('members', { ...shop.row<MemberRow>('members', ann.memberId), account, ...looked })

  expect(dataOf(await ann.call('members.leave', {}))).toEqual({ left: true })

  const row = shop.row<MemberRow>('members', ann.memberId)
  expect(row).toEqual({
    _id: ann.memberId,
    shopId: 'shop',
    birthday: null,
    tags: [],
    account: EMPTY_ACCOUNT,
    openid: '',
    nickname: '',
    avatar: '',
    phone: null,
    joinedAt: shop.now(),
    worksAt: [],
    leftAt: shop.now(),
  })
  expect(shop.removedFiles).toEqual([avatar])
  expect(shop.rows<CouponRow>('coupons').map(({ state }) => state)).toEqual(['revoked'])
  expect(dataOf(await ann.call('home.open', { knownMenu: 1 })).me).toEqual({ member: null, coupons: [] })
  expect(dataOf(await ann.call('coupons.wallet', { tab: 'usable' })).coupons).toEqual([])
  expect(await ann.call('members.leave', {})).toMatchObject({ code: 'NOT_A_MEMBER' })
})

it('forgets who placed past orders', async () => {
  start({ shop: { payWithinMs: 60_000 * 30 } })
  const ann = shop.as('oAnn')
  dataOf(await ann.call('members.join', {}))
  const { order } = dataOf(await ann.call('orders.place', placed))
  dataOf(await ann.call('orders.cancel', { orderId: order.id }))
  await shop.advance(40 * 60_000)
  dataOf(await ann.call('members.leave', {}))
  expect(JSON.stringify(shop.rows('orders'))).not.toContain('oAnn')
})

it('waits for an order that is still on its way, and changes nothing', async () => {
  start()
  const ann = shop.as('oAnn')
  dataOf(await ann.call('members.join', {}))
  dataOf(await ann.call('orders.place', placed))
  expect(await ann.call('members.leave', {})).toMatchObject({ ok: false, code: 'HAS_OPEN_ORDER' })
  expect(shop.row<MemberRow>('members', ann.memberId)).toMatchObject({ openid: 'oAnn', leftAt: null })
  expect(shop.rows<CouponRow>('coupons').map(({ state }) => state)).toEqual(['issued'])
})

it('is not for the owner, whatever their own document says', async () => {
  start({ staff: { oOwner: 'owner' } })
  const owner = shop.as('oOwner')
  shop.put('members', { ...shop.row<MemberRow>('members', owner.memberId), worksAt: [] })
  expect(await owner.call('members.leave', {})).toMatchObject({ ok: false, code: 'IS_OWNER' })
})

it('takes a clerk away from behind the counter, also for a return', async () => {
  start({ staff: { oOwner: 'owner', oClerk: 'clerk' } })
  const clerk = shop.as('oClerk')
  dataOf(await clerk.call('manager.board', { storeId: STORE }))
  dataOf(await clerk.call('members.leave', {}))
  expect(Object.keys(shop.row<CounterRow>('counters', STORE)?.staff ?? {})).toEqual([
    shop.as('oOwner').memberId,
  ])
  dataOf(await clerk.call('members.join', {}))
  expect(await clerk.call('manager.board', { storeId: STORE })).toMatchObject({ code: 'FORBIDDEN' })
})

it('is for members', async () => {
  start()
  expect(await shop.as('oAnn').call('members.leave', {})).toMatchObject({ ok: false, code: 'NOT_A_MEMBER' })
})

describe('who is no member', () => {
  const ended = async (openid: string) => {
    const person = shop.as(openid)
    const { order } = dataOf(await person.call('orders.place', placed))
    dataOf(await person.call('orders.cancel', { orderId: order.id }))
    await shop.advance(40 * 60_000)
    return person
  }
  it('and has ordered is forgotten all the same', async () => {
    start()
    const bob = await ended('oBob')
    expect(dataOf(await bob.call('members.leave', {}))).toEqual({ left: true })
    expect(JSON.stringify(shop.rows('orders'))).not.toContain('oBob')
    expect(shop.rows('members')).toEqual([])
    expect(await bob.call('members.leave', {})).toMatchObject({ code: 'NOT_A_MEMBER' })
  })

  it('any more is forgotten with what they ordered since, and stays a tombstone of that day', async () => {
    start()
    const ann = shop.as('oAnn')
    dataOf(await ann.call('members.join', {}))
    dataOf(await ann.call('members.leave', {}))
    const before = shop.rows('members')
    await ended('oAnn')
    expect(dataOf(await ann.call('members.leave', {}))).toEqual({ left: true })
    expect(JSON.stringify(shop.rows('orders'))).not.toContain('oAnn')
    expect(shop.rows('members')).toEqual(before)
  })

  it('waits for an order that is on its way', async () => {
    start()
    const bob = shop.as('oBob')
    dataOf(await bob.call('orders.place', placed))
    expect(await bob.call('members.leave', {})).toMatchObject({ code: 'HAS_OPEN_ORDER' })
    expect(shop.rows<OrderRow>('orders')[0]).toMatchObject({ openid: 'oBob' })
  })
})

/** The shop's database, with something that happens just before the documents of one collection are cleared. */
const dbWhile = (collection: string, meanwhile: () => Promise<unknown>): Db => ({
  table: <T extends Doc>(name: string): Table<T> => {
    const table = createInstance().db.table<T>(name)
    if (name !== collection) return table
    // coupons are looked for and then revoked one by one; orders are emptied all at once
    if (name === 'coupons') return { ...table, find: async (query) => (await meanwhile(), table.find(query)) }
    return { ...table, updateAll: async (where, patch) => (await meanwhile(), table.updateAll(where, patch)) }
  },
})

it.each(['coupons', 'orders'])(
  'leaves an order alone that is placed while the %s are being cleared',
  async (collection) => {
    let once = true
    const placeOne = async () => {
      if (!once) return
      once = false
      dataOf(await shop.as('oAnn').call('orders.place', { ...placed, table: null, note: '少冰' }))
    }
    start({ overrides: { db: dbWhile(collection, placeOne) } })
    const ann = shop.as('oAnn')
    dataOf(await ann.call('members.join', {}))
    const reply = await ann.call('members.leave', {})
    expect(shop.rows<OrderRow>('orders')).toMatchObject([{ openid: 'oAnn', note: '少冰' }])
    if (collection === 'coupons') expect(reply).toMatchObject({ ok: false, code: 'HAS_OPEN_ORDER' })
  },
)
