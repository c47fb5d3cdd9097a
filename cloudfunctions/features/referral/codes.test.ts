import type { ChannelRow } from '../../database/rows'
import { runCampaign } from '../../../tests/builders/campaigns'
import { anOrder, join, ok, place } from '../../../tests/builders/customer'
import { codeOf, come } from '../../../tests/builders/friends'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { scannedCode } from '../../../local-cloud/services/codes'
import { DAY_MS } from '@shared/kernel/time'

// a picture of a code takes a busy machine a while
jest.setTimeout(30_000)

let shop: TestShop
let drawn: string[]
beforeEach(() => {
  drawn = []
  shop = openShop()
})
afterEach(() => shop.close())
const ann = () => shop.as('oAnn')
const SHOP = { kind: 'shop' } as const
const LATTE = { kind: 'product', productId: 'latte' } as const

describe('referral.code', () => {
  it('is the same each time it is asked for, and another for each target, channel and person', async () => {
    await join(ann())
    await join(shop.as('oBob'))
    const code = await codeOf(ann())
    expect(code).toMatch(/^[0-9a-v]{12}$/)
    expect(await codeOf(ann())).toBe(code)
    const others = [
      await codeOf(ann(), LATTE),
      await codeOf(ann(), SHOP, 'link'),
      await codeOf(shop.as('oBob')),
    ]
    expect(new Set([code, ...others]).size).toBe(4)
    expect(shop.rows('channels')).toHaveLength(4)
  })

  it('is one, however many phones ask at once', async () => {
    await join(ann())
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(ann(), LATTE)))
    expect(new Set(codes).size).toBe(1)
    expect(shop.rows('channels')).toHaveLength(1)
  })

  it('costs a read and a write the first time, and a read ever after', async () => {
    await join(ann())
    expect(await shop.billed(() => codeOf(ann()))).toEqual({ reads: 1, writes: 1 })
    expect(await shop.billed(() => codeOf(ann()))).toEqual({ reads: 1, writes: 0 })
  })

  it('leads where it says: shop, product, offered campaign', async () => {
    await join(ann())
    runCampaign(shop, { entry: { kind: 'claim' } })
    expect(await come(shop.as('oZoe'), await codeOf(ann()))).toEqual(SHOP)
    expect(await come(shop.as('oZoe'), await codeOf(ann(), LATTE))).toEqual(LATTE)
    const campaign = await codeOf(ann(), { kind: 'campaign', campaignId: 'autumn' })
    expect(await come(shop.as('oZoe'), campaign)).toEqual({
      kind: 'campaign',
      campaignId: 'autumn',
      claimCode: null,
    })
  })

  it('passes on what was drunk, and neither order nor name', async () => {
    await join(ann())
    const { order } = await place(ann())
    const code = await codeOf(ann(), { kind: 'order', orderId: order.id })
    expect(await come(shop.as('oZoe'), code)).toEqual(LATTE)
  })

  it('draws the picture once, at one place, and it can be scanned', async () => {
    await join(ann())
    const ask = () => ann().call('referral.code', { target: LATTE, channel: 'poster' })
    const made = ok(await ask())
    expect(made.picture).toBe(`cloud://local.6c6f/codes/${made.code}.png`)
    expect(ok(await ask())).toEqual(made)
    expect(shop.putFiles).toEqual([`codes/${made.code}.png`])
    expect(scannedCode(shop.fileContent(`codes/${made.code}.png`))).toEqual({
      path: `/features/catalogue/pages/menu/index?scene=c%3A${made.code}`,
    })
  })

  it('refuses without a picture when WeChat draws none, and draws it the next time', async () => {
    shop.close()
    let broken = true
    shop = openShop({
      overrides: {
        codes: {
          draw: async ({ scene }) => {
            drawn.push(scene)
            return broken ? null : Buffer.from('png')
          },
          link: async () => null,
        },
      },
    })
    await join(ann())
    const ask = () => ann().call('referral.code', { target: SHOP, channel: 'code' })
    expect(await ask()).toMatchObject({ ok: false, code: 'PICTURE_FAILED' })
    expect(shop.rows('channels')).toEqual([])
    broken = false
    expect(ok(await ask()).picture).not.toBeNull()
    // a shop that WeChat gives no links still has its codes
    expect(ok(await ann().call('referral.code', { target: SHOP, channel: 'link' })).link).toBeNull()
  })

  it('keeps a link as long as it works, and asks for another in its last week', async () => {
    await join(ann())
    const ask = async () => ok(await ann().call('referral.code', { target: SHOP, channel: 'link' }))
    const { code, link } = await ask()
    expect(link).toMatch(/^https:\/\/wxaurl\.cn\//)
    const until = () => shop.row<ChannelRow>('channels', code)?.link?.until
    const first = until()
    await shop.advance(22 * DAY_MS)
    await ask()
    expect(until()).toBe(first)
    await shop.advance(DAY_MS)
    await ask()
    expect(until()).toBe(shop.now() + 30 * DAY_MS)
  })

  it('is for members, and tells a stranger apart from a former one by nothing', async () => {
    const ask = () => ann().call('referral.code', { target: SHOP, channel: 'card' })
    expect(await ask()).toMatchObject({ code: 'NOT_A_MEMBER' })
    await join(ann())
    ok(await ann().call('members.leave', {}))
    expect(await ask()).toMatchObject({ code: 'NOT_A_MEMBER' })
    expect(shop.rows('channels')).toEqual([])
  })

  it('gives nobody a code for what is not theirs to pass on (law 16)', async () => {
    await join(ann())
    const { order } = await place(shop.as('oBob'), anOrder())
    runCampaign(shop, { entry: { kind: 'channel', channel: 'SECRET123' } })
    const targets = [
      { kind: 'order', orderId: order.id },
      { kind: 'campaign', campaignId: 'autumn' },
      { kind: 'campaign', campaignId: 'none' },
      { kind: 'product', productId: 'tea' },
    ] as const
    for (const target of targets)
      expect(await ann().call('referral.code', { target, channel: 'card' })).toMatchObject({
        code: 'TARGET_UNKNOWN',
      })
    expect(shop.rows('channels')).toEqual([])
  })
})
