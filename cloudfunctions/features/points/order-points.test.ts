import { DAY_MS, shopDay } from '@shared/kernel/time'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { Account } from '@shared/points/contract'
import { earnFromOrder, takeBackFromOrder } from './order-points'
import type { MemberRow, OrderRow, PointEntryRow, RefundRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { createInstance } from '../../platform/instance'
import type { RunTx } from '../../platform/tx'
import { latte, pay, place, type Placed } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

const LOT = '202711'
let shop: TestShop
let ann: Person
let tx: RunTx
let placed: Placed
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  tx = createInstance().tx
  dataOf(await ann.call('members.join', {}))
  placed = await place(ann, { lines: [{ ...latte, qty: 2 }] })
  freeze({ earns: 38, earnsLot: LOT })
})
afterEach(() => shop.close())

const row = () => shop.row<OrderRow>('orders', placed.order.id)!
const freeze = (over: Partial<OrderRow>) => shop.put('orders', { ...row(), ...over })
const member = () => shop.row<MemberRow>('members', ann.memberId)!
const account = () => member().account
const entries = () => shop.rows<PointEntryRow>('pointEntries')
const ctx = () => ({ now: shop.now() }) as CloudCtx
const refund = (no: string, units: number): RefundRow => ({
  no,
  at: shop.now(),
  by: 'shop',
  byId: '',
  reason: '',
  units: [{ line: 0, units }],
  packagingFen: 0,
  deliveryFen: 0,
  payFen: 1900 * units,
  points: 0,
  restocked: false,
  state: 'asked',
})
const giveBack = async (no: string, units: number) => {
  const given = refund(no, units)
  await tx((db) => takeBackFromOrder(db, { order: row(), refund: given }, ctx()))
  freeze({ refunds: [...row().refunds, given] })
}

describe('a paid order', () => {
  it('brings its points, what was paid for goods, and itself, at one write and no read', async () => {
    expect(row().payFen).toBe(3800)
    await pay(shop, placed)
    expect(account()).toEqual({
      lots: { [LOT]: 38 },
      spend: { [shopDay(shop.now())]: 3800 },
      paidOrders: 1,
      lastPaidAt: row().paidAt,
    })
    expect(member().dormantDueAt).toBe((row().paidAt ?? 0) + 7 * DAY_MS)
    const earned = () => tx((db) => earnFromOrder(db, row(), ctx()))
    expect(await shop.billed(earned)).toEqual({ reads: 0, writes: 1 })
  })

  it('counts in a shop without points too', async () => {
    freeze({ earns: 0 })
    await pay(shop, placed)
    expect(account()).toMatchObject({ lots: {}, paidOrders: 1 })
  })

  it('is nothing for who was no member when they placed it', async () => {
    freeze({ earns: 0, earnsLot: '' })
    await pay(shop, placed)
    expect(account()).toEqual(EMPTY_ACCOUNT)
    expect(member().dormantDueAt).toBeUndefined()
  })

  it('forgets the days that count for nothing any more', async () => {
    const day = (ago: number) => shopDay(shop.now() - ago * DAY_MS)
    const spend = Object.fromEntries([0, 89, 90, 179].map((ago) => [day(ago), 100]))
    shop.put('members', { ...member(), account: { ...account(), spend } })
    await pay(shop, placed)
    expect(account().spend).toEqual({ [day(0)]: 3900, [day(89)]: 100 })
  })

  it('makes no member of a stranger, and leaves nothing to who comes back', async () => {
    await tx((db) => earnFromOrder(db, { ...row(), memberId: 'm-nobody' }, ctx()))
    expect(shop.row('members', 'm-nobody')).toBeNull()
    shop.put('members', { ...member(), leftAt: shop.now(), account: EMPTY_ACCOUNT })
    await pay(shop, placed)
    expect(dataOf(await ann.call('members.join', {})).me.member?.account).toEqual(EMPTY_ACCOUNT)
  })
})

describe('a refunded order', () => {
  beforeEach(() => pay(shop, placed))
  const today = () => shopDay(row().paidAt ?? 0)

  it('gives up its share of the points, in the end everything', async () => {
    await giveBack('r1', 1)
    expect(account()).toMatchObject({ lots: { [LOT]: 19 }, spend: { [today()]: 1900 }, paidOrders: 1 })
    await giveBack('r2', 1)
    expect(account()).toMatchObject({ lots: { [LOT]: 0 }, spend: { [today()]: 0 }, paidOrders: 0 })
  })

  it('counts a refund once, whether the order names it already or not', async () => {
    const given = refund('r1', 1)
    freeze({ refunds: [given] })
    await tx((db) => takeBackFromOrder(db, { order: row(), refund: given }, ctx()))
    expect(account()).toMatchObject({ lots: { [LOT]: 19 } })
  })

  it('takes from others what was spent, and owes the rest until it is earned', async () => {
    const have = (lots: Account['lots']) =>
      shop.put('members', { ...member(), account: { ...account(), lots } })
    have({ [LOT]: 2, '202701': 10 })
    await giveBack('r1', 2)
    expect(account().lots).toEqual({ [LOT]: -36, '202701': 10 })
  })

  it('costs a read and a write', async () => {
    const given = { order: row(), refund: refund('r1', 1) }
    const billed = await shop.billed(() => tx((db) => takeBackFromOrder(db, given, ctx())))
    expect(billed).toEqual({ reads: 1, writes: 1 })
  })

  it('writes down what has ended, and leaves a day alone that counts for nothing', async () => {
    const have = { ...account(), lots: { [LOT]: 38, '202610': 7 } }
    shop.put('members', { ...member(), account: have })
    shop.cloud.clock.advance(90 * DAY_MS)
    await giveBack('r1', 1)
    expect(account()).toMatchObject({ lots: { [LOT]: 19, '202610': 0 }, spend: {} })
    expect(Object.keys(account().spend)).toEqual([])
    expect(entries()).toMatchObject([{ points: -7, why: 'expired' }])
  })

  it('takes nothing twice: what ended before it was taken back is no debt', async () => {
    const endOf = Date.UTC(2027, 10, 30, 16)
    const untouched = account().lots
    shop.cloud.clock.set(endOf)
    await giveBack('r1', 1)
    // the line of what ended was not written yet: what was taken back never ended
    expect(account().lots).toEqual({ [LOT]: 0 })
    expect(entries()).toMatchObject([{ points: -19 }])
    await giveBack('r2', 1)
    expect(account().lots).toEqual({ [LOT]: 0 })
    expect(entries()).toMatchObject([{ points: 0 }])
    expect(untouched).toEqual({ [LOT]: 38 })
  })

  it('is owed all the same when it had been spent before its lot ended', async () => {
    shop.put('members', { ...member(), account: { ...account(), lots: { [LOT]: 3 } } })
    shop.cloud.clock.set(Date.UTC(2027, 10, 30, 16))
    await giveBack('r1', 2)
    expect(account().lots).toEqual({ [LOT]: -35 })
    expect(entries()).toEqual([])
  })

  it('changes nothing for who has left, or came back after it', async () => {
    shop.put('members', { ...member(), leftAt: shop.now() })
    const left = member()
    await giveBack('r1', 1)
    expect(member()).toEqual(left)
    shop.put('members', { ...member(), leftAt: null, joinedAt: row().placedAt + 1 })
    const back = member()
    await giveBack('r2', 1)
    expect(member()).toEqual(back)
  })
})

it('that was never paid takes nothing back: late money goes as it came', async () => {
  const before = member()
  await giveBack('late', 2)
  expect(member()).toEqual(before)
})
