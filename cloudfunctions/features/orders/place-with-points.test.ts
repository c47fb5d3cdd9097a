import { DAY_MS, MINUTE_MS, shopDay } from '@shared/kernel/time'
import { balanceOf, EMPTY_ACCOUNT } from '@shared/points/account'
import type { Account } from '@shared/points/contract'
import type { MemberRow, OrderRow } from '../../database/rows'
import {
  anOrder,
  bagel,
  join,
  latte,
  ok,
  pay,
  place,
  wrongInTheBooks,
  type PlaceInput,
} from '../../../tests/builders/customer'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { menuRow, shopRow } from '../../../tests/builders/shop-rows'

let shop: TestShop
let may: Person
const tier = { id: 'gold', name: '常客', fromFen: 0, priceBp: 10_000, pointsBp: 15_000 }
const loyalty = { pointsPerYuan: 1, pointFen: 1, mostShareBp: 5000, validMonths: 12, tiers: [tier] }
const LOT = '202711'
/** A member with 800 points, in two lots. */
const start = async (over: Partial<Account> = {}) => {
  shop = openShop({ shop: { loyalty } })
  may = shop.as('oMay')
  await join(may)
  setAccount({ lots: { '202703': 300, [LOT]: 500 }, ...over })
}
const setAccount = (over: Partial<Account>) =>
  shop.put('members', {
    ...shop.row<MemberRow>('members', may.memberId),
    account: { ...EMPTY_ACCOUNT, ...over },
  })
const balance = () => balanceOf(shop.row<MemberRow>('members', may.memberId)!.account, shop.now())
const row = (id: string) => shop.row<OrderRow>('orders', id)!
const quote = async (over: Partial<PlaceInput> = {}) => {
  const { storeId, way, lines, packagingId, usePoints, slot, addressId } = anOrder(over)
  const input = { storeId, way, lines, packagingId, usePoints, slot, addressId }
  return ok(await may.call('orders.quote', { ...input, coupons: over.coupons ?? [] })).quote
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})

it('spends what it quotes, those that end first before the others, and freezes what it earns', async () => {
  await start()
  expect(await quote()).toMatchObject({ points: 0, usablePoints: 800, usablePointsFen: 800, payFen: 1900 })
  const { points, pointsOffFen, payFen } = await quote({ usePoints: true })
  expect({ points, pointsOffFen, payFen }).toEqual({ points: 800, pointsOffFen: 800, payFen: 1100 })
  const placed = await place(may, { usePoints: true, expectPayFen: 1100 })
  // ⌊11 yuan · 1 point · 1.5⌋
  expect(row(placed.order.id)).toMatchObject({
    points: 800,
    pointsTaken: { '202703': 300, [LOT]: 500 },
    payFen: 1100,
    earns: 16,
    earnsLot: LOT,
  })
  expect(balance()).toBe(0)
  await pay(shop, placed)
  expect(balance()).toBe(16)
})

it('gives them back once when the order ends unpaid, however it ends', async () => {
  await start()
  const cancelled = await place(may, { usePoints: true })
  expect(balance()).toBe(0)
  await may.call('orders.cancel', { orderId: cancelled.order.id })
  await shop.advance(6 * MINUTE_MS)
  expect(balance()).toBe(800)
  await place(may, { usePoints: true, key: 'key-00002' })
  expect(balance()).toBe(0)
  await shop.advance(31 * MINUTE_MS)
  await shop.tick()
  expect(balance()).toBe(800)
  expect(shop.row<MemberRow>('members', may.memberId)!.account.lots).toEqual({ '202703': 300, [LOT]: 500 })
})

it('takes them once, however often the order is sent', async () => {
  await start()
  const all = await Promise.all([1, 2, 3].map(() => place(may, { usePoints: true })))
  expect(new Set(all.map(({ order }) => order.id)).size).toBe(1)
  expect(balance()).toBe(0)
})

it('asks again when another order spent them meanwhile, and leaves nothing behind', async () => {
  await start()
  const replies = await Promise.all(
    ['key-00001', 'key-00002'].map((key) =>
      may.call('orders.place', anOrder({ key, usePoints: true, lines: [latte, bagel], expectPayFen: 1900 })),
    ),
  )
  const won = replies.filter((reply) => reply.ok)
  const lost = replies.find((reply) => !reply.ok)
  expect(won).toHaveLength(1)
  expect(lost).toMatchObject({
    code: 'PRICE_ROSE',
    details: { quote: { payFen: 2700, points: 0, usablePoints: 0 } },
  })
  expect(shop.rows('orders')).toHaveLength(1)
  expect(balance()).toBe(0)
})

it('asks again when the points ended between quote and order', async () => {
  await start({ lots: { '202611': 500 } })
  expect(await quote({ usePoints: true })).toMatchObject({ points: 500, payFen: 1400 })
  await shop.advance(9 * DAY_MS) // 1 December, 10:00
  const reply = await may.call('orders.place', anOrder({ usePoints: true, expectPayFen: 1400 }))
  expect(reply).toMatchObject({ code: 'PRICE_ROSE', details: { quote: { points: 0, payFen: 1900 } } })
})

it('leaves the points alone of who is no member, and of who does not want to spend them', async () => {
  await start()
  const li = shop.as('oLi')
  const { order } = await place(li, { usePoints: true })
  expect(row(order.id)).toMatchObject({ points: 0, pointsTaken: {}, earns: 0, earnsLot: '', payFen: 1900 })
  await place(may)
  expect(balance()).toBe(800)
})

it('books an order that costs nothing as a payment would, at once: points, tier and all', async () => {
  await start()
  const skus = (price: number) =>
    menuRow.products.map((p) => ({ ...p, skus: p.skus.map((s) => ({ ...s, priceFen: price })) }))
  shop.put('catalogue', { ...menuRow, version: 2, products: skus(600) })
  const all = { ...loyalty, mostShareBp: 10_000 }
  shop.put('settings', { ...shop.row('settings', 'shop'), menuVersion: 2, loyalty: all })
  const { order, payment } = await place(may, { usePoints: true, expectPayFen: 0 })
  expect(payment).toBeNull()
  expect(row(order.id)).toMatchObject({
    state: 'paid',
    payFen: 0,
    points: 600,
    earns: 0,
    transactionId: null,
  })
  const { account } = shop.row<MemberRow>('members', may.memberId)!
  expect(account).toMatchObject({ paidOrders: 1, lastPaidAt: shop.now(), lots: { [LOT]: 200 } })
  expect(account.spend[shopDay(shop.now())]).toBe(0)
})

it('prices by the member’s own price and tier, and asks for no read more', async () => {
  const products = menuRow.products.map((p) => ({
    ...p,
    skus: p.skus.map((s) => (s.id === 'latte-l' ? { ...s, memberFen: 1700 } : s)),
  }))
  const silver = { ...tier, id: 'silver', fromFen: 10_000, priceBp: 9000 }
  shop = openShop({
    menu: { products },
    shop: { ...shopRow, loyalty: { ...loyalty, tiers: [tier, silver] } },
  })
  may = shop.as('oMay')
  expect(await quote()).toMatchObject({ memberOffFen: 0, payFen: 1900 })
  await join(may)
  expect(await quote()).toMatchObject({ memberOffFen: 200, payFen: 1700 })
  setAccount({ spend: { [shopDay(shop.now())]: 10_000 } })
  expect(await quote({ lines: [bagel] })).toMatchObject({ memberOffFen: 80, payFen: 720 })
  expect(await shop.billed(() => place(may, { lines: [latte], expectPayFen: 1700 }))).toEqual({
    reads: 1,
    writes: 1,
  })
})
