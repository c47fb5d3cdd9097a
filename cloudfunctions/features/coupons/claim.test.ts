import type { MemberRow, PointEntryRow } from '../../database/rows'
import { DAY_MS } from '@shared/kernel/time'
import { couponsOf, runCampaign, shardsOf, wrongInTheBudgets } from '../../../tests/builders/campaigns'
import { join } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  await join(ann)
})
afterEach(() => {
  expect(wrongInTheBudgets(shop)).toEqual([])
  shop.close()
})

const limited = (count: number, over: { fen?: number | null; shards?: number } = {}) => ({
  count,
  fen: null,
  shards: 1,
  ...over,
})
const claim = (key = 'key-00001', campaignId = 'autumn', who = ann) =>
  who.call('coupons.claim', { campaignId, key })
const member = () => shop.row<MemberRow>('members', ann.memberId)!
const change = (over: Partial<MemberRow>) => shop.put('members', { ...member(), ...over })
const loyalty = {
  pointsPerYuan: 1,
  pointFen: 1,
  mostShareBp: 5000,
  validMonths: 12,
  tiers: [
    { id: 'green', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
    { id: 'gold', name: '常客', fromFen: 60_000, priceBp: 9500, pointsBp: 15_000 },
  ],
}
const withTiers = () => shop.put('settings', { ...shop.row<object>('settings', 'shop'), loyalty })
const spent = (fen: number) => ({ account: { ...member().account, spend: { '20261122': fen } } })

describe('coupons.claim', () => {
  it('puts the coupon into the wallet with the terms of the campaign, and reserves its cost', async () => {
    runCampaign(shop, { budget: limited(10, { fen: 3_000 }) })
    const { coupon, account } = dataOf(await claim())
    expect(coupon).toMatchObject({
      id: `autumn:${ann.memberId}:1`,
      state: 'issued',
      startsAt: shop.now(),
      terms: { title: '满 20 减 3', benefit: { offFen: 300 } },
    })
    expect(account).toEqual(member().account)
    const { coupons } = dataOf(await ann.call('coupons.wallet', { tab: 'usable' }))
    expect(coupons.map(({ id }) => id)).toContain(coupon.id)
    expect(shardsOf(shop, 'autumn')).toMatchObject([
      { countLeft: 9, fenLeft: 2_700, issued: 1, issuedFen: 300 },
    ])
  })

  it('costs two reads, and one read and two writes of its transaction', async () => {
    runCampaign(shop, { budget: limited(10) })
    expect(await shop.billed(() => claim())).toEqual({ reads: 3, writes: 2 })
    expect(await shop.billed(() => claim('key-00002'))).toEqual({ reads: 2, writes: 0 })
  })

  it('is the same claim when the same key comes again, also when the campaign is over by then', async () => {
    runCampaign(shop, { perMember: 3, budget: limited(10) })
    const first = dataOf(await claim())
    expect(dataOf(await claim())).toEqual(first)
    runCampaign(shop, { state: 'ended', budget: limited(9) })
    expect(dataOf(await claim())).toEqual(first)
    expect(await claim('key-00002')).toMatchObject({ code: 'OFFER_GONE' })
    shop.put('budgets', { ...shardsOf(shop, 'autumn')[0]!, issued: 1, issuedFen: 300, countLeft: 8 })
  })

  it('gives so many as one member may have, however many taps and phones race', async () => {
    runCampaign(shop, { perMember: 3, budget: limited(10) })
    const keys = ['key-aaaaa', 'key-bbbbb', 'key-ccccc', 'key-ddddd', 'key-eeeee']
    const replies = await Promise.all([...keys, ...keys].map((key) => claim(key)))
    expect(replies.filter((r) => r.ok)).toHaveLength(6)
    for (const r of replies) if (!r.ok) expect(r.code).toBe('ALREADY_CLAIMED')
    expect(couponsOf(shop, 'autumn').map(({ _id }) => _id.split(':')[2])).toEqual(['1', '2', '3'])
  })

  it.each([1, 8])(
    'law 5: sells ten to 200 people who claim at once, with %d shards',
    async (shards) => {
      runCampaign(shop, { budget: limited(10, { shards, fen: 10 * 300 }) })
      const people = Array.from({ length: 200 }, (_, i) => shop.as(`oFan${i}`))
      shop.put('members', ...people.map(({ openid, memberId }) => ({ ...member(), _id: memberId, openid })))
      // who met too many others is told that nothing happened, and taps again
      const insist = async (who: Person): Promise<string> => {
        const reply = await claim('key-00001', 'autumn', who)
        if (reply.ok) return 'OK'
        return reply.code === 'BUSY' ? insist(who) : reply.code
      }
      const answers = await Promise.all(people.map(insist))
      expect(answers.filter((answer) => answer === 'OK')).toHaveLength(10)
      expect(answers.filter((answer) => answer === 'SOLD_OUT')).toHaveLength(190)
      expect(couponsOf(shop, 'autumn')).toHaveLength(10)
      expect(
        shardsOf(shop, 'autumn').every(({ countLeft, fenLeft }) => countLeft === 0 && fenLeft === 0),
      ).toBe(true)
      expect(await claim()).toMatchObject({ code: 'SOLD_OUT' })
    },
    60_000,
  )

  it('asks every shard before it says that nothing is left', async () => {
    runCampaign(shop, { perMember: 5, budget: limited(5, { shards: 4 }) })
    for (const n of [1, 2, 3, 4, 5]) dataOf(await claim(`key-0000${n}`))
    expect(shardsOf(shop, 'autumn').map(({ issued }) => issued)).toEqual([2, 1, 1, 1])
  })

  it('stops at the budget’s money where that ends first', async () => {
    runCampaign(shop, { perMember: 5, budget: { count: 5, fen: 899, shards: 1 } })
    dataOf(await claim('key-00001'))
    dataOf(await claim('key-00002'))
    expect(await claim('key-00003')).toMatchObject({ code: 'SOLD_OUT' })
  })

  it('counts what a campaign without limits issues', async () => {
    runCampaign(shop, { perMember: 9, shardsMade: 8 })
    for (const n of [1, 2, 3]) dataOf(await claim(`key-0000${n}`))
    expect(shardsOf(shop, 'autumn').reduce((sum, { issuedFen }) => sum + issuedFen, 0)).toBe(900)
  })

  it('runs in [startAt, endAt) and while it runs', async () => {
    const gone = { code: 'OFFER_GONE' }
    expect(await claim()).toMatchObject(gone)
    runCampaign(shop, { startAt: shop.now() + 1 })
    expect(await claim()).toMatchObject(gone)
    runCampaign(shop, { endAt: shop.now() })
    expect(await claim()).toMatchObject(gone)
    for (const state of ['draft', 'paused', 'ended'] as const) {
      runCampaign(shop, { state })
      expect(await claim()).toMatchObject(gone)
    }
    runCampaign(shop, { startAt: shop.now(), endAt: shop.now() + 1 })
    expect(await claim()).toMatchObject({ ok: true })
  })

  it('is no way round the other ways in', async () => {
    const others = [
      { kind: 'signup' },
      { kind: 'code', code: 'HELLO' },
      { kind: 'channel', channel: 'ABCDEFGH' },
      { kind: 'birthday', daysBefore: 0 },
      { kind: 'nthOrder', nth: 1 },
      { kind: 'dormant', days: 7 },
      { kind: 'grant' },
    ] as const
    for (const entry of others) {
      runCampaign(shop, { entry })
      expect(await claim()).toMatchObject({ code: 'OFFER_GONE' })
    }
    expect(couponsOf(shop, 'autumn')).toEqual([])
  })

  it('is for members, and for those whom it means', async () => {
    withTiers()
    runCampaign(shop, { audience: { newMembers: true, tierIds: ['gold'], tags: ['老师'] } })
    expect(await claim('key-00001', 'autumn', shop.as('oBob'))).toMatchObject({ code: 'NOT_A_MEMBER' })
    expect(await claim()).toMatchObject({ code: 'NOT_FOR_YOU' })
    change({ ...spent(60_000), tags: ['老师'] })
    expect(await claim()).toMatchObject({ ok: true })
    const { account } = member()
    change({ account: { ...account, paidOrders: 1 } })
    runCampaign(shop, { _id: 'again', audience: { newMembers: true, tierIds: [], tags: [] } })
    expect(await claim('key-00001', 'again')).toMatchObject({ code: 'NOT_FOR_YOU' })
  })

  it('takes a key and an id as they are meant, and nothing else', async () => {
    for (const input of [
      { campaignId: 'autumn' },
      { campaignId: 'a b', key: 'key-00001' },
      { campaignId: 'autumn', key: 'k' },
    ])
      expect(await ann.raw({ action: 'coupons.claim', input })).toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('a monthly coupon', () => {
  it('comes once in each month of the shop’s calendar, for its tiers', async () => {
    withTiers()
    runCampaign(shop, {
      entry: { kind: 'monthly' },
      audience: { newMembers: false, tierIds: ['gold'], tags: [] },
    })
    expect(await claim()).toMatchObject({ code: 'NOT_FOR_YOU' })
    change(spent(60_000))
    expect(dataOf(await claim()).coupon.id).toBe(`autumn:${ann.memberId}:m202611`)
    expect(await claim('key-00002')).toMatchObject({ code: 'ALREADY_CLAIMED' })
    await shop.advance(9 * DAY_MS)
    expect(dataOf(await claim('key-00002')).coupon.id).toBe(`autumn:${ann.memberId}:m202612`)
  })
})

describe('in exchange for points', () => {
  const points = () => member().account.lots
  beforeEach(() => {
    runCampaign(shop, { entry: { kind: 'points', points: 25 }, perMember: 9, budget: limited(3) })
    change({ account: { ...member().account, lots: { '202612': 20, '202703': 50 } } })
  })

  it('takes the points with the coupon, those that end first, and writes the line', async () => {
    const { account, coupon } = dataOf(await claim())
    expect(account.lots).toEqual({ '202612': 0, '202703': 45 })
    expect(points()).toEqual(account.lots)
    expect(shop.rows<PointEntryRow>('pointEntries')).toMatchObject([
      { _id: `exchanged:${coupon.id}`, points: -25, why: 'exchanged', what: '满 20 减 3' },
    ])
  })

  it('takes them once for a key that comes again', async () => {
    const replies = await Promise.all([claim(), claim(), claim()])
    for (const { coupon } of replies.map(dataOf)) expect(coupon.id).toBe(`autumn:${ann.memberId}:1`)
    expect(points()).toEqual({ '202612': 0, '202703': 45 })
  })

  it('is refused whole when they don’t reach, whatever races', async () => {
    const replies = await Promise.all(
      ['key-aaaaa', 'key-bbbbb', 'key-ccccc', 'key-ddddd'].map((key) => claim(key)),
    )
    expect(replies.filter((r) => r.ok)).toHaveLength(2)
    for (const r of replies) if (!r.ok) expect(r.code).toBe('POINTS_SHORT')
    expect(points()).toEqual({ '202612': 0, '202703': 20 })
    expect(couponsOf(shop, 'autumn')).toHaveLength(2)
  })
})
