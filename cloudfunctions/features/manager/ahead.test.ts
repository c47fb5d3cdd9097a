import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { OrderRow, SlotRow } from '../../database/rows'
import {
  latte,
  ok,
  orderRow,
  pay,
  place,
  wrongInTheBooks,
  type PlaceInput,
} from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { shopRow, STORE, store } from '../../../tests/builders/shop-rows'

let shop: TestShop
/** At the dormitory at 07:20 and 07:40, order by 22:00 the day before; and one shortly after midnight. */
const slotAt = (id: string, atMinute: number, cutoffDays: number) => ({
  id,
  pointId: 'dorm',
  atMinute,
  cutoffDays,
  cutoffMinute: 22 * 60,
  capacity: 500,
  days: [],
})
const preorder = {
  daysAhead: 2,
  points: [{ id: 'dorm', name: '3 号宿舍楼下', address: '' }],
  slots: [slotAt('dawn', 440, 1), slotAt('dusk', 460, 1), slotAt('night', 20, 1), slotAt('noon', 720, 0)],
}
/** 10:00 on Sunday, 2026-11-22, as the test shop opens. */
const TEN = Date.UTC(2026, 10, 22, 2)
const MIDNIGHT = TEN + 14 * HOUR_MS
const MONDAY = '20261123'
function open(options: ShopOptions = {}) {
  const ways = { ways: ['pickup', 'preorder'] as const, preorder }
  shop = openShop({
    staff: { oBoss: 'owner', oChen: 'clerk' },
    ...options,
    store: { ...ways, ...options.store } as ShopOptions['store'] & object,
  })
}
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
let placedSoFar = 0
async function paidOrder(over: Partial<PlaceInput> = {}, who = 'oMay'): Promise<string> {
  const key = `key-${String(++placedSoFar).padStart(5, '0')}`
  const placed = await place(shop.as(who), { key, ...over })
  await pay(shop, placed)
  return placed.order.id
}
const ahead = (slotId = 'dawn', day = MONDAY, who = 'oMay') =>
  paidOrder({ way: 'preorder', slot: { day, slotId } }, who)
const board = async () => ok(await shop.as('oBoss').call('manager.board', { storeId: STORE })).board
const ids = async () => (await board()).orders.map((o) => o.id)
const dayOf = (day: string, who = 'oChen') => shop.as(who).call('manager.ahead', { storeId: STORE, day })
const acceptAll = (orderIds: string[], who = 'oChen', storeId = STORE) =>
  shop.as(who).call('manager.acceptAll', { storeId, orderIds })
const accept = (orderId: string) => shop.as('oChen').call('manager.accept', { storeId: STORE, orderId })

