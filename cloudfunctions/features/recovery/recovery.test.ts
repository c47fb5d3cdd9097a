import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import { join, ok, orderRow, pay, place } from '../../../tests/builders/customer'
import { goTo, inbox, jobs, liveUntil, wrongInReach } from '../../../tests/builders/reach'
import {
  consenting,
  exposures,
  leftCoupons,
  openRecoveryShop,
  UNPAID,
} from '../../../tests/builders/recovery'
import type { Person, TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import type { ExperimentRow, ShopRow } from '../../database/rows'

let shop: TestShop
let ann: Person
async function start(options: Parameters<typeof openRecoveryShop>[0] = {}) {
  shop = openRecoveryShop(options)
  ann = shop.as('oAnn')
  await join(ann)
}
afterEach(() => {
  expect(wrongInReach(shop)).toEqual([])
  shop.close()
})
const leave = (over: Parameters<typeof place>[1] = {}) =>
  place(ann, { ...consenting(shop, ann, UNPAID, 'COUPON_EXPIRING'), ...over })
const untilAnswered = () => shop.advance(24 * HOUR_MS + MINUTE_MS)

describe('an order that is not paid yet', () => {
  it('is reminded of once, a quarter of an hour later, with a way straight back to it', async () => {
    await start()
    const { order } = await leave()
    await shop.advance(14 * MINUTE_MS)
    expect(inbox(shop, ann)).toEqual([])
    await shop.advance(MINUTE_MS + 3 * SECOND_MS)
    await shop.advance(5 * SECOND_MS)
    expect(inbox(shop, ann)).toMatchObject([
      { templateId: 'tpl-unpaid', page: `features/orders/pages/detail/index?id=${order.id}` },
    ])
    await shop.advance(10 * MINUTE_MS)
    expect(inbox(shop, ann)).toHaveLength(1)
    expect(orderRow(shop, order.id)).toMatchObject({ state: 'pendingPay' })
  })

  it('costs one call more, one read and no write where it is paid in time', async () => {
    await start()
    const placed = await leave()
    await shop.advance(10 * MINUTE_MS)
    await pay(shop, placed)
    const call = { task: 'orders.close', orderId: placed.order.id }
    expect(await shop.billed(() => shop.tick(call, 'wx_unknown'))).toEqual({ reads: 1, writes: 0 })
    await shop.advance(20 * MINUTE_MS)
    expect(inbox(shop, ann)).toEqual([])
    expect(jobs(shop)).toEqual([])
  })

  it('is not reminded of without consent, and not at night', async () => {
    await start({ store: { hours: [{ from: 0, to: 1440 }] } })
    await place(ann)
    await shop.advance(20 * MINUTE_MS)
    expect(jobs(shop)).toEqual([])
    await goTo(shop, '20261123', 22, 5)
    await leave({ key: 'key-night' })
    await shop.advance(20 * MINUTE_MS)
    expect(jobs(shop)).toMatchObject([{ state: 'skipped', reason: 'quietHours' }])
  })

  it('is found by the sweep where no delayed call came', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    await leave()
    await shop.advance(16 * MINUTE_MS)
    await shop.tick()
    await shop.advance(2 * SECOND_MS)
    await shop.tick()
    expect(inbox(shop, ann)).toHaveLength(1)
  })

  it('is not reminded of twice in a week', async () => {
    await start()
    await leave()
    await liveUntil(shop, '20261123', 12)
    await leave({ key: 'key-00002' })
    await shop.advance(20 * MINUTE_MS)
    expect(inbox(shop, ann)).toHaveLength(1)
    expect(jobs(shop).map(({ state, reason }) => [state, reason])).toContainEqual(['skipped', 'coolDown'])
  })
})

