import { DAY_MS } from '@shared/kernel/time'
import type { InvitedFriend } from '@shared/referral/contract'
import type { BindingRow, MemberRow } from '../../database/rows'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { join, ok } from '../../../tests/builders/customer'
import { come, promoter } from '../../../tests/builders/friends'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
beforeEach(() => {
  shop = openShop()
})
afterEach(() => shop.close())

const listOf = async (person: Person, before: number | null = null) =>
  ok(await person.call('referral.invited', { before }))

/** A friend who came through the code and joined, as the database knows them. */
async function friend(openid: string, code: string, nickname: string): Promise<Person> {
  const person = shop.as(openid)
  await come(person, code)
  await join(person)
  shop.put('members', { ...shop.row<MemberRow>('members', person.memberId)!, nickname })
  await shop.advance(60_000)
  return person
}
const paid = (person: Person) =>
  shop.put('members', {
    ...shop.row<MemberRow>('members', person.memberId)!,
    account: { ...EMPTY_ACCOUNT, paidOrders: 1 },
  })

it('shows one’s own friends, the newest first, with masked names and how far they are', async () => {
  const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
  const zoe = await friend('oZoe', ann.code, '周小宝')
  await friend('oYan', ann.code, '')
  await friend('oXin', bob.code, '辛夷')
  paid(zoe)
  const { friends, total, next } = await listOf(ann)
  expect(friends.map(({ nameMasked, state }) => [nameMasked, state])).toEqual([
    ['', 'joined'],
    ['周**', 'ordered'],
  ])
  expect([total, next]).toEqual([2, null])
  expect(JSON.stringify(friends)).not.toContain('小宝')
})

it('is empty for who brought nobody, and refused to who is no member', async () => {
  const ann = await promoter(shop, 'oAnn')
  expect(await listOf(ann)).toEqual({ friends: [], total: 0, next: null })
  expect(await shop.as('oZoe').call('referral.invited', { before: null })).toMatchObject({
    ok: false,
    code: 'NOT_A_MEMBER',
  })
})

it('keeps the place of who has left, without a name', async () => {
  const ann = await promoter(shop, 'oAnn')
  const zoe = await friend('oZoe', ann.code, '周小宝')
  ok(await zoe.call('members.leave', {}))
  expect((await listOf(ann)).friends).toMatchObject([{ nameMasked: '', state: 'joined' }])
})

it('shows each of many once, over its pages, also those of the same instant; three reads a page', async () => {
  const ann = await promoter(shop, 'oAnn')
  const first = shop.now()
  // 50 friends; every three of them at the same instant
  for (let i = 0; i < 50; i++) shop.put('bindings', aBinding(i, ann.memberId, first + Math.floor(i / 3)))
  await shop.advance(DAY_MS)
  const seen: InvitedFriend[] = []
  let before: number | null = null
  do {
    const from = before
    expect(await shop.billed(() => listOf(ann, from))).toEqual({ reads: 3, writes: 0 })
    const { friends, total, next } = await listOf(ann, from)
    expect(total).toBe(50)
    expect(friends.length).toBeLessThanOrEqual(20)
    seen.push(...friends)
    before = next
  } while (before !== null)
  expect(seen.map(({ joinedAt }) => joinedAt - first)).toEqual(
    Array.from({ length: 50 }, (_, i) => Math.floor((49 - i) / 3)),
  )
})

const aBinding = (i: number, memberId: string, at: number): BindingRow => ({
  _id: `friend-${i}`,
  promoter: memberId,
  touchAt: at,
  boundAt: at,
  channel: 'card',
  code: '0a1b2c3d4e5f',
  promoterSince: 0,
  touches: [],
})
