import type { CouponRow, MemberRow, ShopRow } from '../../database/rows'
import { birthdayDueAt, dormantDueAt } from '@shared/coupons/rule-dates'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay, shopDayStart } from '@shared/kernel/time'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { couponsOf, runCampaign, wrongInTheBudgets } from '../../../tests/builders/campaigns'
import { join } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
const at = (day: string, hour = 10) => shopDayStart(day) + hour * HOUR_MS
const start = (options: Parameters<typeof openShop>[0] = {}) => (shop = openShop(options))
afterEach(() => {
  expect(wrongInTheBudgets(shop)).toEqual([])
  shop.close()
})

const goTo = (day: string, hour = 10) => shop.advance(at(day, hour) - shop.now())
const person = (n: number) => shop.as(`oFan${n}`)
const row = (n: number) => shop.row<MemberRow>('members', person(n).memberId)!
/** A member as joining and telling, or paying, leaves them. */
function member(n: number, over: Partial<MemberRow>): void {
  const { openid, memberId } = person(n)
  const base: MemberRow = {
    _id: memberId,
    shopId: 'shop',
    openid,
    nickname: '',
    avatar: '',
    phone: null,
    joinedAt: shop.now(),
    worksAt: [],
    birthday: null,
    tags: [],
    account: EMPTY_ACCOUNT,
    leftAt: null,
  }
  shop.put('members', { ...base, ...over })
}
const born = (n: number, birthday: string, over: Partial<MemberRow> = {}) =>
  member(n, { birthday, birthdayDueAt: birthdayDueAt(birthday, person(n).memberId, shop.now()), ...over })
const paid = (n: number, lastPaidAt: number, over: Partial<MemberRow> = {}) =>
  member(n, {
    account: { ...EMPTY_ACCOUNT, paidOrders: 1, lastPaidAt },
    dormantDueAt: dormantDueAt(lastPaidAt),
    ...over,
  })
/** The turn by its delayed call: the morning's sweep does other rooms' work as well. */
const rulesAlone = () => shop.tick({ task: 'coupons.rules' }, 'wx_unknown')
const birthdays = (daysBefore = 0, over: Parameters<typeof runCampaign>[1] = {}) =>
  runCampaign(shop, { _id: 'birthday', entry: { kind: 'birthday', daysBefore }, shardsMade: 8, ...over })
const dormant = (days: number, id = `away${days}`) =>
  runCampaign(shop, { _id: id, entry: { kind: 'dormant', days }, shardsMade: 8 })
const keys = (campaignId: string) => couponsOf(shop, campaignId).map(({ _id }) => _id.split(':')[2])

