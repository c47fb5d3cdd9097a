import { isRefused } from '@shared/kernel/refusal'
import { HOUR_MS } from '@shared/kernel/time'
import { runCampaign } from '../../../tests/builders/campaigns'
import { anOrder, join, ok } from '../../../tests/builders/customer'
import {
  accepts,
  at,
  consents,
  endingCoupon,
  EXPIRING,
  goTo,
  inbox,
  jobs,
  liveUntil,
  openReachShop,
  reminded,
  wrongInReach,
} from '../../../tests/builders/reach'
import type { TestShop } from '../../../tests/builders/shop'
import type { CouponRow, ReachLogRow } from '../../database/rows'
import type { Messages, Sent } from '../../platform/messages'

let shop: TestShop
const start = (options: Parameters<typeof openReachShop>[0] = {}) => (shop = openReachShop(options))
afterEach(() => {
  expect(wrongInReach(shop)).toEqual([])
  shop.close()
})
/** WeChat answers in its own way, as often as it is asked; answers how often it was. */
function answering(answer: Sent): { readonly messages: Messages; asked: number } {
  const one = { asked: 0, messages: { send: async () => (one.asked++, answer) } }
  return one
}

describe('an acceptance', () => {
  const claim = (key: string, answer?: 'accept' | 'reject' | 'ban' | 'filter') =>
    shop.as('oAnn').call('coupons.claim', {
      campaignId: 'autumn',
      key,
      ...(answer === undefined ? {} : { consents: { [EXPIRING]: answer } }),
    })

  it('on the tap that takes a coupon is one message, and one write; other answers cost nothing and give as much', async () => {
    start()
    runCampaign(shop, { perMember: 9 })
    await join(shop.as('oAnn'))
    const bill = (key: string, answer?: Parameters<typeof claim>[1]) =>
      shop.billed(async () => ok(await claim(key, answer)))
    const plain = await bill('key-00001')
    for (const [i, answer] of (['reject', 'ban', 'filter'] as const).entries())
      expect(await bill(`key-1000${i}`, answer)).toEqual(plain)
    expect(consents(shop)).toEqual([])
    expect(await bill('key-00002', 'accept')).toEqual({ ...plain, writes: plain.writes + 1 })
    expect(consents(shop)).toMatchObject([{ memberId: shop.as('oAnn').memberId, state: 'open' }])
    expect(shop.logs.filter(({ event }) => event === 'reach.answered')).toHaveLength(4)
  })

  it('counts once for a tap that is sent again', async () => {
    start()
    runCampaign(shop)
    await join(shop.as('oAnn'))
    ok(await claim('key-00001', 'accept'))
    ok(await claim('key-00001', 'accept'))
    expect(consents(shop)).toHaveLength(1)
  })

  it('is not kept where nothing was claimed, nor for a template that is none of marketing', async () => {
    start()
    runCampaign(shop)
    await join(shop.as('oAnn'))
    ok(await claim('key-00001'))
    expect(isRefused(await claim('key-00002', 'accept'))).toBe(false)
    const consent = { ORDER_READY: 'accept' } as const
    await shop.as('oAnn').call('coupons.claim', { campaignId: 'autumn', key: 'key-00001', consents: consent })
    expect(consents(shop)).toEqual([])
  })

  it('on the submit tap is kept beside the order, which keeps only its own; a stranger has nothing to be reminded of', async () => {
    start()
    await join(shop.as('oAnn'))
    const answers = { ORDER_READY: 'accept', [EXPIRING]: 'accept' } as const
    for (const openid of ['oAnn', 'oStranger'])
      ok(await shop.as(openid).call('orders.place', anOrder({ consents: answers })))
    expect(consents(shop).map(({ memberId }) => memberId)).toEqual([shop.as('oAnn').memberId])
    expect(shop.rows<{ consents: object }>('orders').map((order) => order.consents)).toEqual([
      { ORDER_READY: true },
      { ORDER_READY: true },
    ])
  })
})

/** The night's turn by its delayed call: the timer does other rooms' work as well. */
const plansAlone = () => shop.tick({ task: 'coupons.remind', at: String(shop.now()), id: '' }, 'wx_unknown')

