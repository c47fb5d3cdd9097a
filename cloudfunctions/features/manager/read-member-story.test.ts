import { DAY_MS } from '@shared/kernel/time'
import { encodeMember } from '@shared/members/member-code'
import { encodePickup } from '@shared/orders/pickup-qr'
import type { CouponRow, MemberRow } from '../../database/rows'
import { runCampaign } from '../../../tests/builders/campaigns'
import { join, ok, pay, place } from '../../../tests/builders/customer'
import { come, promoter, shopCodeOf } from '../../../tests/builders/friends'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
let boss: Person
let ann: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oMia: 'manager', oTim: 'clerk' } })
  boss = shop.as('oBoss')
  ann = shop.as('oAnn')
  await join(ann)
})
afterEach(() => shop.close())

const ask = (code: string, who = boss, storeId = STORE) => who.call('manager.member', { storeId, code })

it('tells who a member is, what they hold, what they bought and what may be given', async () => {
  runCampaign(shop, { entry: { kind: 'grant' }, budget: { count: 3, fen: null, shards: 1 } })
  const placed = await place(ann)
  await pay(shop, placed)
  const { story } = dataOf(await ask(encodeMember(ann.memberId)))
  expect(story.member).toMatchObject({ id: ann.memberId, phoneMasked: null, tags: [] })
  expect(story.coupons.map(({ id }) => id)).toEqual([`welcome:${ann.memberId}:welcome`])
  expect(story.orders).toMatchObject([{ id: placed.order.id, state: 'paid', payFen: placed.order.payFen }])
  expect(story.grants).toMatchObject([{ campaignId: 'autumn', left: 3 }])
})

it('finds a member by today’s pickup number and by the code on their order, at that store alone', async () => {
  const placed = await place(ann)
  await pay(shop, placed)
  const { id: orderId, pickupCode } = placed.order
  for (const code of [pickupCode, ` ${pickupCode} `, encodePickup({ orderId, pickupCode })])
    expect(dataOf(await ask(code)).story.member.id).toBe(ann.memberId)
  expect(await ask(encodePickup({ orderId, pickupCode }), boss, 's2')).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await ask(encodePickup({ orderId, pickupCode: 'X' }))).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
})

it('knows nobody by another code, a stranger’s, or that of somebody who left', async () => {
  await place(shop.as('oGus'))
  dataOf(await ann.call('members.leave', {}))
  const codes = [
    'wxp://pay',
    '0000',
    'ckm:m-nobody',
    encodeMember(shop.as('oGus').memberId),
    encodeMember(ann.memberId),
  ]
  for (const code of codes) expect(await ask(code)).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
})

it('is for the staff of the store; clerks see nothing that they could give', async () => {
  runCampaign(shop, { entry: { kind: 'grant' } })
  const code = encodeMember(ann.memberId)
  for (const [who, role, grants] of [
    ['oMia', 'manager', 1],
    ['oTim', 'clerk', 0],
  ] as const) {
    const { story } = dataOf(await ask(code, shop.as(who)))
    expect([story.member.id, story.role, story.grants.length]).toEqual([ann.memberId, role, grants])
  }
  for (const who of ['oAnn', 'oGus'])
    expect(await ask(code, shop.as(who))).toMatchObject({ code: 'FORBIDDEN' })
})

it('shows no campaign that is paused, over, or given in another way', async () => {
  runCampaign(shop, { entry: { kind: 'grant' }, state: 'paused' })
  runCampaign(shop, { _id: 'over', entry: { kind: 'grant' }, endAt: shop.now() })
  runCampaign(shop, { _id: 'claimed' })
  expect(dataOf(await ask(encodeMember(ann.memberId))).story.grants).toEqual([])
})

