import type { AuditRow, BudgetRow, CampaignCodeRow, CampaignRow, ShopRow } from '../../database/rows'
import type { CampaignDraft, CampaignView } from '@shared/coupons/campaign-contract'
import { DAY_MS } from '@shared/kernel/time'
import { aDraft, couponsOf, shardsOf, wrongInTheBudgets } from '../../../tests/builders/campaigns'
import { join } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let boss: Person
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' } })
  boss = shop.as('oBoss')
})
afterEach(() => {
  expect(wrongInTheBudgets(shop)).toEqual([])
  shop.close()
})

let keys = 0
const newKey = () => `key-form-${++keys}`
const save = (draft: CampaignDraft, id: string | null = null, version = 0, key = newKey()) =>
  boss.call('campaigns.save', { id, version, key, draft })
const made = async (over: Partial<CampaignDraft> = {}) => dataOf(await save(aDraft(shop, over))).campaign
type Next = 'running' | 'paused' | 'ended'
const set = ({ id, version }: CampaignView, state: Next, who = boss) =>
  who.call('campaigns.setState', { id, version, state })
const started = async (over: Partial<CampaignDraft> = {}) =>
  dataOf(await set(await made(over), 'running')).campaign
const list = async () => dataOf(await boss.call('campaigns.list', {})).campaigns
const settings = () => shop.row<ShopRow>('settings', 'shop')!
const audit = () => shop.rows<AuditRow>('audit').map(({ what, subject, by }) => ({ what, subject, by }))
const claim = (campaignId: string, who: Person, key = 'key-00001') =>
  who.call('coupons.claim', { campaignId, key })

