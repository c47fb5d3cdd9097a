/** Races through the deployed bundles, over HTTP: phones, workers, the real SDK, WeChat Pay's callback. */
import type { CouponRow, OrderRow, PayEventRow, SlotRow, StockRow } from '../../cloudfunctions/database/rows'
import { DAY_MS, MINUTE_MS, shopDay } from '@shared/kernel/time'
import { startLocalCloud, type LocalCloud } from '../../local-cloud'
import { staleBuild } from '../../scripts/build-cloud'
import { post } from '../builders/shop-client'
import { buyer, croissant, eggTarts, inParallel, place, prepayOf, stockOf, STORE, type Reply } from './buyers'

let cloud: LocalCloud
const logs: string[] = []
beforeAll(async () => {
  const stale = staleBuild()
  if (stale) throw new Error(`${stale}: run npm run build:cloud first`)
  cloud = await startLocalCloud({ dataDir: ':memory:', seed: true, log: (text) => logs.push(text) })
}, 60_000)
afterAll(async () => cloud?.close())

const orders = () => cloud.database.all('orders') as OrderRow[]
const order = (id: string) => cloud.database.get('orders', id) as OrderRow | null
let croissants = ''
const stock = () => cloud.database.get('stock', croissants) as StockRow
/** Of today's croissants so many are left; `stock()` tells of this day's from now on. */
const stockUp = (available: number) => {
  const row = stockOf(shopDay(cloud.clock.now()), available)
  croissants = row._id
  cloud.database.put('stock', [row])
}
/** Times that the pay callback has run so far. */
const delivered = () => cloud.meter.read().byFunction['pay-notify']?.functionCalls ?? 0
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i)

it('sells a stock of 10 to 200 buyers as exactly 10 orders', async () => {
  stockUp(10)
  const before = orders().length
  const replies: Reply[] = []
  await inParallel(numbers(200), 64, async (i) => {
    const who = await buyer(cloud.url, `oRush${i}`)
    replies.push(await place(who, { lines: [croissant], key: 'rush-00001' }))
  })
  expect(replies.filter((r) => r.ok)).toHaveLength(10)
  expect(new Set(replies.flatMap((r) => (r.ok ? [] : r.code)))).toEqual(new Set(['SOLD_OUT']))
  expect(orders()).toHaveLength(before + 10)
  expect(stock()).toMatchObject({ available: 0, held: 10, sold: 0 })
}, 120_000)

it('fills a slot of 40 that nobody has booked yet with exactly 40 of 200 buyers', async () => {
  const day = shopDay(cloud.clock.now() + 2 * DAY_MS)
  const ahead = { way: 'preorder', slot: { day, slotId: 'dorm-0720' }, key: 'ahead-00001' }
  const replies: Reply[] = []
  await inParallel(numbers(200), 64, async (i) => {
    replies.push(await place(await buyer(cloud.url, `oAhead${i}`), ahead))
  })
  expect(replies.filter((r) => r.ok)).toHaveLength(40)
  expect(new Set(replies.flatMap((r) => (r.ok ? [] : r.code)))).toEqual(new Set(['SLOT_FULL']))
  const slot = cloud.database.get('slots', `${STORE}:${day}:dorm-0720`) as SlotRow
  expect(slot).toMatchObject({ held: 40, sold: 0 })
}, 120_000)

it('gives one welcome coupon to one of 20 parallel orders', async () => {
  const who = await buyer(cloud.url, 'oCoupon1')
  const joined = await who.call<{ welcomed: { id: string } }>('members.join', {})
  if (!joined.ok) throw new Error(joined.code)
  const coupon = joined.data.welcomed.id
  const replies = await Promise.all(
    numbers(20).map((i) => place(who, { coupons: [coupon], key: `coupon-${i}00000` })),
  )
  const winners = replies.flatMap((r) => (r.ok ? [r.data.order.id] : []))
  expect(winners).toHaveLength(1)
  expect(new Set(replies.flatMap((r) => (r.ok ? [] : r.code)))).toEqual(new Set(['COUPON_UNUSABLE']))
  expect(orders().filter((o) => o.couponIds.includes(coupon))).toHaveLength(1)
  expect(cloud.database.get('coupons', coupon) as CouponRow).toMatchObject({
    state: 'held',
    orderId: winners[0],
  })
}, 60_000)