describe('a coupon that ends soon', () => {
  it('is told at eight in the morning of its last day, once, and leads to the wallet', async () => {
    start()
    const ann = await reminded(shop)
    await liveUntil(shop, '20261124', 7, 59)
    expect([jobs(shop).map(({ state }) => state), inbox(shop, ann)]).toEqual([['due'], []])
    await liveUntil(shop, '20261126', 12)
    expect(inbox(shop, ann)).toMatchObject([
      {
        at: at('20261124', 8),
        page: 'features/coupons/pages/wallet/index',
        rows: [
          { value: '满 20 减 3' },
          { value: '2026-11-24 23:59' },
          { value: expect.stringContaining('我的优惠券') },
        ],
      },
    ])
    expect(jobs(shop)).toMatchObject([{ state: 'sent', channel: 'subscribe', sendingAt: at('20261124', 8) }])
    expect(consents(shop)).toMatchObject([{ state: 'spent' }])
  })

  it('costs fifteen billed calls when it is sent alone, and no document where nobody accepted', async () => {
    start()
    const ann = await reminded(shop)
    const ben = shop.as('oBen')
    await join(ben)
    endingCoupon(shop, ben, at('20261125'))
    await goTo(shop, '20261123', 5)
    // settings, coupons, consents, jobs
    expect(await shop.billed(plansAlone)).toEqual({ reads: 4, writes: 1 })
    expect(jobs(shop).map(({ memberId }) => memberId)).toEqual([ann.memberId])
    // the call itself; due jobs, settings, consent, and by id: job, member, coupon, log, consent
    expect(await shop.billed(() => goTo(shop, '20261124', 8))).toEqual({ reads: 8, writes: 6 })
    expect(inbox(shop, ann)).toHaveLength(1)
  })

  it('together with others is told together', async () => {
    start()
    const ann = await reminded(shop)
    endingCoupon(shop, ann, at('20261125'))
    await liveUntil(shop, '20261125')
    expect(inbox(shop, ann)).toMatchObject([{ rows: [{ value: '满 20 减 3 等 2 张' }, {}, {}] }])
  })

  it.each<[string, (coupon: CouponRow) => Partial<CouponRow>]>([
    ['used', () => ({ state: 'redeemed', orderId: 'o1' })],
    ['held by an order', () => ({ state: 'held', orderId: 'o1' })],
    ['taken back', () => ({ state: 'revoked' })],
    ['over already', () => ({ expiresAt: at('20261124', 8) })],
  ])('and is %s by then is not told', async (_what, change) => {
    start()
    const ann = await reminded(shop)
    await liveUntil(shop, '20261124', 7, 45)
    const [coupon] = shop.rows<CouponRow>('coupons')
    shop.put('coupons', { ...coupon!, ...change(coupon!) })
    await liveUntil(shop, '20261126', 12)
    expect(inbox(shop, ann)).toEqual([])
    expect(jobs(shop)).toMatchObject([{ state: 'skipped', reason: 'couponGone' }])
    expect(consents(shop)).toMatchObject([{ state: 'open' }])
  })

  it('of who has left is not told, and their consents are void', async () => {
    start()
    const ann = await reminded(shop)
    await liveUntil(shop, '20261124', 7, 45)
    ok(await ann.call('members.leave', {}))
    expect(consents(shop)).toMatchObject([{ state: 'void' }])
    await liveUntil(shop, '20261125')
    expect(inbox(shop, ann)).toEqual([])
    expect(jobs(shop)).toMatchObject([{ state: 'skipped', reason: 'memberGone' }])
  })

  it('whose consent another message took is left to the app', async () => {
    start()
    const ann = await reminded(shop)
    endingCoupon(shop, ann, at('20261126'))
    await liveUntil(shop, '20261127')
    expect(inbox(shop, ann)).toHaveLength(1)
    expect(jobs(shop).map(({ state, channel }) => [state, channel])).toEqual([
      ['sent', 'subscribe'],
      ['sent', 'inApp'],
    ])
  })

  it('is planned by the next night when the timer stayed away for one', async () => {
    start()
    const ann = await reminded(shop)
    await goTo(shop, '20261124', 4)
    await liveUntil(shop, '20261125')
    expect(inbox(shop, ann)).toMatchObject([{ at: at('20261124', 8) }])
  })

  it('ends together with hundreds of others, page after page', async () => {
    start()
    const ann = await reminded(shop)
    for (let i = 0; i < 1130; i++) endingCoupon(shop, shop.as(`oFan${i % 7}`), at('20261125'))
    const zoe = await reminded(shop, 'oZoe')
    await liveUntil(shop, '20261125')
    expect([inbox(shop, ann).length, inbox(shop, zoe).length]).toEqual([1, 1])
    expect(jobs(shop)).toHaveLength(2)
  }, 30_000)

  it('asks nobody anything while the shop has no template', async () => {
    start({ shop: { templates: {} } })
    await reminded(shop)
    await goTo(shop, '20261123', 5)
    expect(await shop.billed(plansAlone)).toEqual({ reads: 1, writes: 0 })
  })
})

it('an idle turn of the timer costs two reads: orders, and messages', async () => {
  start()
  expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
})

