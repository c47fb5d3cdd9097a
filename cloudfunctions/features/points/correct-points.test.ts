import type { AuditRow, MemberRow, PointEntryRow } from '../../database/rows'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
let boss: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' } })
  ann = shop.as('oAnn')
  boss = shop.as('oBoss')
  dataOf(await ann.call('members.join', {}))
})
afterEach(() => shop.close())

const lots = () => shop.row<MemberRow>('members', ann.memberId)!.account.lots
const entries = () => shop.rows<PointEntryRow>('pointEntries')
const audit = () => shop.rows<AuditRow>('audit')
const correct = (points: number, by = boss, over: object = {}) =>
  by.call('points.correct', {
    memberId: ann.memberId,
    points,
    reason: '补上次漏记的',
    key: 'key-00001',
    ...over,
  })

it('gives points, with a line for the member and a record for the owner', async () => {
  expect(dataOf(await correct(30))).toEqual({ balance: 30 })
  expect(lots()).toEqual({ '202711': 30 })
  expect(entries()).toMatchObject([{ memberId: ann.memberId, points: 30, why: 'corrected', what: '' }])
  expect(audit()).toMatchObject([
    {
      by: boss.memberId,
      what: 'points.corrected',
      subject: ann.memberId,
      before: { balance: 0 },
      after: { balance: 30, points: 30, reason: '补上次漏记的' },
    },
  ])
  expect(dataOf(await ann.call('points.history', { before: null })).lines).toMatchObject([
    { points: 30, why: 'corrected' },
  ])
})

it('takes points, those that end first; never more than there are', async () => {
  const member = shop.row<MemberRow>('members', ann.memberId)!
  shop.put('members', { ...member, account: { ...member.account, lots: { '202612': 5, '202701': 20 } } })
  expect(await correct(-26)).toMatchObject({ ok: false, code: 'POINTS_SHORT' })
  expect(audit()).toEqual([])
  expect(dataOf(await correct(-8))).toEqual({ balance: 17 })
  expect(lots()).toEqual({ '202612': 0, '202701': 17 })
})

it('is the same correction when its key comes again, also twice at once', async () => {
  const replies = await Promise.all([correct(30), correct(30), correct(30)])
  expect(replies.map(dataOf)).toEqual(Array(3).fill({ balance: 30 }))
  expect(dataOf(await correct(30))).toEqual({ balance: 30 })
  expect(entries()).toHaveLength(1)
  expect(audit()).toHaveLength(1)
  expect(dataOf(await correct(30, boss, { key: 'key-00002' }))).toEqual({ balance: 60 })
})

it('law 16: is for owner and managers', async () => {
  expect(dataOf(await correct(1, shop.as('oLin')))).toEqual({ balance: 1 })
  for (const nobody of ['oChen', 'oAnn', 'oBob'])
    expect(await correct(1, shop.as(nobody))).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  expect(lots()).toEqual({ '202711': 1 })
})

it('knows no one who never joined or has left', async () => {
  expect(await correct(1, boss, { memberId: 'm-nobody' })).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
  dataOf(await ann.call('members.leave', {}))
  expect(await correct(1)).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
})

it.each([
  ['points', { points: 0 }],
  ['points', { points: 1.5 }],
  ['points', { points: 100_001 }],
  ['reason', { reason: '  ' }],
  ['key', { key: 'short' }],
])('refuses a bad %s', async (path, over) => {
  const input = { memberId: ann.memberId, points: 1, reason: 'x', key: 'key-00001', ...over }
  const reply = await boss.raw({ action: 'points.correct', input })
  expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { path } })
})
