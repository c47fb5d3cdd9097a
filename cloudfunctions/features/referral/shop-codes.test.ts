import { scannedCode } from '../../../local-cloud/services/codes'
import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { AuditRow, ChannelRow, MemberRow } from '../../database/rows'
import { runCampaign } from '../../../tests/builders/campaigns'
import { join, ok, pay, place } from '../../../tests/builders/customer'
import { bindingOf, come, promoter, shopCodeOf } from '../../../tests/builders/friends'
import { giveBack } from '../../../tests/builders/rewards'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'

jest.setTimeout(30_000)

let shop: TestShop
const staff = { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' } as const
/** Drawing a code takes a while, and one test looks at the picture. */
const quick = { codes: { draw: async () => Buffer.from('png'), link: async () => null } }
beforeEach(() => {
  shop = openShop({ staff, overrides: quick })
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
const boss = () => shop.as('oBoss')
const zoe = () => shop.as('oZoe')
const SHOP = { kind: 'shop' } as const
const ask = (openid: string, label = '收银台', key = 'key-counter') =>
  shop.as(openid).call('referral.shopCode', { key, channel: 'table', label, target: SHOP })
const listed = async (before: number | null = null) => ok(await boss().call('referral.shopCodes', { before }))
const countsOf = async () => (await listed()).codes[0]!.counts

describe('making one', () => {
  it('makes a code with its picture, once for each key, recorded once', async () => {
    shop.close()
    shop = openShop({ staff })
    const { shopCode } = ok(await ask('oBoss'))
    expect(ok(await ask('oLin')).shopCode).toEqual(shopCode)
    const path = `codes/${shopCode.code}.png`
    expect(shopCode).toMatchObject({ label: '收银台', picture: `cloud://local.6c6f/${path}`, closedAt: null })
    const scanned = { path: `/features/home/pages/home/index?scene=c%3A${shopCode.code}` }
    expect(scannedCode(shop.fileContent(path))).toEqual(scanned)
    expect(shop.rows<AuditRow>('audit').map(({ what, subject }) => [what, subject])).toEqual([
      ['channel.made', shopCode.code],
    ])
    expect(ok(await ask('oBoss', '收银台', 'key-another')).shopCode.code).not.toBe(shopCode.code)
  })

  it('is one with one set of counts, however many phones send the same', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('oBoss')))
    expect(new Set(answers.map((a) => ok(a).shopCode.code)).size).toBe(1)
    expect(shop.rows('channels')).toHaveLength(1)
    expect(shop.rows('channelCounts')).toHaveLength(4)
  })

  it('says what it leads to by name, and refuses what is not there', async () => {
    runCampaign(shop, { entry: { kind: 'claim' } })
    const latte = { kind: 'product', productId: 'latte' } as const
    expect(await come(zoe(), await shopCodeOf(shop, latte))).toEqual(latte)
    await shop.advance(1)
    const coupon = { kind: 'campaign', campaignId: 'autumn' } as const
    expect(await come(zoe(), await shopCodeOf(shop, coupon, 'key-coupon'))).toEqual({
      ...coupon,
      claimCode: null,
    })
    const { codes } = await listed()
    const title = shop.row<{ terms: { title: string } }>('campaigns', 'autumn')!.terms.title
    expect(codes.map(({ target, targetName }) => [target, targetName])).toEqual([
      ['campaign', title],
      ['product', '拿铁'],
    ])
    const ghost = {
      key: 'key-ghost',
      channel: 'table',
      label: '鬼',
      target: { ...latte, productId: 'no' },
    } as const
    expect(await boss().call('referral.shopCode', ghost)).toMatchObject({ code: 'TARGET_UNKNOWN' })
  })

  it('carries a campaign’s secret to the claim page, and it is claimed there as through its link', async () => {
    runCampaign(shop, { entry: { kind: 'channel', channel: 'SECRET123' } })
    shop.put('campaignCodes', { _id: 'SECRET123', campaignId: 'autumn' })
    const target = { kind: 'campaign', campaignId: 'autumn' } as const
    await join(zoe())
    const landing = await come(zoe(), await shopCodeOf(shop, target))
    expect(landing).toEqual({ ...target, claimCode: 'SECRET123' })
    const claimed = await zoe().call('coupons.redeemCode', { code: 'SECRET123', key: 'key-from-code' })
    expect(ok(claimed).coupon.id).toContain('autumn')
  })
})