describe('campaigns.save', () => {
  it('makes a draft that issues nothing, with its budget in shards', async () => {
    const campaign = await made({ budget: { count: 10, fen: 3_050, shards: 4 } })
    expect(campaign).toMatchObject({ version: 1, state: 'draft', issued: 0, issuedFen: 0, name: '秋日立减' })
    expect(shardsOf(shop, campaign.id).map(({ countLeft, fenLeft }) => [countLeft, fenLeft])).toEqual([
      [3, 950],
      [3, 900],
      [2, 600],
      [2, 600],
    ])
    expect(await list()).toMatchObject([campaign, { id: 'welcome' }])
    expect(audit()).toEqual([{ what: 'campaign.saved', subject: campaign.id, by: boss.memberId }])
    await join(shop.as('oAnn'))
    expect(await claim(campaign.id, shop.as('oAnn'))).toMatchObject({ code: 'OFFER_GONE' })
  })

  it('changes one, and keeps both versions on the record', async () => {
    const first = await made()
    const second = dataOf(await save(aDraft(shop, { name: '冬日立减' }), first.id, first.version)).campaign
    expect(second).toMatchObject({ id: first.id, version: 2, name: '冬日立减' })
    const last = shop.rows<AuditRow>('audit').find(({ after }) => (after as CampaignRow).version === 2)
    expect(last).toMatchObject({ before: { name: '秋日立减' }, after: { name: '冬日立减' }, storeId: null })
  })

  it('lets WeChat look at what customers would read', async () => {
    const draft = aDraft(shop)
    draft.terms.title = '代开发票'
    expect(await save(draft)).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(await list()).toHaveLength(1)
  })

  it('makes one campaign of a form that is sent again, as it was or changed since its answer was lost', async () => {
    const draft = aDraft(shop, { entry: { kind: 'channel', channel: 'TELLSNOTHING' } })
    const replies = await Promise.all([1, 2, 3].map(() => save(draft, null, 0, 'key-lost1')))
    const first = dataOf(replies[0]!).campaign
    for (const reply of replies) expect(dataOf(reply).campaign).toEqual(first)
    expect(await list()).toMatchObject([first, { id: 'welcome' }])
    expect(audit()).toHaveLength(1)
    const typed = dataOf(await save({ ...draft, name: '冬日立减' }, null, 0, 'key-lost1')).campaign
    expect(typed).toMatchObject({ id: first.id, version: 2, name: '冬日立减', entry: first.entry })
    expect(dataOf(await save({ ...draft, name: '冬日立减' }, null, 0, 'key-lost1')).campaign).toEqual(typed)
    expect(dataOf(await save({ ...draft, name: '冬日立减' }, first.id, 1)).campaign).toEqual(typed)
    expect(await save(draft, null, 0, 'key-lost1')).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { campaign: typed },
    })
    expect(dataOf(await save(draft, null, 0, 'key-other')).campaign.id).not.toBe(first.id)
    expect(await list()).toHaveLength(3)
  })

  it('refuses what somebody else changed meanwhile, with what it is now', async () => {
    const first = await made()
    const drafts = ['春', '夏', '秋'].map((name) => aDraft(shop, { name }))
    const replies = await Promise.all(drafts.map((draft) => save(draft, first.id, first.version)))
    expect(replies.filter((r) => r.ok)).toHaveLength(1)
    const [now] = await list()
    for (const r of replies)
      if (!r.ok) expect(r).toMatchObject({ code: 'CHANGED_MEANWHILE', details: { campaign: now } })
    expect(audit()).toHaveLength(2)
  })

  it('names every contradiction, and writes nothing', async () => {
    const draft = aDraft(shop, { name: '两倍', perMember: 5, budget: { count: 3, fen: 299, shards: 9 } })
    expect(await save(draft)).toMatchObject({
      code: 'CONTRADICTION',
      details: { faults: [{ field: 'budget.fen' }, { field: 'budget.shards' }, { field: 'perMember' }] },
    })
    const gone = aDraft(shop)
    gone.terms.scope.productIds = ['mocha']
    expect(await save(gone)).toMatchObject({ details: { faults: [{ field: 'terms.scope.productIds' }] } })
    expect(await list()).toHaveLength(1)
    expect(audit()).toEqual([])
  })

  it.each([
    [{ perMember: 0.5 }],
    [{ budget: { count: -1, fen: null, shards: 1 } }],
    [{ startAt: -1 }],
    [{ name: 'x'.repeat(31) }],
  ])('refuses numbers that are none: %j', async (over) => {
    const input = { id: null, version: 0, key: newKey(), draft: { ...aDraft(shop), ...over } }
    expect(await boss.raw({ action: 'campaigns.save', input })).toMatchObject({ code: 'BAD_INPUT' })
  })

  it('changes the budget of a running campaign, down to what is issued; issued coupons keep their terms', async () => {
    const campaign = await started({ budget: { count: 20, fen: null, shards: 4 }, perMember: 3 })
    const ann = shop.as('oAnn')
    await join(ann)
    for (const key of ['key-00001', 'key-00002', 'key-00003']) dataOf(await claim(campaign.id, ann, key))
    const less = aDraft(shop, { budget: { count: 2, fen: null, shards: 4 } })
    expect(await save(less, campaign.id, 2)).toMatchObject({
      details: { faults: [{ field: 'budget.shards' }, { field: 'budget.count' }] },
    })
    const benefit = { kind: 'amountOff' as const, offFen: 500, thresholdFen: 2000 }
    const dearer = aDraft(shop, { budget: { count: 4, fen: 1_900, shards: 4 }, perMember: 4 })
    const changed = dataOf(
      await save({ ...dearer, terms: { ...dearer.terms, benefit } }, campaign.id, 2),
    ).campaign
    expect(changed).toMatchObject({ state: 'running', issued: 3, issuedFen: 900 })
    expect(dataOf(await claim(campaign.id, ann, 'key-00004')).coupon.terms.benefit).toEqual(benefit)
    await join(shop.as('oBob'))
    expect(await claim(campaign.id, shop.as('oBob'))).toMatchObject({ code: 'SOLD_OUT' })
    expect(couponsOf(shop, campaign.id).map(({ reservedFen }) => reservedFen)).toEqual([300, 300, 300, 500])
  })

  it('holds the budget while claims race with a change of it', async () => {
    const campaign = await started({ budget: { count: 30, fen: null, shards: 2 } })
    const people = Array.from({ length: 24 }, (_, i) => shop.as(`oFan${i}`))
    for (const who of people) await join(who)
    const cut = save(aDraft(shop, { budget: { count: 12, fen: null, shards: 2 } }), campaign.id, 2)
    const replies = await Promise.all(people.map((who) => claim(campaign.id, who)))
    const answer = await cut
    const issued = replies.filter((r) => r.ok).length
    if (answer.ok) expect(issued).toBe(12)
    else expect(answer.code).toBe('CONTRADICTION')
    expect(couponsOf(shop, campaign.id)).toHaveLength(issued)
  })
})