describe('hours and caps', () => {
  it('what wakes in quiet hours waits for their end', async () => {
    start()
    const ann = await reminded(shop)
    await liveUntil(shop, '20261123', 12)
    shop.put('jobs', { ...jobs(shop)[0]!, dueAt: at('20261123', 21) })
    shop.cloud.clock.set(at('20261123', 22))
    await shop.tick()
    expect(jobs(shop)).toMatchObject([{ state: 'due', dueAt: at('20261124', 8), reason: 'quietHours' }])
    await liveUntil(shop, '20261125')
    expect(inbox(shop, ann)).toMatchObject([{ at: at('20261124', 8) }])
  })

  it('one a day: the second waits for the next day, and is dropped when that is too late', async () => {
    start()
    const ann = await reminded(shop)
    accepts(shop, ann, 2)
    endingCoupon(shop, ann, at('20261124', 23))
    endingCoupon(shop, ann, at('20261126', 15))
    await liveUntil(shop, '20261127')
    expect(inbox(shop, ann).map((notice) => notice.at)).toEqual([at('20261124', 8), at('20261125', 15)])
    expect(jobs(shop).map(({ state, reason }) => [state, reason])).toEqual(
      expect.arrayContaining([['skipped', 'coolDown']]),
    )
    expect(consents(shop).filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  it('three in seven days', async () => {
    start()
    const ann = shop.as('oAnn')
    await join(ann)
    accepts(shop, ann, 6)
    for (const day of ['25', '26', '27', '28', '29']) endingCoupon(shop, ann, at(`202611${day}`))
    await liveUntil(shop, '20261130')
    expect(inbox(shop, ann)).toHaveLength(3)
    expect(consents(shop).filter(({ state }) => state === 'open')).toHaveLength(3)
  })

  it('two jobs of one member, met by three turns at once, are one message', async () => {
    start()
    const ann = await reminded(shop)
    accepts(shop, ann, 3)
    endingCoupon(shop, ann, at('20261124', 23, 30))
    await liveUntil(shop, '20261124', 7, 59)
    expect(jobs(shop).map(({ state }) => state)).toEqual(['due', 'due'])
    shop.cloud.clock.set(at('20261124', 8))
    await Promise.all([shop.tick(), shop.tick(), shop.tick({ task: 'reach.due' }, 'wx_unknown')])
    expect(inbox(shop, ann)).toHaveLength(1)
    expect(consents(shop).filter(({ state }) => state === 'spent')).toHaveLength(1)
  })
})

describe('when WeChat', () => {
  it('has no consent (43101), the whole balance is void and the app alone tells', async () => {
    const wechat = answering({ sent: false, code: 43101 })
    start({ overrides: wechat })
    const ann = await reminded(shop)
    accepts(shop, ann, 2)
    await liveUntil(shop, '20261125')
    expect(wechat.asked).toBe(1)
    expect(consents(shop).map(({ state }) => state)).toEqual(['void', 'void', 'void'])
    expect(jobs(shop)).toMatchObject([{ state: 'skipped', reason: '43101' }])
    expect(shop.row<ReachLogRow>('reachLogs', ann.memberId)?.sendings).toEqual([])
  })

  it('refuses it for good, the job is dead with its reason, and the consent still there', async () => {
    const wechat = answering({ sent: false, code: 47003 })
    start({ overrides: wechat })
    await reminded(shop)
    await liveUntil(shop, '20261125')
    expect(wechat.asked).toBe(1)
    expect(jobs(shop)).toMatchObject([{ state: 'dead', reason: '47003' }])
    expect(consents(shop)).toMatchObject([{ state: 'open', jobId: null }])
    expect(shop.logs).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'reach.refused', code: 47003 }),
    )
  })

  it('is busy, it is asked again later and later, and then no more', async () => {
    const wechat = answering({ sent: false, code: 43108 })
    start({ overrides: wechat })
    await reminded(shop)
    await liveUntil(shop, '20261124', 8, 10)
    expect([wechat.asked, jobs(shop)[0]?.state]).toEqual([3, 'due'])
    await liveUntil(shop, '20261125')
    expect(wechat.asked).toBe(5)
    expect(jobs(shop)).toMatchObject([{ state: 'dead', reason: '43108' }])
    expect(consents(shop)).toMatchObject([{ state: 'open' }])
  })

  it('does not answer, it is never asked again, and the consent counts as spent', async () => {
    const wechat = answering({ sent: 'unknown', error: new Error('timeout') })
    start({ overrides: wechat })
    await reminded(shop)
    await liveUntil(shop, '20261126')
    expect(wechat.asked).toBe(1)
    expect(jobs(shop)).toMatchObject([{ state: 'unknown' }])
    expect(consents(shop)).toMatchObject([{ state: 'spent' }])
  })
})

it('a job of a kind that nobody knows any more is dead, and said so', async () => {
  start()
  const job = { _id: 'old:m1:1', kind: 'old', memberId: 'm1', about: [], tries: 0, createdAt: 0 }
  shop.put('jobs', { ...job, state: 'due', dueAt: shop.now() - HOUR_MS })
  await shop.tick()
  expect(jobs(shop)).toMatchObject([{ state: 'dead', reason: 'noSuchJourney' }])
  expect(shop.logs).toContainEqual(expect.objectContaining({ level: 'error', event: 'reach.ended' }))
})
