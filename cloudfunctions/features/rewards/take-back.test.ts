import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { BudgetRow, CouponRow, MemberRow, RewardTallyRow } from '../../database/rows'
import { createInstance } from '../../platform/instance'
import { bagel, latte, ok, orderRow, place } from '../../../tests/builders/customer'
import { promoter } from '../../../tests/builders/friends'
import {
  bringFriends,
  buy,
  countsOf,
  friendOf,
  giveBack,
  newcomer,
  rewardRow,
  thanksOf,
} from '../../../tests/builders/rewards'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'

let shop: TestShop
let ann: Person & { readonly code: string }
let zoe: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' } })
  ann = await promoter(shop, 'oAnn')
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
const arrive = async () => (zoe = await friendOf(shop, ann.code, 'oZoe'))
const thanks = (person: Person) =>
  shop.rows<CouponRow>('coupons').find((c) => c.campaignId === 'thanks' && c.memberId === person.memberId)!
const parts = () => {
  const { promoter: hers, friend } = rewardRow(shop, zoe)!.parts
  return [hers, friend].map((part) => part && [part.state, part.note])
}
const REFUNDED = ['revoked', 'refunded']

describe('a friend’s order is given back whole', () => {
  it('takes both unused coupons back, with their budget', async () => {
    bringFriends(shop)
    await arrive()
    await giveBack(shop, await buy(shop, zoe))
    expect([...thanksOf(shop, ann), ...thanksOf(shop, zoe)]).toEqual(['revoked', 'revoked'])
    expect(parts()).toEqual([REFUNDED, REFUNDED])
    const [shard] = shop.rows<BudgetRow>('budgets').filter((b) => b.campaignId === 'thanks')
    expect(shard).toMatchObject({ issued: 0, issuedFen: 0, countLeft: 1000 })
    expect(countsOf(shop)).toMatchObject({ granted: 0, revoked: 2, couponFen: 0 })
    expect(shop.row<RewardTallyRow>('rewardTallies', ann.memberId)?.marks).toMatchObject([{ back: true }])
  })

  it('leaves a used coupon to who used it, and says so', async () => {
    bringFriends(shop)
    await arrive()
    const placed = await buy(shop, zoe)
    await buy(shop, ann, { coupons: [thanks(ann)._id], key: 'key-spend' })
    await giveBack(shop, placed)
    expect(thanksOf(shop, ann)).toEqual(['redeemed'])
    expect(parts()).toEqual([['granted', 'used'], REFUNDED])
  })

  it.each([
    ['hers before the friend’s', [0, 1]],
    ['the friend’s before hers', [1, 0]],
  ] as const)(
    'leaves nothing where the order that used the coupon goes back as well: %s',
    async (_name, turns) => {
      bringFriends(shop)
      await arrive()
      const friends = await buy(shop, zoe)
      const hers = await buy(shop, ann, { coupons: [thanks(ann)._id], key: 'key-spend' })
      for (const turn of turns) await giveBack(shop, [hers, friends][turn]!)
      expect(thanksOf(shop, ann)).toEqual(['revoked'])
      const [shard] = shop.rows<BudgetRow>('budgets').filter((b) => b.campaignId === 'thanks')
      expect(shard).toMatchObject({ issued: 0, countLeft: 1000 })
    },
  )

  it('keeps the coupon of who gave back only the order that used it', async () => {
    bringFriends(shop)
    await arrive()
    await buy(shop, zoe)
    await giveBack(shop, await buy(shop, ann, { coupons: [thanks(ann)._id], key: 'key-spend' }))
    expect(thanksOf(shop, ann)).toEqual(['issued'])
  })

  it('comes back for a coupon that was on an unpaid order, once that order has ended', async () => {
    bringFriends(shop)
    await arrive()
    const placed = await buy(shop, zoe)
    await place(ann, { coupons: [thanks(ann)._id], key: 'key-holds' })
    await giveBack(shop, placed)
    expect(parts()).toEqual([['granted', 'inUse'], REFUNDED])
    await shop.advance(31 * MINUTE_MS)
    expect(thanksOf(shop, ann)).toEqual(['issued'])
    await nightAfter(2)
    expect([thanksOf(shop, ann), parts()]).toEqual([['revoked'], [REFUNDED, REFUNDED]])
  })

  it('takes points back, and what was spent of them is owed', async () => {
    const gift = { kind: 'points', points: 30 } as const
    bringFriends(shop, { promoter: gift, friend: gift, pointsBudget: 100 })
    await arrive()
    const placed = await buy(shop, zoe)
    const lots = () => shop.row<MemberRow>('members', ann.memberId)!.account.lots
    const [lot] = Object.keys(lots())
    const spent = { points: -20, reason: '换杯子', key: 'key-taken', memberId: ann.memberId }
    ok(await shop.as('oBoss').call('points.correct', spent))
    await giveBack(shop, placed)
    expect(lots()[lot!]).toBe(-20)
    expect(countsOf(shop)).toMatchObject({ points: 0, pointsLeft: 100, revoked: 2 })
  })

  it('takes nothing back for a part, and everything with the last unit', async () => {
    bringFriends(shop)
    await arrive()
    const placed = await buy(shop, zoe, { lines: [latte, bagel] })
    const at = { storeId: STORE, orderId: placed.order.id }
    const part = (line: number, refundsSeen: number) =>
      shop.as('oBoss').call('manager.refund', {
        ...at,
        units: [{ line, units: 1 }],
        packaging: false,
        delivery: false,
        reason: '卖完了',
        refundsSeen,
      })
    ok(await part(1, 0))
    expect(parts()).toEqual([
      ['granted', ''],
      ['granted', ''],
    ])
    ok(await part(0, 1))
    expect(parts()).toEqual([REFUNDED, REFUNDED])
    expect(orderRow(shop, placed.order.id).refunds).toHaveLength(2)
  })

  it('is the same however often and in whatever order it is told', async () => {
    bringFriends(shop)
    await arrive()
    const placed = await buy(shop, zoe, { lines: [latte, bagel] })
    await giveBack(shop, placed)
    const row = orderRow(shop, placed.order.id)
    const [refund] = row.refunds
    const before = JSON.stringify(
      ['rewards', 'coupons', 'budgets', 'rewardCounts'].map((name) => shop.rows(name)),
    )
    const { takeBackRewards } = await import('./take-back')
    const ctx = { now: shop.now() } as Parameters<typeof takeBackRewards>[2]
    for (let i = 0; i < 3; i++)
      await createInstance().tx((db) => takeBackRewards(db, { order: row, refund: refund! }, ctx))
    expect(
      JSON.stringify(['rewards', 'coupons', 'budgets', 'rewardCounts'].map((name) => shop.rows(name))),
    ).toBe(before)
  })

  it('grants nothing a second time for the order after it (law 7)', async () => {
    bringFriends(shop)
    await arrive()
    await giveBack(shop, await buy(shop, zoe))
    await buy(shop, zoe, { key: 'key-00002' })
    expect(parts()).toEqual([REFUNDED, REFUNDED])
    expect(thanksOf(shop, ann)).toEqual(['revoked'])
  })

  it('ends a hold without giving anything', async () => {
    bringFriends(shop)
    const cid = await newcomer(shop, ann.code, 'oCid')
    zoe = await friendOf(shop, cid.code, 'oZoe')
    const placed = await buy(shop, zoe)
    expect(rewardRow(shop, zoe)?.state).toBe('held')
    await giveBack(shop, placed)
    expect(parts()).toEqual([REFUNDED, REFUNDED])
    expect(rewardRow(shop, zoe)).not.toHaveProperty('heldOf')
  })
})

/** The timer's turns of so many days. */
async function nightAfter(days: number): Promise<void> {
  const end = shop.now() + days * DAY_MS
  while (shop.now() < end) {
    await shop.advance(HOUR_MS / 2)
    await shop.tick()
  }
}
