import { startOfShopDay, DAY_MS } from '@shared/kernel/time'
import type { CouponRow, MemberRow } from '../../database/rows'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { budgetRows, campaignRow } from '../../../tests/builders/shop-rows'

let shop: TestShop
const start = (options?: Parameters<typeof openShop>[0]) => (shop = openShop(options))
afterEach(() => shop.close())

describe('members.join', () => {
  it('makes a member and gives the welcome coupon, at once and in the wallet', async () => {
    start()
    const ann = shop.as('oAnn')
    const joined = dataOf(await ann.call('members.join', {}))
    expect(joined.me.member).toMatchObject({
      id: ann.memberId,
      nickname: '',
      phoneMasked: null,
      joinedAt: shop.now(),
    })
    expect(joined.welcomed).toMatchObject({
      id: `welcome:${ann.memberId}:welcome`,
      state: 'issued',
      terms: { benefit: { offFen: 500 } },
      expiresAt: startOfShopDay(shop.now()) + 7 * DAY_MS,
    })
    expect(joined.me.coupons).toEqual([joined.welcomed])
    expect(dataOf(await ann.call('coupons.wallet', { tab: 'usable' })).coupons).toEqual([joined.welcomed])
  })

  it('is the same the second time, without another coupon', async () => {
    start()
    const ann = shop.as('oAnn')
    const first = dataOf(await ann.call('members.join', {}))
    const second = dataOf(await ann.call('members.join', {}))
    expect(second).toEqual({ me: first.me, welcomed: null })
  })

  it('issues one coupon, however many taps race', async () => {
    start()
    const ann = shop.as('oAnn')
    const replies = await Promise.all(Array.from({ length: 20 }, () => ann.call('members.join', {})))
    expect(replies.map((reply) => reply.ok)).toEqual(Array(20).fill(true))
    expect(replies.map(dataOf).filter(({ welcomed }) => welcomed !== null)).toHaveLength(1)
    expect(replies.map(dataOf).every(({ me }) => me.member !== null && me.coupons.length === 1)).toBe(true)
    expect(shop.rows<CouponRow>('coupons')).toHaveLength(1)
    expect(shop.rows<MemberRow>('members')).toHaveLength(1)
  })

  it('gives nothing when no campaign runs', async () => {
    start({ shop: { welcomeCampaignId: null } })
    const joined = dataOf(await shop.as('oAnn').call('members.join', {}))
    expect(joined).toMatchObject({ welcomed: null, me: { coupons: [] } })
  })

  it('gives nothing before the first and from the last instant of the campaign', async () => {
    start()
    const campaign = campaignRow(shop.now())
    shop.put('campaigns', { ...campaign, startAt: shop.now() + 1 })
    expect(dataOf(await shop.as('oAnn').call('members.join', {})).welcomed).toBeNull()
    shop.put('campaigns', { ...campaign, endAt: shop.now() })
    expect(dataOf(await shop.as('oBob').call('members.join', {})).welcomed).toBeNull()
    shop.put('campaigns', { ...campaign, startAt: shop.now(), endAt: shop.now() + 1 })
    expect(dataOf(await shop.as('oCid').call('members.join', {})).welcomed).not.toBeNull()
  })

  it('welcomes nobody a second time, not even with another campaign after leaving', async () => {
    start()
    const ann = shop.as('oAnn')
    dataOf(await ann.call('members.join', {}))
    dataOf(await ann.call('members.leave', {}))
    shop.put('campaigns', { ...campaignRow(shop.now()), _id: 'autumn' })
    shop.put('settings', { ...shop.row<object>('settings', 'shop'), welcomeCampaignId: 'autumn' })
    const again = dataOf(await ann.call('members.join', {}))
    expect(again).toMatchObject({ welcomed: null, me: { member: { id: ann.memberId }, coupons: [] } })
    expect(shop.rows<CouponRow>('coupons').map(({ state }) => state)).toEqual(['revoked'])
  })

  it('costs one call, four reads and three writes: who brought them is asked, the budget is counted', async () => {
    start()
    const ann = shop.as('oAnn')
    expect(await shop.billed(() => ann.call('members.join', {}))).toEqual({ reads: 4, writes: 3 })
  })

  it('lets everybody join when the welcome is used up, and promises it to nobody', async () => {
    start()
    const campaign = campaignRow(shop.now(), { budget: { count: 1, fen: null, shards: 1 } })
    shop.put('campaigns', campaign)
    shop.put('budgets', ...budgetRows(campaign))
    const promised = async () =>
      dataOf(await shop.as('oZoe').call('home.open', { knownMenu: 1 })).shop.welcome
    expect(await promised()).not.toBeNull()
    const replies = await Promise.all(
      ['oAnn', 'oBob', 'oCid'].map((who) => shop.as(who).call('members.join', {})),
    )
    expect(replies.map(dataOf).filter(({ welcomed }) => welcomed !== null)).toHaveLength(1)
    expect(shop.rows<MemberRow>('members')).toHaveLength(3)
    expect(await promised()).toBeNull()
  })

  it('refuses input that the contract does not know', async () => {
    start()
    const reply = await shop.as('oAnn').raw({ action: 'members.join', input: { memberId: 'm1' } })
    expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { path: 'memberId' } })
    expect(shop.rows('members')).toEqual([])
  })
})