describe('an order that ended unpaid', () => {
  /** Nobody reminds of it, so that the coupon may be told of: one message a cart. */
  const leftQuietly = () => leave(consenting(shop, ann, 'COUPON_EXPIRING'))

  it('brings a coupon for its own goods a day later, first into the wallet and then by message', async () => {
    await start()
    const { order } = await leftQuietly()
    await shop.advance(23 * HOUR_MS)
    expect(exposures(shop)).toEqual([])
    await shop.advance(HOUR_MS + MINUTE_MS)
    expect(exposures(shop)).toMatchObject([{ _id: order.id, arm: 'treated', why: [], marginFen: 1_140 }])
    const [coupon] = leftCoupons(shop)
    expect(coupon).toMatchObject({
      memberId: ann.memberId,
      state: 'issued',
      terms: { scope: { productIds: ['latte'] } },
    })
    expect(exposures(shop)[0]?.couponId).toBe(coupon?._id)
    expect(inbox(shop, ann)).toMatchObject([{ page: `features/orders/pages/detail/index?id=${order.id}` }])
    expect(orderRow(shop, order.id).dueAt).toBeUndefined()
  })

  it('brings no second message where the reminder went out: the coupon waits in the wallet', async () => {
    await start()
    await leave()
    await untilAnswered()
    expect(leftCoupons(shop)).toHaveLength(1)
    expect(inbox(shop, ann)).toHaveLength(1)
  })

  it('is decided once, whoever comes for it and however often', async () => {
    await start({ overrides: { tasks: { later: async () => false } } })
    const { order } = await leftQuietly()
    await shop.advance(31 * MINUTE_MS)
    await shop.tick()
    await shop.advance(24 * HOUR_MS)
    const call = { task: 'orders.close', orderId: order.id }
    await Promise.all([shop.tick(call, 'wx_unknown'), shop.tick(call, 'wx_unknown'), shop.tick()])
    await shop.tick()
    expect(exposures(shop)).toHaveLength(1)
    expect(leftCoupons(shop)).toHaveLength(1)
    expect(inbox(shop, ann).length).toBeLessThanOrEqual(1)
  })

  it('is left alone when they cancelled it, bought something else since, or the shop stopped answering', async () => {
    await start({ staff: { oBoss: 'owner' } })
    const { order } = await leftQuietly()
    ok(await ann.call('orders.cancel', { orderId: order.id }))
    const left = await leave({ key: 'key-00002' })
    await shop.advance(31 * MINUTE_MS)
    const paid = await leave({ key: 'key-00003' })
    await pay(shop, paid)
    ok(await shop.as('oBoss').call('manager.accept', { storeId: STORE, orderId: paid.order.id }))
    await untilAnswered()
    expect([order, left.order].map(({ id }) => orderRow(shop, id).state)).toEqual(['closed', 'closed'])
    const recovery = { ...shop.row<ShopRow>('settings', 'shop')!.recovery!, on: false }
    shop.put('settings', { ...shop.row<ShopRow>('settings', 'shop')!, recovery })
    await liveUntil(shop, '20261130')
    expect(exposures(shop)).toEqual([])
    expect(leftCoupons(shop)).toEqual([])
  })

  it('says nothing to whom only the draw holds back, and counts them all the same', async () => {
    await start({ plan: { chanceBp: 0 } })
    await leftQuietly()
    await untilAnswered()
    expect(exposures(shop)).toMatchObject([{ arm: 'control', why: ['chance'] }])
    expect(leftCoupons(shop)).toEqual([])
    expect(inbox(shop, ann)).toEqual([])
  })

  it('is not answered for who is held out of all marketing, or is answered already this week', async () => {
    await start({ holdoutBp: 10_000 })
    await leave()
    await untilAnswered()
    expect(inbox(shop, ann)).toEqual([])
    expect(exposures(shop)).toMatchObject([{ arm: null, why: ['heldOut'] }])
    shop.close()
    await start()
    await leftQuietly()
    await untilAnswered()
    await place(ann, { key: 'key-00002' })
    await untilAnswered()
    expect(exposures(shop).map(({ arm, why }) => [arm, why])).toEqual([
      ['treated', []],
      [null, ['recent', 'coolDown']],
    ])
    expect(leftCoupons(shop)).toHaveLength(1)
  })

  it('is not answered when its goods are gone', async () => {
    await start({ staff: { oBoss: 'owner' } })
    await leftQuietly()
    await shop.advance(HOUR_MS)
    ok(
      await shop
        .as('oBoss')
        .call('stores.setSoldOut', { storeId: STORE, skuId: 'latte-l', soldOut: 'lasting' }),
    )
    await untilAnswered()
    expect(exposures(shop)).toMatchObject([{ arm: null, why: ['goodsGone'] }])
    expect(leftCoupons(shop)).toEqual([])
  })
})

describe('what came of it', () => {
  it('is read a week later in both arms: what was bought, what it earned, what the coupon took off', async () => {
    await start({ staff: { oBoss: 'owner' } })
    await leave(consenting(shop, ann, 'COUPON_EXPIRING'))
    await untilAnswered()
    const couponId = leftCoupons(shop)[0]!._id
    const placed = await place(ann, { key: 'key-00002', coupons: [couponId] })
    await pay(shop, placed)
    ok(await shop.as('oBoss').call('manager.accept', { storeId: STORE, orderId: placed.order.id }))
    await liveUntil(shop, '20261201', 7)
    // ¥19 less ¥4, of which 40 % of ¥19 are the goods
    expect(exposures(shop)).toMatchObject([
      { outcome: { bought: true, redeemed: true, couponFen: 400, marginFen: 740 } },
    ])
    expect(shop.row<ExperimentRow>('experiments', 'recovery:1')?.arms).toEqual({
      treated: { n: 1, bought: 1, redeemed: 1 },
      control: { n: 0, bought: 0, redeemed: 0 },
    })
  })
})