describe('what it counts', () => {
  it('counts comings, the same visit once', async () => {
    const code = await shopCodeOf(shop)
    await come(zoe(), code)
    await come(zoe(), code)
    await shop.advance(31 * MINUTE_MS)
    await come(zoe(), code)
    await join(zoe())
    await come(shop.as('oYan'), code)
    expect(await countsOf()).toMatchObject({ visits: 3, joins: 1 })
  })

  it('counts who joined, their first order, all orders and what was paid, before refunds', async () => {
    await come(zoe(), await shopCodeOf(shop))
    await join(zoe())
    await join(shop.as('oYan'))
    expect(await countsOf()).toMatchObject({ joins: 1, firstOrders: 0, gmvFen: 0 })
    const first = await place(zoe())
    expect(await countsOf()).toMatchObject({ orders: 0 })
    await pay(shop, first)
    await pay(shop, await place(zoe(), { key: 'key-second' }))
    await pay(shop, await place(shop.as('oYan')))
    const gmvFen = 2 * first.order.payFen
    expect(await countsOf()).toEqual({ visits: 1, joins: 1, firstOrders: 1, orders: 2, gmvFen })
    await giveBack(shop, first)
    expect(await countsOf()).toMatchObject({ orders: 2, gmvFen })
  })

  it('counts the last code before joining, and a friend’s card after it takes its place', async () => {
    const table = await shopCodeOf(shop)
    const ann = await promoter(shop, 'oAnn')
    await come(zoe(), table)
    await come(zoe(), ann.code)
    await join(zoe())
    expect(await countsOf()).toMatchObject({ joins: 0 })
    // the other way round: the card binds, the table is what they opened last
    const yan = shop.as('oYan')
    await come(yan, ann.code)
    await come(yan, table)
    await join(yan)
    expect(bindingOf(shop, yan)?.promoter).toBe(ann.memberId)
    expect(await countsOf()).toMatchObject({ joins: 1 })
  })

  it('counts nobody twice: not after thirty days, not a member who returns', async () => {
    const code = await shopCodeOf(shop)
    await come(zoe(), code)
    await shop.advance(30 * DAY_MS)
    await join(zoe())
    expect(await countsOf()).toMatchObject({ joins: 0 })
    const yan = shop.as('oYan')
    await come(yan, code)
    await join(yan)
    ok(await yan.call('members.leave', {}))
    await join(yan)
    expect(shop.row<MemberRow>('members', yan.memberId)?.cameBy?.code).toBe(code)
    expect(await countsOf()).toMatchObject({ joins: 1 })
  })

  it('counts each of fifty who come, join and buy at the same time', async () => {
    shop.put('settings', { ...shop.row<object>('settings', 'shop'), welcomeCampaignId: null })
    const code = await shopCodeOf(shop)
    const people = Array.from({ length: 50 }, (_, i) => shop.as(`oGuest${i}`))
    await Promise.all(
      people.map(async (person) => {
        await come(person, code)
        await join(person)
      }),
    )
    expect(await countsOf()).toMatchObject({ visits: 50, joins: 50 })
  })

  it('adds a write to coming, to joining and to a paid order, and nothing to placing one', async () => {
    const code = await shopCodeOf(shop)
    const yan = shop.as('oYan')
    expect(await shop.billed(() => come(zoe(), code))).toEqual({ reads: 2, writes: 2 })
    const alone = await shop.billed(() => join(yan))
    const joined = await shop.billed(() => join(zoe()))
    expect(joined).toEqual({ reads: alone.reads, writes: alone.writes + 1 })
    const placing = async (key: string) => {
      const bills = []
      for (const who of [yan, zoe()]) bills.push(await shop.billed(() => place(who, { key })))
      return bills
    }
    await placing('key-warms')
    const [aloneOrder, order] = await placing('key-again')
    expect(order).toEqual(aloneOrder)
    const [a, b] = [await place(yan, { key: 'key-paid' }), await place(zoe(), { key: 'key-paid' })]
    const alonePaid = await shop.billed(() => pay(shop, a))
    expect(await shop.billed(() => pay(shop, b))).toEqual({ ...alonePaid, writes: alonePaid.writes + 1 })
  })
})

