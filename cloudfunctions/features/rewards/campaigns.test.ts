import { DAY_MS } from '@shared/kernel/time'
import type { RewardDraft } from '@shared/rewards/contract'
import type { AuditRow, ShopRow } from '../../database/rows'
import { ok } from '../../../tests/builders/customer'
import { promoter } from '../../../tests/builders/friends'
import { aRewardDraft } from '../../../tests/builders/reward-drafts'
import { bringFriends, buy, friendOf } from '../../../tests/builders/rewards'
import { openShop, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner', oLead: 'manager', oChen: 'clerk' } })
  bringFriends(shop)
  shop.put('settings', { ...shop.row<ShopRow>('settings', 'shop'), bringFriend: undefined })
  shop.put('rewardCampaigns', { ...shop.row<object>('rewardCampaigns', 'bring'), state: 'draft' })
})
afterEach(() => shop.close())
const draft = (over: Partial<RewardDraft> = {}) =>
  aRewardDraft({ startAt: shop.now(), endAt: shop.now() + 30 * DAY_MS, ...over })
const boss = () => shop.as('oBoss')
let keys = 0
const newKey = () => `key-form-${++keys}`
const save = (over: Partial<RewardDraft> = {}, id: string | null = null, version = 0, key = newKey()) =>
  boss().call('rewards.saveCampaign', { id, version, key, draft: draft(over) })
const set = (state: 'running' | 'paused' | 'ended', version: number, id = 'bring') =>
  boss().call('rewards.setState', { id, version, state })
const running = () => shop.row<ShopRow>('settings', 'shop')!.bringFriend

it('makes a campaign, starts it, and the shop says what runs until it stops', async () => {
  const { campaign } = ok(await save())
  expect([campaign.state, campaign.version, running()]).toEqual(['draft', 1, undefined])
  ok(await set('running', 1, campaign.id))
  expect(running()).toMatchObject({ campaignId: campaign.id, promoter: { title: '满 15 减 4' } })
  ok(await save({ minPaidFen: 900 }, campaign.id, 2))
  expect(running()).toMatchObject({ minPaidFen: 900 })
  ok(await set('paused', 3, campaign.id))
  expect(running()).toBeUndefined()
  expect(shop.rows<AuditRow>('audit').map(({ what }) => what)).toEqual([
    'rewardCampaign.saved',
    'rewardCampaign.running',
    'rewardCampaign.saved',
    'rewardCampaign.paused',
  ])
})

it('lets WeChat look at what members would read', async () => {
  expect(await save({ note: '代开发票' })).toMatchObject({ code: 'TEXT_REJECTED' })
  expect(shop.rows('rewardCampaigns')).toHaveLength(1)
})

it('makes one campaign of a form that is sent again, as it was or changed since its answer was lost', async () => {
  const replies = await Promise.all([1, 2, 3].map(() => save({}, null, 0, 'key-lost1')))
  const first = ok(replies[0]!).campaign
  for (const reply of replies) expect(ok(reply).campaign).toEqual(first)
  const typed = ok(await save({ minPaidFen: 900 }, null, 0, 'key-lost1')).campaign
  expect(typed).toMatchObject({ id: first.id, version: 2, minPaidFen: 900 })
  expect(ok(await save({ minPaidFen: 900 }, null, 0, 'key-lost1')).campaign).toEqual(typed)
  expect(await save({}, null, 0, 'key-lost1')).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    details: { campaign: typed },
  })
  expect(shop.rows('rewardCampaigns')).toHaveLength(2)
  expect(shop.rows<AuditRow>('audit')).toHaveLength(2)
})

it('refuses an unlawful one at its field, and writes nothing', async () => {
  expect(await save({ when: 'share' })).toMatchObject({
    ok: false,
    code: 'CONTRADICTION',
    details: { faults: [{ field: 'when', sentence: expect.stringContaining('分享') }] },
  })
  expect(shop.rows('rewardCampaigns')).toHaveLength(1)
})

it('holds a draft against today’s coupons once more when it starts', async () => {
  shop.put('campaigns', { ...shop.row<object>('campaigns', 'thanks'), state: 'paused' })
  expect(await set('running', 1)).toMatchObject({ code: 'CONTRADICTION' })
})

it('lets one run at a time, also when two are started at once', async () => {
  const { campaign } = ok(await save())
  const answers = await Promise.all([set('running', 1), set('running', 1, campaign.id)])
  expect(answers.map((a) => (a.ok ? 'ok' : a.code)).sort()).toEqual(['OTHER_RUNS', 'ok'])
})

it('tells who was slower, and what is over for good', async () => {
  ok(await set('running', 1))
  expect(await save({}, 'bring', 1)).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    details: { campaign: { version: 2 } },
  })
  expect(await save({ when: 'signup' }, 'bring', 2)).toMatchObject({ code: 'CONTRADICTION' })
  ok(await set('ended', 2))
  expect(await set('running', 3)).toMatchObject({ code: 'WRONG_STATE' })
  expect(await save({}, 'bring', 3)).toMatchObject({ code: 'CONTRADICTION' })
  expect(await set('running', 1, 'ghost')).toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
})

it('lists campaigns with their counts and the coupons that can be named', async () => {
  ok(await set('running', 1))
  const { code } = await promoter(shop, 'oAnn')
  await buy(shop, await friendOf(shop, code, 'oZoe'))
  const { campaigns, coupons, waiting } = ok(await boss().call('rewards.campaigns', {}))
  expect(campaigns).toMatchObject([{ id: 'bring', counts: { joined: 1, ordered: 1, granted: 2 } }])
  expect(coupons).toEqual([{ id: 'thanks', title: '满 15 减 4', running: true, left: 998 }])
  expect(waiting).toBe(0)
})

it.each(['oChen', 'oZoe'])('refuses %s everything (law 16)', async (openid) => {
  const person = shop.as(openid)
  const refused = { ok: false, code: 'FORBIDDEN' }
  expect(await person.call('rewards.campaigns', {})).toMatchObject(refused)
  const form = { id: null, version: 0, key: newKey(), draft: draft() }
  expect(await person.call('rewards.saveCampaign', form)).toMatchObject(refused)
  expect(await person.call('rewards.setState', { id: 'bring', version: 1, state: 'running' })).toMatchObject(
    refused,
  )
  expect(shop.rows('audit')).toEqual([])
})

it('can’t be claimed in any other way', async () => {
  const ann = shop.as('oAnn')
  ok(await ann.call('members.join', {}))
  const claim = await ann.call('coupons.claim', { campaignId: 'thanks', key: 'key-claim-1' })
  const grant = { campaignId: 'thanks', memberId: ann.memberId, reason: '送你', key: 'key-grant-1' }
  expect(claim).toMatchObject({ ok: false, code: 'OFFER_GONE' })
  expect(await boss().call('campaigns.grant', grant)).toMatchObject({ ok: false, code: 'CAMPAIGN_NOT_FOUND' })
})
