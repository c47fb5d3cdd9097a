import { DAY_MS } from '@shared/kernel/time'
import type { FriendView } from '@shared/rewards/contract'
import type { BindingRow, MemberRow, ShopRow } from '../../database/rows'
import { ok } from '../../../tests/builders/customer'
import { promoter } from '../../../tests/builders/friends'
import { bringFriends, buy, friendOf, giveBack, newcomer, rewardRow } from '../../../tests/builders/rewards'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner' } })
})
afterEach(() => shop.close())

const mine = async (person: Person, before: number | null = null) =>
  ok(await person.call('rewards.mine', { before }))
const shown = async (person: Person) =>
  (await mine(person)).friends.map(({ state, lines }) => [state, ...lines])
const call = (person: Person, nickname: string) =>
  shop.put('members', { ...shop.row<MemberRow>('members', person.memberId)!, nickname })

it('shows the rule, and one’s own friends, the newest first, with masked names and what they brought', async () => {
  bringFriends(shop)
  const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
  const zoe = await friendOf(shop, ann.code, 'oZoe')
  call(zoe, '周小宝')
  await buy(shop, zoe)
  await shop.advance(60_000)
  const yan = await friendOf(shop, ann.code, 'oYan')
  await friendOf(shop, bob.code, 'oXin')
  const told = await mine(ann)
  expect(told.rule?.steps).toEqual([
    '好友从你的邀请进店',
    '好友完成首单',
    '你得 “满 15 减 4”券，好友得 “满 15 减 4”券，马上到账',
  ])
  expect(told.rule?.terms.join()).toContain('最多得奖励：总共 10 次')
  expect(told.friends.map(({ nameMasked, state, lines }) => [nameMasked, state, lines])).toEqual([
    ['', 'joined', []],
    ['周**', 'rewarded', ['你得到 “满 15 减 4”券']],
  ])
  expect([told.total, told.next]).toEqual([2, null])
  for (const secret of ['小宝', yan.memberId, zoe.memberId])
    expect(JSON.stringify(told.friends)).not.toContain(secret)
})

it('says of a first and a second order apart what each brought, and what went back', async () => {
  bringFriends(shop, { second: { kind: 'coupon', campaignId: 'thanks' } })
  const ann = await promoter(shop, 'oAnn')
  const zoe = await friendOf(shop, ann.code, 'oZoe')
  const first = await buy(shop, zoe)
  await shop.advance(60_000)
  await buy(shop, zoe, { key: 'key-second' })
  expect(await shown(ann)).toEqual([
    ['rewarded', '好友首单：你得到 “满 15 减 4”券', '好友第二单：你得到 “满 15 减 4”券'],
  ])
  await giveBack(shop, first)
  expect(await shown(ann)).toEqual([
    ['rewarded', '好友首单：好友的订单已全额退款，奖励收回', '好友第二单：你得到 “满 15 减 4”券'],
  ])
})

it('says what is being looked at, and that it came to nothing, without telling what the rules look at', async () => {
  bringFriends(shop)
  const ann = await promoter(shop, 'oAnn')
  const bob = await newcomer(shop, ann.code, 'oBob')
  const zoe = await newcomer(shop, bob.code, 'oZoe')
  await buy(shop, zoe)
  expect(rewardRow(shop, zoe)?.state).toBe('held')
  expect(await shown(bob)).toEqual([['review', '门店正在核对，最多 30 天会有结果']])
  const rewardId = `bring:${zoe.memberId}:first`
  ok(await shop.as('oBoss').call('rewards.decide', { rewardId, release: false, reason: '同一个人' }))
  expect(await shown(bob)).toEqual([['none', '门店核对后没有发放']])
})

it('tells a friend who has bought from one who has not, where nothing was promised', async () => {
  const ann = await promoter(shop, 'oAnn')
  const zoe = await friendOf(shop, ann.code, 'oZoe')
  expect(await shown(ann)).toEqual([['joined']])
  await buy(shop, zoe)
  expect(await shown(ann)).toEqual([['ordered']])
  expect((await mine(ann)).rule).toBeNull()
})

it('promises nothing before a campaign begins and after it ends', async () => {
  const now = shop.now()
  bringFriends(shop, { startAt: now + DAY_MS, endAt: now + 2 * DAY_MS })
  const ann = await promoter(shop, 'oAnn')
  expect((await mine(ann)).rule).toBeNull()
  await shop.advance(DAY_MS)
  expect((await mine(ann)).rule?.endAt).toBe(now + 2 * DAY_MS)
  await shop.advance(DAY_MS)
  expect((await mine(ann)).rule).toBeNull()
  expect(shop.row<ShopRow>('settings', 'shop')?.bringFriend).toBeDefined()
})

it('is empty for who brought nobody, and refused to who is no member', async () => {
  const ann = await promoter(shop, 'oAnn')
  expect(await mine(ann)).toEqual({ rule: null, friends: [], total: 0, next: null })
  expect(await shop.as('oZoe').call('rewards.mine', { before: null })).toMatchObject({ code: 'NOT_A_MEMBER' })
  ok(await ann.call('members.leave', {}))
  expect(await ann.call('rewards.mine', { before: null })).toMatchObject({ code: 'NOT_A_MEMBER' })
})

it('keeps the place of who has left, without a name', async () => {
  const ann = await promoter(shop, 'oAnn')
  const zoe = await friendOf(shop, ann.code, 'oZoe')
  call(zoe, '周小宝')
  ok(await zoe.call('members.leave', {}))
  expect((await mine(ann)).friends).toMatchObject([{ nameMasked: '', state: 'joined' }])
})

it('shows each of many once, over its pages, also those of the same instant; three reads a page', async () => {
  const ann = await promoter(shop, 'oAnn')
  const first = shop.now()
  // 50 friends; every three of them at the same instant
  for (let i = 0; i < 50; i++) shop.put('bindings', aBinding(i, ann.memberId, first + Math.floor(i / 3)))
  await shop.advance(DAY_MS)
  const seen: FriendView[] = []
  let before: number | null = null
  do {
    const from = before
    expect(await shop.billed(() => mine(ann, from))).toEqual({ reads: 3, writes: 0 })
    const { friends, total, next } = await mine(ann, from)
    expect(total).toBe(50)
    expect(friends.length).toBeLessThanOrEqual(20)
    seen.push(...friends)
    before = next
  } while (before !== null)
  expect(seen.map(({ joinedAt }) => joinedAt - first)).toEqual(
    Array.from({ length: 50 }, (_, i) => Math.floor((49 - i) / 3)),
  )
})

it('opens for who has brought ten thousand as for anybody else', async () => {
  const ann = await promoter(shop, 'oAnn')
  const rows = Array.from({ length: 10_000 }, (_, i) => aBinding(i, ann.memberId, shop.now() + i))
  shop.put('bindings', ...rows)
  const { friends, total } = await mine(ann)
  expect([friends.length, total]).toEqual([20, 10_000])
})

const aBinding = (i: number, memberId: string, at: number): BindingRow => ({
  _id: `friend-${i}`,
  promoter: memberId,
  touchAt: at,
  boundAt: at,
  channel: 'card',
  code: '0a1b2c3d4e5f',
  promoterSince: 0,
  touches: Array.from({ length: 20 }, () => ({
    code: '0a1b2c3d4e5f',
    channel: 'card',
    target: 'shop',
    promoter: memberId,
    at,
  })),
})