describe('codes and channels', () => {
  const code = (text: string): Partial<CampaignDraft> => ({ entry: { kind: 'code', code: text } })
  const codes = () => shop.rows<CampaignCodeRow>('campaignCodes')

  it('lead to one campaign; an ended one gives its code away', async () => {
    const first = await started(code('HELLO2026'))
    expect(await save(aDraft(shop, code('HELLO2026')))).toMatchObject({ code: 'CODE_TAKEN' })
    dataOf(await set(first, 'ended'))
    const next = await made(code('HELLO2026'))
    expect(codes()).toEqual([{ _id: 'HELLO2026', campaignId: next.id }])
  })

  it('are taken by one of two that race', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => save(aDraft(shop, code('HELLO2026')))))
    expect(replies.filter((r) => r.ok)).toHaveLength(1)
    for (const r of replies) if (!r.ok) expect(r.code).toBe('CODE_TAKEN')
  })

  it('come free when a draft takes another', async () => {
    const draft = await made(code('HELLO'))
    dataOf(await save(aDraft(shop, code('WORLD')), draft.id, 1))
    expect(codes()).toEqual([{ _id: 'WORLD', campaignId: draft.id }])
  })

  it('of a channel are made by the cloud and stay', async () => {
    const channel = { entry: { kind: 'channel' as const, channel: 'AAAAAAAA' } }
    const campaign = await started(channel)
    const own = campaign.entry.kind === 'channel' ? campaign.entry.channel : ''
    expect(own).toMatch(/^[A-Z0-9]{12}$/)
    const again = dataOf(await save(aDraft(shop, channel), campaign.id, 2)).campaign
    expect(again.entry).toEqual({ kind: 'channel', channel: own })
    await join(shop.as('oAnn'))
    expect(await shop.as('oAnn').call('coupons.redeemCode', { code: own, key: 'key-00001' })).toMatchObject({
      ok: true,
    })
  })
})

