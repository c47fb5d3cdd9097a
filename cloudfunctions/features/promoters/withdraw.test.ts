import { balanceOf } from '@shared/points/account'
import { DAY_MS } from '@shared/kernel/time'
import type { PayoutWay } from '@shared/promoters/contract'
import { runCampaign } from '../../../tests/builders/campaigns'
import { live } from '../../../tests/builders/crash'
import { join, ok } from '../../../tests/builders/customer'
import { accountRow, ledgerRows, makePromoter, openProgramme } from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import type { AuditRow, CouponRow, MemberRow, PointEntryRow, WithdrawalRow } from '../../database/rows'

let shop: TestShop
let lin: Person
let boss: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oMgr: 'manager' } })
  lin = shop.as('oLin')
  boss = shop.as('oBoss')
  await join(lin)
  runCampaign(shop, { entry: { kind: 'grant' }, budget: { count: 2, fen: null, shards: 1 } })
  openProgramme(shop, { coupons: [{ campaignId: 'autumn', title: '秋天的券', fen: 300 }] })
  makePromoter(shop, lin, { availableFen: 4000 })
})
afterEach(() => shop.close())

const take = (fen: number, way: PayoutWay, key = 'key-out-1', campaignId: string | null = null) =>
  lin.call('promoters.withdraw', { fen, way, campaignId, key })
const account = () => accountRow(shop, lin)
const settle = (no: string, deed: 'approve' | 'refuse' | 'paid', note = '') =>
  boss.call('promoters.settlePayout', { no, deed, note })
const points = () => balanceOf(shop.row<MemberRow>('members', lin.memberId)!.account, shop.now())
const coupons = () => shop.rows<CouponRow>('coupons').filter(({ campaignId }) => campaignId === 'autumn')

describe('in cash', () => {
  it('is set aside at once, and paid when the owner says how', async () => {
    const asked = ok(await take(1500, 'cash'))
    expect(asked).toMatchObject({
      withdrawal: { fen: 1500, way: 'cash', state: 'sent', endedAt: null },
      account: { availableFen: 2500, withdrawingFen: 1500 },
      leftTodayFen: 3500,
    })
    const { no } = asked.withdrawal
    expect(no).toMatch(/^[a-z0-9]{1,32}$/)
    expect(ok(await boss.call('promoters.payouts', {})).payouts).toMatchObject([
      { no, memberId: lin.memberId, name: '林子', fen: 1500, state: 'sent' },
    ])
    expect(await settle(no, 'paid')).toMatchObject({ code: 'NOTE_MISSING' })
    expect(ok(await settle(no, 'paid', '微信转账给林子')).payout).toMatchObject({
      state: 'paid',
      note: '微信转账给林子',
    })
    expect(account()).toMatchObject({ availableFen: 2500, withdrawingFen: 0, withdrawnFen: 1500 })
    expect(ok(await boss.call('promoters.payouts', {})).payouts).toEqual([])
    expect(await settle(no, 'paid', '又点了一次')).toMatchObject({
      code: 'WRONG_STATE',
      details: { state: 'paid' },
    })
    expect(shop.rows<AuditRow>('audit').map(({ what }) => what)).toEqual(['payout.paid'])
  })

  it('waits for approval above the limit; until then the promoter may give it up', async () => {
    const { withdrawal } = ok(await take(2001, 'cash'))
    expect(withdrawal.state).toBe('requested')
    expect(await settle(withdrawal.no, 'paid', '转了')).toMatchObject({ code: 'WRONG_STATE' })
    const given = () => lin.call('promoters.cancelWithdrawal', { no: withdrawal.no })
    expect(ok(await given())).toMatchObject({
      withdrawal: { state: 'cancelled' },
      account: { availableFen: 4000, withdrawingFen: 0 },
      leftTodayFen: 5000,
    })
    ok(await given())
    expect(account().entries).toBe(2)
    const second = ok(await take(2001, 'cash', 'key-out-2')).withdrawal
    expect(ok(await settle(second.no, 'approve')).payout.state).toBe('sent')
    expect(await lin.call('promoters.cancelWithdrawal', { no: second.no })).toMatchObject({
      code: 'TOO_LATE',
    })
    ok(await settle(second.no, 'paid', '现金'))
    expect(account()).toMatchObject({ availableFen: 1999, withdrawnFen: 2001 })
  })

  it('comes back when the owner refuses it, with the reason, and pays off a debt first', async () => {
    const { withdrawal } = ok(await take(1000, 'cash'))
    shop.put('accounts', { ...account(), availableFen: 0, debtFen: 300 })
    expect(await settle(withdrawal.no, 'refuse')).toMatchObject({ code: 'NOTE_MISSING' })
    expect(ok(await settle(withdrawal.no, 'refuse', '账号写错了')).payout).toMatchObject({
      state: 'failed',
      note: '账号写错了',
    })
    expect(account()).toMatchObject({ availableFen: 700, debtFen: 0, withdrawingFen: 0 })
    expect(ok(await lin.call('promoters.mine', {})).withdrawals).toMatchObject([
      { state: 'failed', note: '账号写错了' },
    ])
  })

  it('keeps to minimum, daily cap and balance, and says by how much', async () => {
    expect(await take(99, 'cash')).toMatchObject({ code: 'BELOW_MINIMUM', details: { minimumFen: 100 } })
    expect(await take(4001, 'cash')).toMatchObject({ code: 'NOT_ENOUGH', details: { availableFen: 4000 } })
    openProgramme(shop, { dailyFen: 3000 })
    ok(await take(2000, 'cash', 'key-out-1'))
    expect(await take(1001, 'cash', 'key-out-2')).toMatchObject({
      code: 'OVER_DAILY',
      details: { leftTodayFen: 1000 },
    })
    await shop.advance(DAY_MS)
    ok(await take(1001, 'cash', 'key-out-2'))
  })

  it('counts what came back the next day against neither day', async () => {
    openProgramme(shop, { dailyFen: 3000 })
    const { withdrawal } = ok(await take(2000, 'cash', 'key-out-1'))
    await shop.advance(DAY_MS)
    ok(await take(500, 'cash', 'key-out-2'))
    ok(await settle(withdrawal.no, 'refuse', '不对'))
    expect(ok(await lin.call('promoters.mine', {})).leftTodayFen).toBe(2500)
  })
})