it('books a payment once when its callback comes five times at once', async () => {
  stockUp(5)
  const who = await buyer(cloud.url, 'oFive')
  const placed = await place(who, { lines: [eggTarts, croissant], key: 'five-00001' })
  if (!placed.ok) throw new Error(placed.code)
  await post(`${cloud.url}/wechat/pay/faults`, { times: 5, parallel: true })
  logs.length = 0
  const before = delivered()
  await post(`${cloud.url}/wechat/pay/${prepayOf(placed)}`, { action: 'confirm' })
  await cloud.advance(1_000)
  await post(`${cloud.url}/wechat/pay/faults`, {})
  expect(delivered() - before).toBe(5)
  // each was answered "handled", the four that found it booked as well
  const booked = logs.filter((line) => line.includes('pay.booked') && line.includes(placed.data.order.id))
  expect(booked).toHaveLength(5)
  expect(order(placed.data.order.id)).toMatchObject({ state: 'paid', boardOf: 'campus' })
  expect(stock()).toMatchObject({ available: 4, held: 0, sold: 1 })
  expect(
    (cloud.database.all('payEvents') as PayEventRow[]).filter((e) => e.orderId === placed.data.order.id),
  ).toEqual([])
}, 60_000)

it('closes overdue orders once when the timer fires three times at once', async () => {
  // what the orders before hold is free by now
  await cloud.advance(65 * MINUTE_MS)
  stockUp(5)
  const placed = await Promise.all(
    numbers(3).map(async (i) =>
      place(await buyer(cloud.url, `oLate${i}`), { lines: [croissant], key: 'late-00001' }),
    ),
  )
  const ids = placed.flatMap((r) => (r.ok ? [r.data.order.id] : []))
  expect(ids).toHaveLength(3)
  expect(stock()).toMatchObject({ available: 2, held: 3 })
  for (const due of cloud.schedule.pending('delayed-call')) cloud.schedule.remove(due.id)
  await post(`${cloud.url}/wechat/timer/faults`, { times: 3, parallel: true })
  logs.length = 0
  const halfHours = () => Math.floor(cloud.clock.now() / (30 * MINUTE_MS))
  const before = halfHours()
  await cloud.advance(65 * MINUTE_MS)
  const turns = halfHours() - before
  await post(`${cloud.url}/wechat/timer/faults`, {})
  expect(ids.map((id) => order(id)?.state)).toEqual(['closed', 'closed', 'closed'])
  expect(stock()).toMatchObject({ available: 5, held: 0, sold: 0 })
  expect(logs.filter((line) => line.includes('sweep:orders.due'))).toHaveLength(turns * 3)
  expect(logs.join('\n')).not.toContain('orders.sweepFailed')
}, 60_000)

describe('a forged callback is refused and logged', () => {
  const forge = async (over: object, source: string) => {
    const who = await buyer(cloud.url, 'oVictim')
    const placed = await place(who, { key: 'forged-0001' })
    if (!placed.ok) throw new Error(placed.code)
    const { id, payFen } = placed.data.order
    const event = {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: id,
      transactionId: '4200000000000000000000000001',
      totalFee: payFen,
      ...over,
    }
    logs.length = 0
    const answer = await post<{ result: { errcode: number } }>(`${cloud.url}/wechat/pay/notify`, {
      event,
      source,
    })
    return { id, errcode: answer.result.errcode, log: logs.join('\n') }
  }

  it.each(['wx_client', 'wx_trigger', ''])('from the source %j', async (source) => {
    const { id, errcode, log } = await forge({}, source)
    expect(errcode).not.toBe(0)
    expect(order(id)).toMatchObject({ state: 'pendingPay', transactionId: null })
    expect(log).toContain('pay.forged')
  })

  it('with a wrong amount', async () => {
    const { id, errcode, log } = await forge({ totalFee: 1 }, 'wx_paycallback')
    expect(errcode).not.toBe(0)
    expect(order(id)).toMatchObject({ state: 'pendingPay', transactionId: null })
    expect(log).toContain('pay.misfit')
    expect(cloud.database.get('payEvents', '4200000000000000000000000001')).toMatchObject({
      why: 'wrongAmount',
    })
  })

  it('by a phone that calls the function by its name', async () => {
    const { token } = await post<{ token: string }>(`${cloud.url}/session`, { openid: 'oVictim' })
    const event = {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: 'x',
      transactionId: 'y',
      totalFee: 1,
    }
    logs.length = 0
    const answer = await post<{ result: { errcode: number } }>(
      `${cloud.url}/functions/pay-notify`,
      event,
      token,
    )
    expect(answer.result.errcode).not.toBe(0)
    const forged = logs.filter((line) => line.includes('pay.forged'))
    expect(forged).toHaveLength(1)
    expect(forged[0]).toContain('wx_client')
  })
})
