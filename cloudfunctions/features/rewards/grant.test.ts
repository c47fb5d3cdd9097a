import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { MemberRow, PointEntryRow } from '../../database/rows'
import { createInstance } from '../../platform/instance'
import { join, orderRow, pay, place } from '../../../tests/builders/customer'
import { come, promoter } from '../../../tests/builders/friends'
import { aRewardDraft } from '../../../tests/builders/reward-drafts'
import { bringFriends, buy, countsOf, friendOf, rewardRow, thanksOf } from '../../../tests/builders/rewards'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'

let shop: TestShop
let ann: Person & { readonly code: string }
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' } })
  ann = await promoter(shop, 'oAnn')
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
const points = (n: number) => ({ kind: 'points', points: n }) as const
const balance = (person: Person) =>
  Object.values(shop.row<MemberRow>('members', person.memberId)!.account.lots).reduce((a, b) => a + b, 0)
const state = (friend: Person, event: 'signup' | 'first' | 'second' = 'first') => {
  const row = rewardRow(shop, friend, event)
  return row && [row.state, row.parts.promoter?.note ?? '-', row.parts.friend?.note ?? '-']
}

describe('the first paid order of a friend', () => {
  it('brings both their coupon, when it is paid and not before', async () => {
    bringFriends(shop)
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    const placed = await place(zoe)
    expect([...thanksOf(shop, ann), ...thanksOf(shop, zoe)]).toEqual([])
    await pay(shop, placed)
    expect([thanksOf(shop, ann), thanksOf(shop, zoe)]).toEqual([['issued'], ['issued']])
    expect(countsOf(shop)).toMatchObject({ joined: 1, ordered: 1, granted: 2, couponFen: 800 })
  })

  it('brings nothing more with the second, and costs it nothing', async () => {
    bringFriends(shop)
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    await buy(shop, zoe)
    const placed = await place(zoe, { key: 'key-00002' })
    expect(orderRow(shop, placed.order.id).rewardTerms).toBeUndefined()
    await pay(shop, placed)
    expect(thanksOf(shop, ann)).toEqual(['issued'])
  })

  it('costs who came by themselves nothing: neither at placing nor at paying', async () => {
    const yan = shop.as('oYan')
    await join(yan)
    await buy(shop, yan, { key: 'key-warms' })
    const before = await shop.billed(() => buy(shop, yan))
    bringFriends(shop)
    expect(await shop.billed(() => buy(shop, yan, { key: 'key-00002' }))).toEqual(before)
  })

  it('costs eight reads and seven writes more with a coupon for both', async () => {
    bringFriends(shop)
    const yan = shop.as('oYan')
    await join(yan)
    await buy(shop, yan)
    const alone = await shop.billed(() => buy(shop, yan, { key: 'key-00002' }))
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    const { reads, writes } = await shop.billed(() => buy(shop, zoe))
    expect({ reads: reads - alone.reads, writes: writes - alone.writes }).toEqual({ reads: 8, writes: 7 })
  })

  it('counts from the amount on that the owner set, and not when it cost nothing', async () => {
    bringFriends(shop, { minPaidFen: 2000 })
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    await buy(shop, zoe)
    expect(state(zoe)).toBeNull()
  })

  it('keeps the promise that ran when it was placed, and makes none after the end (law 14)', async () => {
    const { endAt } = bringFriends(shop, { endAt: shop.now() + DAY_MS })
    const [zoe, yan] = [await friendOf(shop, ann.code, 'oZoe'), await friendOf(shop, ann.code, 'oYan')]
    await shop.advance(endAt - 1 - shop.now())
    const placed = await place(zoe)
    await shop.advance(1)
    await pay(shop, placed)
    await buy(shop, yan)
    expect([state(zoe), state(yan)]).toEqual([['granted', '', ''], null])
  })

  it('brings points into both accounts, with a line, within their budget', async () => {
    bringFriends(shop, { promoter: points(30), friend: points(20), pointsBudget: 60 })
    const [zoe, yan] = [await friendOf(shop, ann.code, 'oZoe'), await friendOf(shop, ann.code, 'oYan')]
    await buy(shop, zoe)
    expect([balance(ann), balance(zoe)]).toEqual([30, 20])
    expect(shop.rows<PointEntryRow>('pointEntries').map(({ why }) => why)).toEqual(['reward', 'reward'])
    await buy(shop, yan)
    expect([balance(ann), balance(yan)]).toEqual([30, 0])
    expect(state(yan)).toEqual(['rejected', 'soldOut', 'soldOut'])
    expect(countsOf(shop)).toMatchObject({ points: 50, pointsLeft: 10, rejected: 2 })
  })
})

