import type { MemberRow } from '../../database/rows'
import { couponsOf, runCampaign } from '../../../tests/builders/campaigns'
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
afterEach(() => shop.close())

const offers = async (who = ann) => dataOf(await who.call('coupons.offers', {})).offers
const claim = async (campaignId: string, key = 'key-00001') =>
  dataOf(await ann.call('coupons.claim', { campaignId, key }))
const byId = async (who = ann) =>
  Object.fromEntries((await offers(who)).map((o) => [o.campaignId, [o.hindrance, o.left, o.remaining]]))

it('shows what can be taken, the newest first, with what is left for the caller and for all', async () => {
  const limited = { count: 5, fen: 1_200, shards: 2 }
  runCampaign(shop, { _id: 'old', createdAt: 1, perMember: 3, budget: limited })
  runCampaign(shop, { _id: 'new', createdAt: 2, validity: { kind: 'days', days: 3 } })
  expect((await offers()).map(({ campaignId }) => campaignId)).toEqual(['new', 'old'])
  await claim('old')
  expect(await byId()).toEqual({ new: [null, 1, null], old: [null, 2, 3] })
  expect((await offers())[0]).toEqual({
    campaignId: 'new',
    terms: expect.objectContaining({ title: '满 20 减 3' }),
    by: { kind: 'claim' },
    validity: { kind: 'days', days: 3 },
    endsAt: expect.any(Number),
    left: 1,
    remaining: null,
    hindrance: null,
  })
})

it('costs two reads, however much is offered and was had', async () => {
  for (let i = 0; i < 30; i++)
    runCampaign(shop, { _id: `c${i}`, perMember: 9, budget: { count: 50, fen: null, shards: 16 } })
  for (let i = 0; i < 9; i++) await claim('c1', `key-0000${i}`)
  expect(await shop.billed(() => offers())).toEqual({ reads: 2, writes: 0 })
  expect(await byId()).toMatchObject({ c0: [null, 9, 50], c1: ['ALREADY_CLAIMED', 0, 41] })
  expect(await shop.billed(() => offers(shop.as('oBob')))).toEqual({ reads: 2, writes: 0 })
})

it('costs one when nothing runs', async () => {
  expect(await shop.billed(() => offers())).toEqual({ reads: 1, writes: 0 })
  expect(await offers()).toEqual([])
})

it('says why something can’t be had', async () => {
  runCampaign(shop, { _id: 'had' })
  runCampaign(shop, { _id: 'gone', budget: { count: 1, fen: null, shards: 1 } })
  runCampaign(shop, { _id: 'new', audience: { newMembers: true, tierIds: [], tags: [] } })
  runCampaign(shop, { _id: 'points', entry: { kind: 'points', points: 25 }, perMember: 2 })
  await claim('had')
  shop.put('budgets', { ...shop.row<object>('budgets', 'gone#0'), countLeft: 0 })
  const member = shop.row<MemberRow>('members', ann.memberId)!
  shop.put('members', { ...member, account: { ...member.account, paidOrders: 3 } })
  expect(await byId()).toEqual({
    had: ['ALREADY_CLAIMED', 0, null],
    gone: ['SOLD_OUT', 1, 0],
    new: ['NOT_FOR_YOU', 1, null],
    points: ['POINTS_SHORT', 2, null],
  })
  expect((await byId(shop.as('oBob')))['had']).toEqual(['NOT_A_MEMBER', 1, null])
  expect((await offers()).find((o) => o.campaignId === 'points')?.by).toEqual({ kind: 'points', points: 25 })
})

it('shows neither what does not run now, nor what has another way in, nor what is meant for other tags', async () => {
  runCampaign(shop, { _id: 'later', startAt: shop.now() + 1 })
  runCampaign(shop, { _id: 'over', endAt: shop.now() })
  runCampaign(shop, { _id: 'paused', state: 'paused' })
  runCampaign(shop, { _id: 'code', entry: { kind: 'code', code: 'SECRET' } })
  runCampaign(shop, { _id: 'teachers', audience: { newMembers: false, tierIds: [], tags: ['老师'] } })
  expect(await offers()).toEqual([])
  const member = shop.row<MemberRow>('members', ann.memberId)!
  shop.put('members', { ...member, tags: ['老师'] })
  expect(Object.keys(await byId())).toEqual(['teachers'])
  expect(await offers(shop.as('oBob'))).toEqual([])
})

it('offers this month’s coupon by its tiers', async () => {
  runCampaign(shop, {
    entry: { kind: 'monthly' },
    audience: { newMembers: false, tierIds: ['gold'], tags: [] },
  })
  expect(await offers()).toMatchObject([
    { by: { kind: 'monthly', tierIds: ['gold'] }, hindrance: 'NOT_FOR_YOU' },
  ])
  expect(couponsOf(shop, 'autumn')).toEqual([])
})