describe('the board', () => {
  it('shows today’s work, and counts what is ordered for later days', async () => {
    open()
    const [now, noon] = [await paidOrder(), await ahead('noon', '20261122')]
    const dawn = await paidOrder({
      way: 'preorder',
      slot: { day: MONDAY, slotId: 'dawn' },
      lines: [{ ...latte, qty: 3 }],
    })
    await ahead('dusk')
    await ahead('noon', '20261124')
    ok(await accept(dawn))
    expect(await ids()).toEqual([now, noon])
    expect((await board()).ahead).toEqual([
      { day: MONDAY, orders: 2, waiting: 1, units: 4 },
      { day: '20261124', orders: 1, waiting: 1, units: 1 },
    ])
    expect(await shop.billed(board)).toEqual({ reads: 1, writes: 0 })
  })

  it('has sixty places for today, however much is ordered ahead', async () => {
    open()
    const row = orderRow(shop, await ahead())
    const more = Array.from({ length: 99 }, (_, i) => ({ ...row, _id: `p${i}`, pickupKey: `p${i}` }))
    shop.put('orders', ...more)
    putSold(100)
    const now = await paidOrder()
    expect(await ids()).toEqual([now])
    expect(await board()).toMatchObject({ hidden: 0, ahead: [{ orders: 100, waiting: 100 }] })
  })

  it('takes a day’s pre-orders in with the day, to the millisecond, and one of the small hours on the eve', async () => {
    open()
    const [night, dawn] = [await ahead('night'), await ahead()]
    await shop.advance(MIDNIGHT + 20 * MINUTE_MS - 3 * HOUR_MS - 1 - shop.now())
    expect(await ids()).toEqual([])
    await shop.advance(1)
    expect(await ids()).toEqual([night])
    await shop.advance(MIDNIGHT - 1 - shop.now())
    expect(await ids()).not.toContain(dawn)
    await shop.advance(1)
    expect(await ids()).toContain(dawn)
    expect((await board()).ahead).toEqual([])
  })

  it('shows one of whose deadline the staff are reminded, and puts it back among its like once it is accepted', async () => {
    const acceptance = { remindMs: 8 * HOUR_MS, refundMs: 16 * HOUR_MS }
    open({ shop: { acceptance } })
    const id = await ahead('dawn', '20261124')
    const { acceptBefore } = orderRow(shop, id)
    await shop.advance(acceptBefore! - 8 * HOUR_MS - 1 - shop.now())
    expect(await ids()).toEqual([])
    await shop.advance(MINUTE_MS)
    expect((await board()).orders).toMatchObject([{ id, remindedAt: expect.any(Number) as number }])
    const answer = ok(await accept(id)).board
    expect(answer).toMatchObject({ orders: [], ahead: [{ day: '20261124', orders: 1, waiting: 0 }] })
    expect(answer).toEqual({ ...(await board()), role: 'clerk' })
  })

  it('keeps one with stuck money in sight until it has arrived', async () => {
    open()
    const id = await ahead()
    ok(await accept(id))
    const trouble = { state: 'trouble' as const, trouble: 'needsHand' as const }
    const row = orderRow(shop, id)
    const back = { units: [{ line: 0, units: 1 }], packaging: false, delivery: false, reason: '少了一杯' }
    ok(
      await shop.as('oBoss').call('manager.refund', { storeId: STORE, orderId: id, ...back, refundsSeen: 0 }),
    )
    const refunds = orderRow(shop, id).refunds.map((refund) => ({ ...refund, ...trouble }))
    shop.put('orders', { ...row, refunds, boardFrom: 0, dueAt: refunds[0]!.lookAt! })
    expect((await board()).orders).toMatchObject([{ id, trouble: expect.any(String) as string }])
    shop.put('orders', { ...orderRow(shop, id), state: 'refunding' })
    await shop.advance(10 * MINUTE_MS)
  })

  it('does not give tomorrow’s breakfast back by today’s clock', async () => {
    open()
    const id = await ahead()
    await shop.advance(MIDNIGHT - shop.now())
    await shop.tick()
    expect(orderRow(shop, id)).toMatchObject({ state: 'paid' })
    expect(orderRow(shop, id)).not.toHaveProperty('remindedAt')
    await shop.advance(7 * HOUR_MS + 5 * MINUTE_MS + 5000)
    expect(orderRow(shop, id).refunds).toMatchObject([{ no: `unaccepted-${id}` }])
  })
})

/** What the slot has sold, after orders were put there by hand. */
function putSold(sold: number): void {
  const row = shop.row<SlotRow>('slots', `${STORE}:${MONDAY}:dawn`)!
  shop.put('slots', { ...row, sold })
}