describe('what never keeps a payment from being booked', () => {
  it.each<[string, () => unknown, string[]]>([
    ['sold out', () => bringFriends(shop, {}, 0), ['rejected', 'soldOut', 'soldOut']],
    [
      'the coupon’s campaign is over',
      () => shop.put('campaigns', { ...shop.row<object>('campaigns', 'thanks'), state: 'ended' }),
      ['rejected', 'soldOut', 'soldOut'],
    ],
    [
      'the campaign has vanished',
      async () => {
        const { db } = createInstance()
        await db.table('rewardCampaigns').remove('bring')
        await db.table('rewardCounts').remove('bring')
      },
      ['granted', '', ''],
    ],
    ['the promoter has left', () => ann.call('members.leave', {}), ['granted', 'gone', '']],
    [
      'the promoter was barred',
      () => shop.put('members', { ...shop.row<object>('members', ann.memberId), barredAt: shop.now() }),
      ['granted', 'gone', ''],
    ],
  ])('%s', async (_what, happens, becomes) => {
    bringFriends(shop)
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    const placed = await place(zoe)
    await happens()
    await pay(shop, placed)
    expect(orderRow(shop, placed.order.id).state).toBe('paid')
    expect(state(zoe)).toEqual(becomes)
  })
})

describe('signup and second order', () => {
  it('rewards a signup in its transaction, at a known price', async () => {
    await come(shop.as('oZoe'), ann.code)
    await come(shop.as('oYan'), ann.code)
    const alone = await shop.billed(() => join(shop.as('oYan')))
    bringFriends(shop, { when: 'signup' })
    const { reads, writes } = await shop.billed(() => join(shop.as('oZoe')))
    expect(state(shop.as('oZoe'), 'signup')).toEqual(['granted', '', ''])
    // the shop is asked anyway
    expect({ reads: reads - alone.reads, writes: writes - alone.writes }).toEqual({ reads: 7, writes: 8 })
  })

  it('only counts a signup where the first order is rewarded', async () => {
    bringFriends(shop)
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    expect(state(zoe, 'signup')).toBeNull()
    expect(countsOf(shop)).toMatchObject({ joined: 1, ordered: 0, granted: 0 })
  })

  it('gives the promoter a bonus with the second order', async () => {
    bringFriends(shop, { second: points(15), pointsBudget: 100 })
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    await buy(shop, zoe)
    expect(balance(ann)).toBe(0)
    await buy(shop, zoe, { key: 'key-00002' })
    expect([balance(ann), balance(zoe)]).toEqual([15, 0])
    await buy(shop, zoe, { key: 'key-00003' })
    expect(balance(ann)).toBe(15)
  })

  it('does not make good with the second what the first was refused for', async () => {
    bringFriends(shop, { second: points(15), pointsBudget: 100 })
    const zoe = await friendOf(shop, ann.code, 'oZoe')
    const phone = '13800000000'
    for (const { memberId } of [ann, zoe])
      shop.put('members', { ...shop.row<object>('members', memberId), phone })
    await buy(shop, zoe)
    shop.put('members', { ...shop.row<object>('members', zoe.memberId), phone: null })
    await buy(shop, zoe, { key: 'key-00002' })
    expect([state(zoe), state(zoe, 'second')]).toEqual([['rejected', 'fraud', 'fraud'], null])
  })
})

describe('caps and crowds', () => {
  it('stops at the day’s cap, gives the friend theirs all the same, and goes on the next day', async () => {
    bringFriends(shop, { caps: { total: null, month: null, day: 1 } })
    const friends = await Promise.all(['a', 'b', 'c'].map((x) => friendOf(shop, ann.code, `oF${x}`)))
    await buy(shop, friends[0]!)
    await buy(shop, friends[1]!)
    expect(state(friends[1]!)).toEqual(['granted', 'capped', ''])
    await shop.advance(DAY_MS)
    await buy(shop, friends[2]!)
    expect(state(friends[2]!)).toEqual(['granted', '', ''])
  })

  it('rewards fifty friends at once within caps and budget', async () => {
    bringFriends(shop, { ...aRewardDraft(), caps: { total: 7, month: null, day: null } }, 40)
    const friends = Array.from({ length: 50 }, (_, i) => shop.as(`oFriend${i}`))
    for (const friend of friends) {
      await come(friend, ann.code)
      await join(friend)
    }
    await shop.advance(MINUTE_MS)
    const placed = await Promise.all(friends.map((friend) => place(friend)))
    await Promise.all(placed.map((one) => pay(shop, one)))
    await shop.advance(5 * MINUTE_MS)
    expect(placed.map(({ order }) => orderRow(shop, order.id).state)).toEqual(Array(50).fill('paid'))
    expect(friends.filter((friend) => rewardRow(shop, friend) === null)).toEqual([])
    expect(countsOf(shop)).toMatchObject({ joined: 50, ordered: 50 })
    // five pass, the others come within the hour and are looked at; of those, two fit under the cap
    expect(thanksOf(shop, ann)).toHaveLength(5)
    expect(countsOf(shop)).toMatchObject({ granted: 10, held: 2 + 45, rejected: 43 })
  })
})
