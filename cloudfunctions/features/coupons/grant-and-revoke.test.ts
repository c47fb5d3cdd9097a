import type { AuditRow, CouponRow } from '../../database/rows'
import { couponsOf, runCampaign, shardsOf, wrongInTheBudgets } from '../../../tests/builders/campaigns'
import { join, place } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let boss: Person
let ann: Person
let welcome: string
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' } })
  boss = shop.as('oBoss')
  ann = shop.as('oAnn')
  welcome = await join(ann)
})
afterEach(() => {
  expect(wrongInTheBudgets(shop)).toEqual([])
  shop.close()
})

const audit = () => shop.rows<AuditRow>('audit')
const coupon = (id: string) => shop.row<CouponRow>('coupons', id)!

describe('campaigns.grant', () => {
  const sorry = (over: Parameters<typeof runCampaign>[1] = {}) =>
    runCampaign(shop, {
      entry: { kind: 'grant' },
      perMember: 2,
      budget: { count: 3, fen: null, shards: 1 },
      ...over,
    })
  const grant = (key = 'key-00001', memberId = ann.memberId) =>
    boss.call('campaigns.grant', { campaignId: 'autumn', memberId, reason: '咖啡洒了', key })

  it('puts a coupon into the member’s wallet, with its reason on the record', async () => {
    sorry()
    const { coupon: given } = dataOf(await grant())
    expect(given).toMatchObject({ state: 'issued', orderId: null })
    expect(coupon(given.id)).toMatchObject({ memberId: ann.memberId, state: 'issued' })
    expect(audit()).toMatchObject([
      {
        what: 'coupon.granted',
        subject: given.id,
        by: boss.memberId,
        after: { reason: '咖啡洒了', reservedFen: 300 },
      },
    ])
  })

  it('is the same grant for the same key, and stops at what one member may have', async () => {
    sorry()
    const replies = await Promise.all([grant(), grant(), grant('key-00002')])
    const ids = replies.map((r) => dataOf(r).coupon.id)
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toBe(ids[1])
    expect(await grant('key-00003')).toMatchObject({ code: 'ALREADY_CLAIMED' })
    expect(audit()).toHaveLength(2)
  })

  it('is refused for whom it is not, for nobody, when nothing is left, and for other campaigns', async () => {
    expect(await grant()).toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
    runCampaign(shop)
    expect(await grant()).toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' })
    sorry()
    expect(await grant('key-00001', 'm-nobody')).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
    sorry({ audience: { newMembers: false, tierIds: [], tags: ['老师'] } })
    expect(await grant()).toMatchObject({ code: 'NOT_FOR_YOU' })
    sorry({ state: 'paused' })
    expect(await grant()).toMatchObject({ code: 'OFFER_GONE' })
    sorry({ budget: { count: 1, fen: null, shards: 1 } })
    dataOf(await grant())
    expect(await grant('key-00002')).toMatchObject({ code: 'SOLD_OUT' })
    expect(audit()).toHaveLength(1)
  })
})

describe('campaigns.revoke', () => {
  const revoke = (couponId: string) => boss.call('campaigns.revoke', { couponId, reason: '发错了' })

  it('takes an unused coupon back, with its budget and the reason on the record', async () => {
    runCampaign(shop, { budget: { count: 1, fen: 300, shards: 1 } })
    const claim = (key: string, who = ann) => who.call('coupons.claim', { campaignId: 'autumn', key })
    const { id } = dataOf(await claim('key-00001')).coupon
    expect(dataOf(await revoke(id))).toMatchObject({ campaignId: 'autumn', coupon: { id, state: 'revoked' } })
    expect(coupon(id)).toMatchObject({ state: 'revoked', orderId: null })
    expect(shardsOf(shop, 'autumn')).toMatchObject([{ countLeft: 1, fenLeft: 300, issued: 0, issuedFen: 0 }])
    expect(audit()).toMatchObject([{ what: 'coupon.revoked', subject: id, after: { reason: '发错了' } }])
    expect(await claim('key-00002')).toMatchObject({ code: 'ALREADY_CLAIMED' })
    await join(shop.as('oBob'))
    expect(await claim('key-00001', shop.as('oBob'))).toMatchObject({ ok: true })
  })

  it('once, however often it is asked', async () => {
    await Promise.all([revoke(welcome), revoke(welcome), revoke(welcome)])
    expect(dataOf(await revoke(welcome))).toMatchObject({
      campaignId: 'welcome',
      coupon: { id: welcome, state: 'revoked' },
    })
    expect(shardsOf(shop, 'welcome')).toMatchObject([{ issued: 0, issuedFen: 0 }])
    expect(audit()).toHaveLength(1)
  })

  it('leaves what an order holds or has used, and what is not there', async () => {
    expect(await revoke('nothing')).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    await place(ann, { coupons: [welcome] })
    expect(await revoke(welcome)).toMatchObject({ code: 'COUPON_HELD' })
    shop.put('coupons', { ...coupon(welcome), state: 'redeemed' })
    expect(await revoke(welcome)).toMatchObject({ code: 'COUPON_USED' })
    expect(audit()).toEqual([])
    shop.put('coupons', { ...coupon(welcome), state: 'held' })
  })

  it('loses or wins against an order that takes the coupon at the same moment', async () => {
    const [revoked, placed] = await Promise.all([
      revoke(welcome),
      ann.call('orders.place', {
        storeId: 's1',
        way: 'pickup',
        lines: [{ productId: 'latte', skuId: 'latte-l', choices: ['ice-less'], qty: 1 }],
        coupons: [welcome],
        usePoints: false,
        addressId: null,
        slot: null,
        packagingId: 'none',
        key: 'key-00001',
        table: null,
        note: '',
        expectPayFen: 9_999,
        consents: {},
      }),
    ])
    expect([revoked.ok, placed.ok].filter(Boolean)).toHaveLength(1)
    expect(coupon(welcome).state).toBe(revoked.ok ? 'revoked' : 'held')
  })
})

it('leaving gives every budget back, of hundreds of coupons', async () => {
  runCampaign(shop, { perMember: 99 })
  dataOf(await ann.call('coupons.claim', { campaignId: 'autumn', key: 'key-00001' }))
  const one = couponsOf(shop, 'autumn')[0]!
  const more = Array.from({ length: 220 }, (_, i) => ({ ...one, _id: `autumn:${ann.memberId}:x${i}` }))
  shop.put('coupons', ...more)
  shop.put('budgets', { ...shardsOf(shop, 'autumn')[0]!, issued: 221, issuedFen: 221 * 300 })
  expect(await ann.call('members.leave', {})).toMatchObject({ ok: true })
  expect(couponsOf(shop, 'autumn').every(({ state }) => state === 'revoked')).toBe(true)
  expect(shardsOf(shop, 'autumn')).toMatchObject([{ issued: 0, issuedFen: 0 }])
})