it('tells what is used, over and taken back, apart from what can be used', async () => {
  runCampaign(shop, { entry: { kind: 'grant' }, perMember: 9 })
  const give = (key: string) =>
    boss.call('campaigns.grant', { campaignId: 'autumn', memberId: ann.memberId, reason: '道歉', key })
  const { coupon } = dataOf(await give('key-00001'))
  dataOf(await give('key-00002'))
  dataOf(await boss.call('campaigns.revoke', { couponId: coupon.id, reason: '发错了' }))
  const used = shop.rows<CouponRow>('coupons').find(({ campaignId }) => campaignId === 'welcome')
  shop.put('coupons', { ...used, _id: 'used', state: 'redeemed' }, { ...used, _id: 'over', expiresAt: 1 })
  const { story } = dataOf(await ask(encodeMember(ann.memberId)))
  expect(story.past.map(({ id }) => id).sort()).toEqual([coupon.id, 'over', 'used'].sort())
  expect(story.coupons).toHaveLength(2)
})

it('costs at most eight reads', async () => {
  runCampaign(shop, { entry: { kind: 'grant' } })
  const placed = await place(ann)
  await pay(shop, placed)
  expect(await shop.billed(() => ask(encodeMember(ann.memberId)))).toEqual({ reads: 6, writes: 0 })
  expect(await shop.billed(() => ask(placed.order.pickupCode))).toEqual({ reads: 7, writes: 0 })
})

describe('where they came from', () => {
  const zoe = () => shop.as('oZoe')
  const NOTHING = { promoter: null, first: null, last: null, cameBy: null, unbound: null }
  const originOf = async (who: Person) => dataOf(await ask(encodeMember(who.memberId))).story.origin
  const name = (who: Person, nickname: string, over: object = {}) =>
    shop.put('members', { ...shop.row<MemberRow>('members', who.memberId)!, nickname, ...over })

  it('is nothing of who came by themselves', async () => {
    expect(await originOf(ann)).toEqual(NOTHING)
  })

  it('tells who brought them, by which way, when it was locked, and the first and last coming', async () => {
    const bob = await promoter(shop, 'oBob')
    name(bob, '阿宝')
    const began = shop.now()
    await come(zoe(), bob.code)
    await shop.advance(DAY_MS)
    await come(zoe(), await shopCodeOf(shop))
    await shop.advance(DAY_MS)
    await join(zoe())
    await come(shop.as('oYan'), bob.code)
    await join(shop.as('oYan'))
    expect(await originOf(zoe())).toEqual({
      promoter: {
        id: bob.memberId,
        nickname: '阿宝',
        channel: 'card',
        touchAt: began,
        boundAt: began + 2 * DAY_MS,
        standing: 'member',
        friends: 2,
      },
      first: { at: began, channel: 'card', byMember: true },
      last: { at: began + DAY_MS, channel: 'table', byMember: false },
      cameBy: { label: '1 号桌', channel: 'table', at: began + DAY_MS },
      unbound: null,
    })
    name(bob, '阿宝', { barredAt: 1 })
    expect((await originOf(zoe()))?.promoter?.standing).toBe('barred')
    ok(await bob.call('members.leave', {}))
    expect((await originOf(zoe()))?.promoter).toMatchObject({ standing: 'left', nickname: '' })
  })

  it('tells whose card did not count, and why, for good', async () => {
    const bob = await promoter(shop, 'oBob')
    name(bob, '阿宝', { barredAt: 1 })
    await come(zoe(), bob.code)
    await join(zoe())
    await shop.advance(60 * DAY_MS)
    expect(await originOf(zoe())).toMatchObject({
      promoter: null,
      unbound: { nickname: '阿宝', channel: 'card', why: 'barred' },
    })
  })

  it('is nothing that a clerk is told', async () => {
    expect(dataOf(await ask(encodeMember(ann.memberId), shop.as('oTim'))).story.origin).toBeNull()
  })

  it('costs one read more, and only where somebody brought them', async () => {
    const bob = await promoter(shop, 'oBob')
    await come(zoe(), bob.code)
    await join(zoe())
    const alone = await shop.billed(() => ask(encodeMember(ann.memberId)))
    expect(await shop.billed(() => ask(encodeMember(zoe().memberId)))).toEqual({
      reads: alone.reads + 1,
      writes: 0,
    })
  })
})