describe('a later day', () => {
  it('is read by slot with one read, by staff alone', async () => {
    open()
    const [dusk, dawn, other] = [await ahead('dusk'), await ahead(), await ahead('dawn', '20261124')]
    ok(await accept(dusk))
    expect(await dayOf(MONDAY)).toMatchObject({
      data: {
        role: 'clerk',
        hidden: 0,
        days: [{ orders: 2 }, { orders: 1 }],
        orders: [{ id: dawn }, { id: dusk }],
      },
    })
    expect(await dayOf('20261124')).toMatchObject({ data: { orders: [{ id: other }] } })
    expect(await dayOf('20261201')).toMatchObject({ data: { orders: [], hidden: 0 } })
    expect(await shop.billed(() => dayOf(MONDAY))).toEqual({ reads: 1, writes: 0 })
    expect(await dayOf(MONDAY, 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await dayOf('monday')).toMatchObject({ code: 'BAD_INPUT' })
  })

  it('brings up those that wait as the first are accepted, and stays below what a function may answer', async () => {
    open()
    const row = orderRow(shop, await ahead())
    const lines = Array.from({ length: 20 }, () => row.lines[0]!)
    const more = Array.from({ length: 99 }, (_, i) => ({ ...row, _id: `p${i}`, pickupKey: `p${i}`, lines }))
    shop.put('orders', ...more)
    putSold(100)
    const accepted: string[] = []
    for (const left of [60, 20, 0]) {
      const { orders, hidden } = ok(await dayOf(MONDAY))
      const waiting = orders.filter((o) => o.state === 'paid').map((o) => o.id)
      expect(hidden).toBe(100 - accepted.length - waiting.length + Math.max(0, accepted.length - 40))
      const { results } = ok(await acceptAll(waiting))
      accepted.push(...results.flatMap((r) => (r.accepted ? [r.orderId] : [])))
      expect(100 - accepted.length).toBe(left)
    }
    expect(new Set(accepted).size).toBe(100)
    expect(Buffer.byteLength(JSON.stringify(await dayOf(MONDAY)))).toBeLessThan(1_000_000)
  })
})

describe('accepting several', () => {
  it('takes on a whole slot with one read and one write, on the record each', async () => {
    open()
    const all = [await ahead(), await ahead(), await ahead()]
    await board()
    let answer: Awaited<ReturnType<typeof acceptAll>> | undefined
    const bill = await shop.billed(async () => {
      answer = await acceptAll(all)
    })
    expect(bill).toEqual({ reads: 1, writes: 1 })
    expect(ok(answer!)).toMatchObject({
      board: { orders: [], ahead: [{ orders: 3, waiting: 0 }] },
      results: all.map((orderId) => ({ orderId, accepted: true, state: 'making' })),
    })
    const acceptedBy = shop.as('oChen').memberId
    for (const id of all)
      expect(orderRow(shop, id)).toMatchObject({ state: 'making', acceptedAt: shop.now(), acceptedBy })
    expect(shop.logs.filter((line) => line.event === 'manager.accepted')).toHaveLength(3)
    expect(ok(answer!).board).toEqual({ ...(await board()), role: 'clerk' })
  })

  it('of a day with two slots is a write for each; today’s work can be taken on likewise', async () => {
    open()
    const all = [await ahead(), await ahead('dusk'), await ahead()]
    await board()
    expect(await shop.billed(() => acceptAll(all))).toEqual({ reads: 1, writes: 2 })
    const now = [await paidOrder(), await paidOrder()]
    expect(ok(await acceptAll(now)).board.orders).toMatchObject(now.map((id) => ({ id, state: 'making' })))
  })

  it('twice is the same as once, and writes nothing more: an answer may have been lost', async () => {
    open()
    const all = [await ahead(), await ahead()]
    const first = ok(await acceptAll(all))
    const rows = all.map((id) => orderRow(shop, id))
    await shop.advance(MINUTE_MS)
    let again: Awaited<ReturnType<typeof acceptAll>> | undefined
    const bill = await shop.billed(async () => {
      again = await acceptAll(all, 'oBoss')
    })
    expect(bill).toEqual({ reads: 1, writes: 0 })
    expect(ok(again!).results).toEqual(first.results)
    expect(all.map((id) => orderRow(shop, id))).toEqual(rows)
    expect(shop.logs.filter((line) => line.event === 'manager.accepted')).toHaveLength(2)
  })

  it('judges each by itself: given back, handed over, another store’s, never there', async () => {
    open()
    shop.put('settings', {
      ...shopRow,
      stores: { [STORE]: { ...store, ways: ['pickup', 'preorder'], preorder }, s2: { ...store, id: 's2' } },
    })
    const [good, over, done] = [await ahead(), await ahead(), await paidOrder()]
    const elsewhere = await paidOrder({ storeId: 's2' })
    ok(await shop.as('oMay').call('orders.refund', { orderId: over }))
    for (const deed of ['accept', 'ready', 'handOver'] as const)
      ok(await shop.as('oBoss').call(`manager.${deed}`, { storeId: STORE, orderId: done }))
    const { results } = ok(await acceptAll([good, over, done, elsewhere, 'o-nothing', good]))
    expect(results).toEqual([
      { orderId: good, accepted: true, state: 'making' },
      { orderId: over, accepted: false, state: 'refunding' },
      { orderId: done, accepted: true, state: 'done' },
      { orderId: elsewhere, accepted: false, state: null },
      { orderId: 'o-nothing', accepted: false, state: null },
    ])
    expect(orderRow(shop, elsewhere)).toMatchObject({ state: 'paid' })
    await shop.advance(5 * MINUTE_MS)
  })

  it('and the customers’ giving up at once end in one of the two for each', async () => {
    open()
    const all = [await ahead(), await ahead(), await ahead()]
    const [answer, ...given] = await Promise.all([
      acceptAll(all),
      ...all.slice(1).map((orderId) => shop.as('oMay').call('orders.refund', { orderId })),
    ])
    const { results } = ok(answer)
    expect(results[0]).toMatchObject({ accepted: true })
    given.forEach((reply, i) => {
      expect(results[i + 1]!.accepted).toBe(!reply.ok)
      expect(orderRow(shop, all[i + 1]!).state).toBe(reply.ok ? 'refunding' : 'making')
    })
    await shop.advance(5 * MINUTE_MS)
  })

  it('from two phones at once names one of them for each, and both read that it is done', async () => {
    open()
    const all = [await ahead(), await ahead('dusk')]
    const answers = await Promise.all([acceptAll(all), acceptAll(all, 'oBoss')])
    for (const answer of answers) expect(ok(answer).results.every((r) => r.accepted)).toBe(true)
    expect(shop.logs.filter((line) => line.event === 'manager.accepted')).toHaveLength(2)
  })

  it('is for staff, and for as many as a screen shows', async () => {
    open()
    const id = await ahead()
    expect(await acceptAll([id], 'oMay')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await acceptAll([id], 'oChen', 's9')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await acceptAll([])).toMatchObject({ code: 'BAD_INPUT' })
    expect(await acceptAll(Array.from({ length: 41 }, (_, i) => `o${i}`))).toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(orderRow(shop, id)).toMatchObject({ state: 'paid' })
  })
})

describe('who waits today', () => {
  const queue = async (orderId: string) => ok(await shop.as('oMay').call('orders.get', { orderId })).queue

  it('has nobody’s breakfast of tomorrow before them, accepted or not', async () => {
    open()
    ok(await acceptAll([await ahead('dawn', MONDAY, 'oLi'), await ahead('dusk', MONDAY, 'oLi')]))
    await ahead('dawn', MONDAY, 'oLi')
    const id = await paidOrder()
    expect(await queue(id)).toMatchObject({ ahead: 0 })
    await shop.advance(DAY_MS - HOUR_MS)
    expect(shop.rows<OrderRow>('orders').filter((o) => o.state === 'paid').length).toBe(0)
  })

  it('has no cups before them that were given back', async () => {
    open()
    const first = await paidOrder({ lines: [{ ...latte, qty: 3 }] }, 'oLi')
    await shop.advance(1)
    const id = await paidOrder()
    expect(await queue(id)).toMatchObject({ ahead: 3 })
    const back = { units: [{ line: 0, units: 2 }], packaging: false, delivery: false, reason: '卖完了' }
    const at = { storeId: STORE, orderId: first, refundsSeen: 0 }
    ok(await shop.as('oBoss').call('manager.refund', { ...at, ...back }))
    expect(await queue(id)).toEqual({ ahead: 1, readyAt: shop.now() + 2 * 90_000 })
    expect(await shop.billed(() => queue(id))).toEqual({ reads: 1, writes: 0 })
    await shop.advance(5 * MINUTE_MS)
  })
})
