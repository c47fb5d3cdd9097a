import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import type { AuditRow, CouponRow, MemberRow, RewardRow } from '../../database/rows'
import { ok } from '../../../tests/builders/customer'
import { promoter } from '../../../tests/builders/friends'
import {
  bringFriends,
  buy,
  countsOf,
  friendOf,
  newcomer,
  rewardRow,
  thanksOf,
} from '../../../tests/builders/rewards'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'

let shop: TestShop
let ann: Person & { readonly code: string }
let zoe: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oLead: 'manager', oChen: 'clerk' } })
  ann = await newcomer(shop, (await promoter(shop, 'oBob')).code, 'oAnn')
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
/** Ann was brought herself a minute ago and never bought: what she brings is looked at. */
async function held(over: Parameters<typeof bringFriends>[1] = {}, coupons = 1000): Promise<string> {
  bringFriends(shop, over, coupons)
  zoe = await friendOf(shop, ann.code, 'oZoe')
  shop.put('members', { ...shop.row<MemberRow>('members', ann.memberId), nickname: '安安' })
  shop.put('members', { ...shop.row<MemberRow>('members', zoe.memberId), nickname: '周小满' })
  await buy(shop, zoe)
  return rewardRow(shop, zoe)!._id
}
const decide = (rewardId: string, release: boolean, openid = 'oBoss') =>
  shop.as(openid).call('rewards.decide', { rewardId, release, reason: '看过了' })
const list = (openid = 'oBoss') => shop.as(openid).call('rewards.held', { after: null })

it('shows the owner who brought whom, masked, and why it waits', async () => {
  const id = await held()
  const { held: rows, next } = ok(await list())
  expect(rows).toMatchObject([
    {
      id,
      promoterName: '安**',
      friendName: '周**',
      event: 'first',
      ends: 'reject',
      endsAt: rewardRow(shop, zoe)!.at + 30 * DAY_MS,
      promoter: { state: 'held', gift: { title: '满 15 减 4' } },
      fired: [{ rule: 'youngChain', sentence: expect.stringContaining('刚被邀请') }],
    },
  ])
  expect(next).toBeNull()
  expect(JSON.stringify(rows)).not.toContain('小满')
  expect(thanksOf(shop, ann)).toEqual([])
})

it('releases with a reason on the record, once', async () => {
  const id = await held()
  expect(ok(await decide(id, true))).toEqual({ state: 'granted', missed: 0 })
  expect(ok(await decide(id, true))).toEqual({ state: 'granted', missed: 0 })
  expect([thanksOf(shop, ann), thanksOf(shop, zoe)]).toEqual([['issued'], ['issued']])
  expect(countsOf(shop)).toMatchObject({ held: 0, granted: 2 })
  expect(shop.rows<AuditRow>('audit')).toMatchObject([
    { what: 'reward.released', subject: id, by: shop.as('oBoss').memberId, after: { reason: '看过了' } },
  ])
  expect(await decide(id, false)).toMatchObject({ ok: false, code: 'DECIDED_OTHERWISE' })
  expect(ok(await list()).held).toEqual([])
})

it('rejects with a reason on the record', async () => {
  const id = await held()
  expect(ok(await decide(id, false))).toEqual({ state: 'rejected', missed: 0 })
  expect(shop.rows<CouponRow>('coupons').filter((c) => c.campaignId === 'thanks')).toEqual([])
  expect(shop.rows<AuditRow>('audit')).toMatchObject([{ what: 'reward.rejected' }])
})

it('says how many could not be given any more', async () => {
  const id = await held({}, 1)
  expect(ok(await decide(id, true))).toEqual({ state: 'granted', missed: 1 })
})

it('is decided once by two owners at once', async () => {
  const id = await held()
  const answers = await Promise.all([decide(id, true), decide(id, false, 'oLead'), decide(id, true, 'oLead')])
  const row = rewardRow(shop, zoe)!
  expect(answers.filter((a) => a.ok).length).toBeGreaterThan(0)
  expect(thanksOf(shop, ann)).toHaveLength(row.state === 'granted' ? 1 : 0)
  expect(shop.rows('audit')).toHaveLength(1)
})

describe('nobody decides', () => {
  it.each([
    ['release', 'granted'],
    ['reject', 'rejected'],
  ] as const)('after 30 days it ends by itself: %s', async (holdEnds, state) => {
    await held({ holdEnds })
    await turn(29)
    expect(rewardRow(shop, zoe)?.state).toBe('held')
    await turn(2)
    expect(rewardRow(shop, zoe)?.state).toBe(state)
    expect(shop.rows<AuditRow>('audit')).toMatchObject([{ by: 'system' }])
  })

  it('costs an idle day one read', async () => {
    const { sweepHolds } = await import('./end-holds')
    const calls: string[] = []
    const db = { table: (name: string) => ({ find: async () => (calls.push(name), []) }) }
    const at = (minutes: number) => Date.UTC(2026, 10, 22, 16) + minutes * 60_000
    for (let minutes = 0; minutes < 1440; minutes += 30)
      await sweepHolds.run({ now: at(minutes), db } as unknown as Parameters<typeof sweepHolds.run>[0])
    expect(calls).toEqual(['rewards'])
  })
})
/** So many daily turns; what is due by then ends. */
async function turn(days: number): Promise<void> {
  shop.cloud.clock.advance(days * DAY_MS - HOUR_MS)
  await shop.tick({ task: 'rewards.end-holds' }, 'wx_unknown')
}

it.each(['oChen', 'oZoe', 'oAnn'])(
  'tells %s nothing and lets them decide nothing (law 16)',
  async (openid) => {
    const id = await held()
    const refused = { ok: false, code: 'FORBIDDEN' }
    expect(await list(openid)).toMatchObject(refused)
    expect(await decide(id, true, openid)).toMatchObject(refused)
    expect(rewardRow(shop, zoe)?.state).toBe('held')
  },
)

it('pages through a long list', async () => {
  const id = await held()
  const row = shop.row<RewardRow>('rewards', id)!
  expect(row.heldOf).toBe('shop')
  expect(ok(await shop.as('oBoss').call('rewards.held', { after: row.at })).held).toEqual([])
})