describe('campaigns.setState', () => {
  it('goes draft → running ⇄ paused → ended and no other way', async () => {
    const draft = await made()
    expect(await set(draft, 'paused')).toMatchObject({ code: 'WRONG_STATE' })
    const running = dataOf(await set(draft, 'running')).campaign
    expect(running).toMatchObject({ state: 'running', version: 2 })
    expect(await set(draft, 'running')).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { campaign: running },
    })
    expect(await set(running, 'running')).toMatchObject({ code: 'WRONG_STATE' })
    const paused = dataOf(await set(running, 'paused')).campaign
    const resumed = dataOf(await set(paused, 'running')).campaign
    const ended = dataOf(await set(resumed, 'ended')).campaign
    expect(await set(ended, 'running')).toMatchObject({ code: 'WRONG_STATE' })
    expect(await save(aDraft(shop), ended.id, ended.version)).toMatchObject({
      details: { faults: [{ field: 'state' }] },
    })
    expect(audit().map(({ what }) => what)).toEqual(
      expect.arrayContaining(['campaign.running', 'campaign.paused', 'campaign.ended']),
    )
  })

  it('lies in the claim centre only while it runs', async () => {
    await join(shop.as('oAnn'))
    const offered = async () => dataOf(await shop.as('oAnn').call('coupons.offers', {})).offers.length
    const running = await started({ budget: { count: 9, fen: null, shards: 3 } })
    expect(await offered()).toBe(1)
    dataOf(await set(running, 'paused'))
    expect(await offered()).toBe(0)
    expect(shop.rows<BudgetRow>('budgets').filter((row) => row.offeredIn)).toEqual([])
  })

  it('starts nothing that has gone stale while it lay', async () => {
    const draft = await made()
    await shop.advance(31 * DAY_MS)
    expect(await set(draft, 'running')).toMatchObject({
      code: 'CONTRADICTION',
      details: { faults: [{ field: 'endAt' }] },
    })
  })

  it('knows no campaign that is not there', async () => {
    const reply = await boss.call('campaigns.setState', { id: 'c0', version: 1, state: 'running' })
    expect(reply).toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
    expect(await save(aDraft(shop), 'c0', 1)).toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
  })

  it('lets one campaign welcome new members at a time', async () => {
    const spring = await made({ entry: { kind: 'signup' } })
    expect(await set(spring, 'running')).toMatchObject({ code: 'OTHER_WELCOME_RUNS' })
    const [, welcome] = await list()
    expect(welcome?.id).toBe('welcome')
    dataOf(await set(welcome!, 'paused'))
    expect(settings().welcomeCampaignId).toBeNull()
    const running = dataOf(await set(spring, 'running')).campaign
    expect(settings().welcomeCampaignId).toBe(spring.id)
    const { welcomed } = dataOf(await shop.as('oAnn').call('members.join', {}))
    expect(welcomed?.terms.title).toBe('满 20 减 3')
    dataOf(await set(running, 'ended'))
    expect(settings().welcomeCampaignId).toBeNull()
    expect(dataOf(await shop.as('oBob').call('members.join', {})).welcomed).toBeNull()
  })

  it('names campaigns of the nth order in the shop’s settings while they run', async () => {
    const running = await started({ entry: { kind: 'nthOrder', nth: 3 } })
    expect(settings().nthOrderCampaigns).toEqual({ [running.id]: 3 })
    dataOf(await set(running, 'paused'))
    expect(settings().nthOrderCampaigns).toEqual({})
  })
})

it('law 16: nobody but owner and managers lists, saves, starts, grants or revokes', async () => {
  const campaign = await made()
  const coupon = await join(shop.as('oAnn'))
  for (const who of [shop.as('oChen'), shop.as('oAnn'), shop.as('oStranger')]) {
    const replies = [
      await who.call('campaigns.list', {}),
      await who.call('campaigns.save', { id: null, version: 0, key: newKey(), draft: aDraft(shop) }),
      await set(campaign, 'running', who),
      await who.call('campaigns.grant', {
        campaignId: campaign.id,
        memberId: who.memberId,
        reason: '自己',
        key: 'key-00001',
      }),
      await who.call('campaigns.revoke', { couponId: coupon, reason: '不喜欢' }),
    ]
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  }
  expect(await set(campaign, 'running', shop.as('oLin'))).toMatchObject({ ok: true })
  expect(audit()).toHaveLength(2)
})

it('lists what each has issued, in three reads', async () => {
  const campaign = await started({ perMember: 2, budget: { count: 20, fen: null, shards: 8 } })
  await join(shop.as('oAnn'))
  await claim(campaign.id, shop.as('oAnn'))
  expect(await list()).toMatchObject([
    { id: campaign.id, issued: 1, issuedFen: 300 },
    { id: 'welcome', issued: 1, issuedFen: 500 },
  ])
  expect(await shop.billed(list)).toEqual({ reads: 3, writes: 0 })
})
