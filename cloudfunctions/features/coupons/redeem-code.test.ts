import type { CampaignCodeRow } from '../../database/rows'
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

const hello = { kind: 'code', code: 'HELLO2026' } as const
const run = (over: Parameters<typeof runCampaign>[1] = {}) => {
  const campaign = runCampaign(shop, { entry: hello, ...over })
  const code: CampaignCodeRow = { _id: 'HELLO2026', campaignId: campaign._id }
  shop.put('campaignCodes', code)
}
const redeem = (code: string, key = 'key-00001', who = ann) => who.call('coupons.redeemCode', { code, key })

it('gives the coupon, whatever the case, spaces and dashes', async () => {
  run()
  const { coupon } = dataOf(await redeem(' hello-2026 '))
  expect(coupon).toMatchObject({ id: `autumn:${ann.memberId}:code`, state: 'issued' })
})

it('gives one to each member, however many race, and answers a retry with it', async () => {
  run()
  const replies = await Promise.all(
    ['key-aaaaa', 'key-bbbbb', 'key-ccccc'].map((key) => redeem('HELLO2026', key)),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(1)
  const winner = ['key-aaaaa', 'key-bbbbb', 'key-ccccc'][replies.findIndex((r) => r.ok)]!
  expect(await redeem('HELLO2026', winner)).toMatchObject({ ok: true })
  expect(await redeem('HELLO2026', 'key-ddddd')).toMatchObject({ code: 'ALREADY_CLAIMED' })
  expect(couponsOf(shop, 'autumn')).toHaveLength(1)
})

it('leads through a channel as well', async () => {
  runCampaign(shop, { entry: { kind: 'channel', channel: 'K7Q2M9X4P1AB' } })
  shop.put('campaignCodes', { _id: 'K7Q2M9X4P1AB', campaignId: 'autumn' })
  expect(dataOf(await redeem('K7Q2M9X4P1AB')).coupon.id).toBe(`autumn:${ann.memberId}:channel`)
})

it.each(['NOSUCHCODE', 'HELLO', '你好'])('knows no code %s', async (code) => {
  run()
  expect(await redeem(code)).toMatchObject({ code: 'CODE_UNKNOWN' })
})

it('tells nobody of a draft, and says when it is over or used up', async () => {
  run({ state: 'draft' })
  expect(await redeem('HELLO2026')).toMatchObject({ code: 'CODE_UNKNOWN' })
  run({ endAt: shop.now() })
  expect(await redeem('HELLO2026')).toMatchObject({ code: 'OFFER_GONE' })
  run({ budget: { count: 1, fen: null, shards: 1 } })
  await join(shop.as('oBob'))
  expect(await redeem('HELLO2026', 'key-00001', shop.as('oBob'))).toMatchObject({ ok: true })
  expect(await redeem('HELLO2026')).toMatchObject({ code: 'SOLD_OUT' })
  expect(await redeem('HELLO2026', 'key-00001', shop.as('oZoe'))).toMatchObject({ code: 'NOT_A_MEMBER' })
})

it('costs two reads and its transaction; what can’t be a code costs nothing', async () => {
  run()
  expect(await shop.billed(() => redeem('x'))).toEqual({ reads: 0, writes: 0 })
  expect(await shop.billed(() => redeem('HELLO2026'))).toEqual({ reads: 3, writes: 2 })
})