describe('the daily turn', () => {
  it('is taken in the half hour from 10:00 on, and costs other sweeps nothing', async () => {
    start({ now: at('20261122', 9) + 59 * MINUTE_MS })
    birthdays()
    born(1, '1122')
    const bill = () => shop.billed(() => shop.tick())
    expect(await bill()).toEqual({ reads: 2, writes: 0 })
    await shop.advance(31 * MINUTE_MS)
    expect(await bill()).toEqual({ reads: 2, writes: 0 })
    expect(keys('birthday')).toEqual([])
    await goTo('20261123')
    await shop.tick()
    expect(keys('birthday')).toEqual(['b2026'])
  })

  it('costs one read while no such campaign runs', async () => {
    start()
    born(1, '1122')
    expect(await shop.billed(rulesAlone)).toEqual({ reads: 1, writes: 0 })
    birthdays(0, { state: 'paused' })
    birthdays(0, { _id: 'over', endAt: shop.now() })
    expect(await shop.billed(rulesAlone)).toEqual({ reads: 1, writes: 0 })
  })

  it('gives once when the timer fires twice, at the same time or a minute later', async () => {
    start()
    birthdays()
    for (const n of [1, 2, 3]) born(n, '1122')
    await Promise.all([shop.tick(), shop.tick()])
    await shop.advance(MINUTE_MS)
    await shop.tick()
    expect(keys('birthday')).toEqual(['b2026', 'b2026', 'b2026'])
    expect(shop.logs.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('makes up for timers that stayed away for two days', async () => {
    start({ now: at('20261121') })
    birthdays()
    born(1, '1122')
    await goTo('20261124')
    await shop.tick()
    expect(keys('birthday')).toEqual(['b2026'])
  })

  it('goes on in a minute with what exceeds a turn, and with the next turn where that call was lost', async () => {
    start()
    birthdays()
    for (let n = 0; n < 230; n++) born(n, '1122')
    await shop.tick()
    expect(couponsOf(shop, 'birthday')).toHaveLength(100)
    await shop.advance(MINUTE_MS)
    expect(couponsOf(shop, 'birthday')).toHaveLength(200)
    await shop.advance(2 * MINUTE_MS)
    expect(couponsOf(shop, 'birthday')).toHaveLength(230)
    await shop.tick()
    expect(couponsOf(shop, 'birthday')).toHaveLength(230)
  }, 30_000)

  it('stops asking a campaign of which nothing is left, and gives the others', async () => {
    start()
    birthdays(0, { budget: { count: 2, fen: null, shards: 1 }, shardsMade: 1 })
    birthdays(0, { _id: 'other' })
    for (let n = 0; n < 6; n++) born(n, '1122')
    await shop.tick()
    expect([couponsOf(shop, 'birthday').length, couponsOf(shop, 'other').length]).toEqual([2, 6])
    expect(shop.logs.filter(({ event }) => event === 'coupons.ruleSoldOut')).toHaveLength(1)
  })

  it('lets orders forget a campaign of the nth order whose time is over', async () => {
    start({ shop: { nthOrderCampaigns: { over: 3, on: 5 } } })
    runCampaign(shop, { _id: 'over', entry: { kind: 'nthOrder', nth: 3 }, endAt: shop.now() })
    runCampaign(shop, { _id: 'on', entry: { kind: 'nthOrder', nth: 5 } })
    await shop.tick()
    expect(shop.row<ShopRow>('settings', 'shop')?.nthOrderCampaigns).toEqual({ on: 5 })
  })
})

describe('a birthday', () => {
  it('told once makes the member due, and brings the coupon so many days before, year after year', async () => {
    start()
    birthdays(7, { endAt: shop.now() + 800 * DAY_MS, validity: { kind: 'days', days: 30 } })
    const ann = shop.as('oAnn')
    await join(ann)
    dataOf(await ann.call('members.updateProfile', { nickname: '', avatar: '', birthday: '1210' }))
    const due = () => shop.row<MemberRow>('members', ann.memberId)?.birthdayDueAt ?? 0
    expect(shopDay(due())).toBe('20261110')
    await goTo('20261202')
    await shop.tick()
    expect(keys('birthday')).toEqual([])
    await goTo('20261203')
    await shop.tick()
    expect(keys('birthday')).toEqual(['b2026'])
    await goTo('20261213')
    await shop.tick()
    expect(shopDay(due())).toBe('20271110')
    await goTo('20271203')
    await shop.tick()
    expect(keys('birthday')).toEqual(['b2026', 'b2027'])
  })

  it('is met by a campaign that is started when the member was looked at already', async () => {
    start({ now: at('20261101') })
    birthdays(30)
    born(1, '1122')
    await shop.tick()
    birthdays(3, { _id: 'late' })
    await goTo('20261119')
    await shop.tick()
    expect([keys('birthday'), keys('late')]).toEqual([['b2026'], ['b2026']])
  })

  it('of who has left brings nothing', async () => {
    start()
    birthdays()
    const ann = shop.as('oAnn')
    await join(ann)
    dataOf(await ann.call('members.updateProfile', { nickname: '', avatar: '', birthday: '1122' }))
    dataOf(await ann.call('members.leave', {}))
    expect(shop.row<MemberRow>('members', ann.memberId)).not.toHaveProperty('birthdayDueAt')
    await shop.tick()
    expect(keys('birthday')).toEqual([])
  })

  it('reaches whoever shares it, page after page, at few reads for those who have theirs', async () => {
    start()
    birthdays()
    for (let n = 0; n < 150; n++) born(n, '1122')
    await shop.tick()
    await shop.advance(MINUTE_MS)
    expect(couponsOf(shop, 'birthday')).toHaveLength(150)
    // campaigns, tiers, and two pages with what was issued of each
    expect(await shop.billed(rulesAlone)).toEqual({ reads: 6, writes: 0 })
  }, 30_000)
})

describe('who stays away', () => {
  it('is given one coupon of each campaign in an absence, when its day comes', async () => {
    start({ now: at('20261101') })
    dormant(14)
    dormant(40)
    paid(1, shop.now())
    const given = () => [keys('away14').length, keys('away40').length]
    const steps: [string, number[]][] = [
      ['20261108', [0, 0]],
      ['20261114', [0, 0]],
      ['20261115', [1, 0]],
      ['20261120', [1, 0]],
      ['20261211', [1, 1]],
      ['20270120', [1, 1]],
    ]
    for (const [day, expected] of steps) {
      await goTo(day)
      await shop.tick()
      expect([day, given()]).toEqual([day, expected])
    }
  })

  it('and comes back, and stays away again, is given another', async () => {
    start({ now: at('20261101') })
    dormant(14)
    paid(1, shop.now())
    await goTo('20261116')
    await shop.tick()
    paid(1, shop.now())
    await goTo('20261129')
    await shop.tick()
    expect(keys('away14')).toEqual(['d20261101'])
    await goTo('20261130')
    await shop.tick()
    expect(keys('away14')).toEqual(['d20261101', 'd20261116'])
  })

  it('is reached by a campaign that is started later, and is not looked at for ever', async () => {
    start({ now: at('20261101') })
    paid(1, shop.now())
    await goTo('20261220')
    dormant(30)
    await shop.tick()
    expect(keys('away30')).toEqual(['d20261101'])
    expect(row(1).dormantDueAt).toBe(shop.now() + 30 * DAY_MS)
    await goTo('20271102')
    await shop.tick()
    expect(row(1)).not.toHaveProperty('dormantDueAt')
  })

  it('a payment in the same moment moves on, not the turn', async () => {
    start({ now: at('20261101') })
    dormant(7)
    paid(1, shop.now())
    await goTo('20261108')
    const issued = shop.tick()
    paid(1, shop.now())
    await issued
    expect(row(1).dormantDueAt).toBe(shop.now() + 7 * DAY_MS)
  })

  it('never paid an order, or is meant by another audience, gets nothing', async () => {
    start({ now: at('20261101') })
    runCampaign(shop, {
      _id: 'away',
      entry: { kind: 'dormant', days: 7 },
      audience: { newMembers: false, tierIds: [], tags: ['老师'] },
    })
    paid(1, shop.now())
    paid(2, shop.now(), { tags: ['老师'] })
    member(3, { dormantDueAt: shop.now() })
    await goTo('20261108')
    await shop.tick()
    expect(shop.rows<CouponRow>('coupons').map(({ memberId }) => memberId)).toEqual([person(2).memberId])
  })
})