describe('changing one', () => {
  const change = (code: string, label: string, closed: boolean, who = boss()) =>
    who.call('referral.changeShopCode', { code, label, closed })

  it('renames it, and a closed one leads to the shop and counts nothing until it is open again', async () => {
    const latte = { kind: 'product', productId: 'latte' } as const
    const code = await shopCodeOf(shop, latte)
    expect(ok(await change(code, '靠窗 2 号桌', true))).toEqual({
      label: '靠窗 2 号桌',
      closedAt: shop.now(),
    })
    expect(await come(zoe(), code)).toEqual(SHOP)
    expect(shop.rows('touches')).toEqual([])
    expect((await listed()).codes).toMatchObject([{ label: '靠窗 2 号桌', counts: { visits: 0 } }])
    expect(ok(await change(code, '靠窗 2 号桌', false)).closedAt).toBeNull()
    expect(await come(zoe(), code)).toEqual(latte)
    expect(shop.row<ChannelRow>('channels', code)?.closedAt).toBeUndefined()
    expect(shop.rows<AuditRow>('audit').map(({ what }) => what)).toEqual([
      'channel.made',
      'channel.changed',
      'channel.changed',
    ])
  })

  it('changes no member’s code, and none that is not there', async () => {
    const ann = await promoter(shop, 'oAnn')
    expect(await change(ann.code, '我的', true)).toMatchObject({ code: 'CODE_NOT_FOUND' })
    expect(await change('0a1b2c3d4e5f', '我的', true)).toMatchObject({ code: 'CODE_NOT_FOUND' })
  })

  it.each(['oChen', 'oAnn'])('none of it is for %s (law 16)', async (openid) => {
    const person = shop.as(openid)
    const refused = { ok: false, code: 'FORBIDDEN' }
    expect(await ask(openid)).toMatchObject(refused)
    expect(await person.call('referral.shopCodes', { before: null })).toMatchObject(refused)
    expect(await change('0a1b2c3d4e5f', 'x', true, person)).toMatchObject(refused)
    expect(shop.rows('channels')).toEqual([])
  })
})

it('lists many, the newest first, twenty at a time, each page in two reads', async () => {
  const codes = Array.from({ length: 45 }, (_, i) => aCode(i, shop.now() + i))
  shop.put('channels', ...codes)
  const seen: string[] = []
  let before: number | null = null
  do {
    const from = before
    expect(await shop.billed(() => listed(from))).toEqual({ reads: 2, writes: 0 })
    const page = await listed(from)
    expect(page.codes.length).toBeLessThanOrEqual(20)
    seen.push(...page.codes.map(({ label }) => label))
    before = page.next
  } while (before !== null)
  expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => `第 ${45 - i} 张`))
})

const aCode = (i: number, createdAt: number): ChannelRow => ({
  _id: `0a1b2c3d4e${String(i).padStart(2, '0')}`,
  kind: 'shop',
  promoter: null,
  channel: 'table',
  target: SHOP,
  label: `第 ${i + 1} 张`,
  createdAt,
})