describe('in exchange', () => {
  it('for points gives them at once, with their line', async () => {
    const before = points()
    const done = ok(await take(1000, 'points'))
    expect(done).toMatchObject({
      withdrawal: { state: 'paid', note: '1000 积分' },
      account: { availableFen: 3000, withdrawingFen: 0, withdrawnFen: 1000 },
    })
    expect(points() - before).toBe(1000)
    expect(shop.rows<PointEntryRow>('pointEntries')).toMatchObject([{ why: 'commission', points: 1000 }])
  })

  it('for a coupon takes its price and gives it once, however often the phone asks', async () => {
    const done = ok(await take(300, 'coupon', 'key-out-1', 'autumn'))
    expect(done.withdrawal).toMatchObject({ state: 'paid' })
    expect(ok(await take(300, 'coupon', 'key-out-1', 'autumn'))).toEqual(done)
    expect(coupons()).toMatchObject([{ memberId: lin.memberId, state: 'issued' }])
    expect(account()).toMatchObject({ availableFen: 3700, withdrawnFen: 300, entries: 2 })
  })

  it('brings the money back when no coupon is left', async () => {
    for (const key of ['key-out-1', 'key-out-2']) ok(await take(300, 'coupon', key, 'autumn'))
    expect(ok(await take(300, 'coupon', 'key-out-3', 'autumn'))).toMatchObject({
      withdrawal: { state: 'failed', note: '这张券已经换完了' },
      account: { availableFen: 3400, withdrawnFen: 600 },
      leftTodayFen: 4400,
    })
  })

  it('waits for approval above the limit too, and is then given', async () => {
    const { withdrawal } = ok(await take(2500, 'points'))
    expect(withdrawal.state).toBe('requested')
    expect(points()).toBe(0)
    expect(ok(await settle(withdrawal.no, 'approve')).payout.state).toBe('paid')
    expect(points()).toBe(2500)
  })

  it('is refused where it is not offered, or not at this price', async () => {
    expect(await take(301, 'coupon', 'key-out-1', 'autumn')).toMatchObject({ code: 'WAY_GONE' })
    expect(await take(300, 'coupon', 'key-out-1', 'spring')).toMatchObject({ code: 'WAY_GONE' })
    openProgramme(shop, { cash: false, pointsPerYuan: 0 })
    expect(await take(300, 'cash')).toMatchObject({ code: 'WAY_GONE' })
    expect(await take(300, 'points')).toMatchObject({ code: 'WAY_GONE' })
  })

  it('that a crash cut off is carried on by the morning’s turn, and given once', async () => {
    const calm = await live(null, () => take(1000, 'points', 'key-calm0'))
    for (let at = 1; at <= calm.operations; at++) {
      const key = `key-dies-${at}`
      await live({ at, when: 'after' }, () => take(100, 'points', key))
      await shop.advance(31_000)
    }
    const open = () => shop.rows<WithdrawalRow>('withdrawals').filter(({ openOf }) => openOf)
    expect(open().length).toBeGreaterThan(0)
    await shop.advance(DAY_MS - calm.operations * 31_000)
    await shop.tick()
    expect(open()).toEqual([])
    expect(points()).toBe(account().withdrawnFen)
  })
})

it('is for promoters in good standing', async () => {
  const stranger = shop.as('oWho')
  const wish = { fen: 100, way: 'cash', campaignId: null, key: 'key-out-1' } as const
  expect(await stranger.call('promoters.withdraw', wish)).toMatchObject({ code: 'NOT_A_PROMOTER' })
  const to = { memberId: lin.memberId, from: 'accepted', to: 'banned', reason: '刷单' } as const
  ok(await boss.call('promoters.decide', to))
  expect(await take(100, 'cash')).toMatchObject({ code: 'NOT_A_PROMOTER' })
  expect(account()).toMatchObject({ availableFen: 4000 })
})

it('is nobody’s but its promoter’s and the owner’s', async () => {
  const { withdrawal } = ok(await take(2500, 'cash'))
  const manager = shop.as('oMgr')
  expect(await manager.call('promoters.payouts', {})).toMatchObject({ code: 'FORBIDDEN' })
  const approve = { no: withdrawal.no, deed: 'approve', note: '' } as const
  expect(await manager.call('promoters.settlePayout', approve)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await lin.call('promoters.settlePayout', approve)).toMatchObject({ code: 'FORBIDDEN' })
  const may = shop.as('oMay')
  makePromoter(shop, may)
  expect(await may.call('promoters.cancelWithdrawal', { no: withdrawal.no })).toMatchObject({
    code: 'WITHDRAWAL_NOT_FOUND',
  })
  expect(await settle('w-none', 'approve')).toMatchObject({ code: 'WITHDRAWAL_NOT_FOUND' })
})

it('of two phones at once never takes more than there is', async () => {
  const replies = await Promise.all(Array.from({ length: 6 }, (_, i) => take(1500, 'cash', `key-race-${i}`)))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(2)
  expect(account()).toMatchObject({ availableFen: 1000, withdrawingFen: 3000, entries: 2 })
  expect(
    ledgerRows(shop)
      .map(({ n }) => n)
      .sort(),
  ).toEqual([1, 2])
})
