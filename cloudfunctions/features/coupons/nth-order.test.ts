import type { CampaignRow, CouponRow, MemberRow, OrderRow } from '../../database/rows'
import { couponsOf, runCampaign, wrongInTheBudgets } from '../../../tests/builders/campaigns'
import { join, orderRow, pay, place, type Placed } from '../../../tests/builders/customer'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
afterEach(() => {
  expect(wrongInTheBudgets(shop)).toEqual([])
  shop.close()
})
const open = async (over: Partial<CampaignRow> = {}, named = true) => {
  shop = openShop({ shop: { nthOrderCampaigns: named ? { autumn: 3 } : {} } })
  ann = shop.as('oAnn')
  await join(ann)
  runCampaign(shop, { entry: { kind: 'nthOrder', nth: 3 }, ...over })
}
const member = () => shop.row<MemberRow>('members', ann.memberId)!
const paidBefore = (paidOrders: number) =>
  shop.put('members', { ...member(), account: { ...member().account, paidOrders } })
const order = (n: number): Promise<Placed> => place(ann, { key: `key-0000${n}` })
const given = () => couponsOf(shop, 'autumn')

it('comes with the third paid order, once', async () => {
  await open()
  for (const n of [1, 2]) await pay(shop, await order(n))
  expect(given()).toEqual([])
  await pay(shop, await order(3))
  expect(given()).toMatchObject([{ _id: `autumn:${ann.memberId}:nth3`, state: 'issued', reservedFen: 300 }])
  await pay(shop, await order(4))
  expect(given()).toHaveLength(1)
})

it('comes once when the orders are paid in parallel, and when the news is repeated', async () => {
  await open()
  paidBefore(1)
  const orders: Placed[] = []
  for (const n of [1, 2, 3]) orders.push(await order(n))
  shop.wechat.pay.setFaults({ times: 3, parallel: true })
  await Promise.all(orders.map((placed) => pay(shop, placed)))
  await shop.advance(60_000)
  expect(orders.map(({ order: { id } }) => orderRow(shop, id).state)).toEqual(['paid', 'paid', 'paid'])
  expect(member().account.paidOrders).toBe(4)
  expect(given()).toHaveLength(1)
})

it('comes once though a refund makes the third order come twice', async () => {
  await open()
  paidBefore(2)
  await pay(shop, await order(1))
  paidBefore(2)
  await pay(shop, await order(2))
  expect(given()).toHaveLength(1)
})

it('costs a payment one read while such a campaign runs, and nothing else', async () => {
  const bill = async (named: boolean) => {
    await open({}, named)
    const placed = await order(1)
    const billed = await shop.billed(() => pay(shop, placed))
    if (named) shop.close()
    return billed
  }
  const with_ = await bill(true)
  const without = await bill(false)
  expect(with_).toEqual({ reads: without.reads + 1, writes: without.writes })
  expect(shop.rows<OrderRow>('orders')[0]).not.toHaveProperty('nthCampaigns')
})

it('never keeps a payment from being booked', async () => {
  await open({ budget: { count: 1, fen: null, shards: 1 } })
  shop.put('budgets', { ...shop.row<object>('budgets', 'autumn#0'), countLeft: 0, issued: 1, issuedFen: 300 })
  shop.put('coupons', {
    _id: 'autumn:m-other:nth3',
    campaignId: 'autumn',
    state: 'issued',
    shard: 0,
    reservedFen: 300,
  } as CouponRow)
  paidBefore(2)
  const placed = await order(1)
  await pay(shop, placed)
  expect(orderRow(shop, placed.order.id).state).toBe('paid')
  expect(shop.logs.filter(({ event }) => event === 'coupons.ruleSoldOut')).toHaveLength(1)
  const other = await order(2)
  await shop.cloud.cloud.database().collection('campaigns').doc('autumn').remove()
  shop.cloud.database.put('budgets', [])
  paidBefore(2)
  await pay(shop, other)
  expect(orderRow(shop, other.order.id).state).toBe('paid')
})

it('is given as the campaign runs and to whom it means', async () => {
  await open({ audience: { newMembers: false, tierIds: [], tags: ['老师'] } })
  paidBefore(2)
  await pay(shop, await order(1))
  expect(given()).toEqual([])
  runCampaign(shop, { entry: { kind: 'nthOrder', nth: 3 }, state: 'paused' })
  paidBefore(2)
  await pay(shop, await order(2))
  expect(given()).toEqual([])
})

it('comes with an order for which nothing is to be paid', async () => {
  await open()
  paidBefore(2)
  const coupon = shop.rows<CouponRow>('coupons')[0]!
  const benefit = { kind: 'exchange' as const, capFen: 1_900 }
  shop.put('coupons', { ...coupon, terms: { ...coupon.terms, benefit } })
  expect(await place(ann, { coupons: [coupon._id] })).toMatchObject({ order: { payFen: 0, state: 'paid' } })
  expect(given()).toMatchObject([{ _id: `autumn:${ann.memberId}:nth3` }])
})
