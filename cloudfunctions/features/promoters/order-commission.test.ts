import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { availableAt } from '@shared/promoters/commission'
import { fold } from '@shared/promoters/ledger'
import { bagel, latte, ok, orderRow, pay, place, type Placed } from '../../../tests/builders/customer'
import {
  accountRow,
  broughtBy,
  commissionRow,
  ledgerRows,
  makePromoter,
  openProgramme,
  paidThrough,
} from '../../../tests/builders/promoters'
import { come, promoter } from '../../../tests/builders/friends'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import type { AccountRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { createInstance } from '../../platform/instance'
import { clawBackCommission } from './order-commission'

let shop: TestShop
let may: Person
let lin: Person
let boss: Person
/** Two lattes (¥38 at 5 %) and two bagels (¥16 at 10 %): ¥1.90 and ¥1.60. */
const basket = {
  lines: [
    { ...latte, qty: 2 },
    { ...bagel, qty: 2 },
  ],
  packagingId: 'bag',
}

beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner' }, store: { hours: [{ from: 0, to: 1440 }] } })
  may = shop.as('oMay')
  lin = shop.as('oLin')
  boss = shop.as('oBoss')
  openProgramme(shop)
  makePromoter(shop, lin)
})
afterEach(() => shop.close())

const at = (placed: Placed) => ({ storeId: STORE, orderId: placed.order.id })
const account = () => accountRow(shop, lin)
const commission = (placed: Placed) => commissionRow(shop, placed.order.id)
const serve = async (placed: Placed) => {
  for (const action of ['accept', 'ready', 'handOver'] as const)
    ok(await boss.call(`manager.${action}`, at(placed)))
}
const refund = async (placed: Placed, line: number, units: number) =>
  ok(
    await boss.call('manager.refund', {
      ...at(placed),
      units: [{ line, units }],
      packaging: false,
      delivery: false,
      reason: '少做了',
      refundsSeen: orderRow(shop, placed.order.id).refunds.length,
    }),
  )
const setAccount = (over: Partial<AccountRow>) => shop.put('accounts', { ...account(), ...over })
/** To the next ten o'clock, and the timer comes. */
const nextTurn = async (days: number) => {
  await shop.advance(days * DAY_MS)
  await shop.tick()
}

describe('a paid order', () => {
  it('promises its promoter a commission on the goods at once, not on the packaging', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    expect(orderRow(shop, placed.order.id).payFen).toBe(3800 + 1600 + 50)
    expect(account()).toMatchObject({ pendingFen: 350, availableFen: 0, entries: 1 })
    expect(commission(placed)).toMatchObject({
      promoter: lin.memberId,
      baseFen: 5400,
      rateBps: [500, 1000],
      amountFen: 350,
      clawedFen: 0,
      state: 'pending',
      availableAt: null,
    })
    expect(ledgerRows(shop)).toMatchObject([
      {
        _id: `credit:${placed.order.id}`,
        n: 1,
        fen: 350,
        postings: [
          { account: 'shop', fen: -350 },
          { account: 'pending', fen: 350 },
        ],
      },
    ])
  })

  it('is credited once, however often WeChat calls', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    await shop.notify(shop.wechat.pay.notifyEvent(placed.order.id), 'wx_paycallback')
    expect(account()).toMatchObject({ pendingFen: 350, entries: 1 })
  })

  it('costs one read and three writes with a promoter, and nothing without', async () => {
    const plain = await place(may, { ...basket, key: 'key-plain' })
    const brought = await place(may, { ...basket, key: 'key-brought' })
    broughtBy(shop, brought, lin.memberId)
    const without = await shop.billed(() => pay(shop, plain))
    const with_ = await shop.billed(() => pay(shop, brought))
    expect({ reads: with_.reads - without.reads, writes: with_.writes - without.writes }).toEqual({
      reads: 1,
      writes: 3,
    })
  })

  it('pays nobody who was never accepted, or was banned meanwhile, and no one for themselves', async () => {
    await paidThrough(shop, may, shop.as('oNobody').memberId, { key: 'key-nobody' })
    setAccount({ earning: false })
    await paidThrough(shop, may, lin.memberId, { key: 'key-banned' })
    setAccount({ earning: true })
    await paidThrough(shop, lin, lin.memberId, { key: 'key-self0' })
    openProgramme(shop, { open: false })
    await paidThrough(shop, may, lin.memberId, { key: 'key-closed' })
    expect(ledgerRows(shop)).toEqual([])
    expect(account()).toMatchObject({ pendingFen: 0 })
  })

  it('keeps the rates under which it was placed', async () => {
    const placed = await place(may, basket)
    broughtBy(shop, placed, lin.memberId)
    openProgramme(shop, { rateBp: 0, categories: {}, returnDays: 30 })
    await pay(shop, placed)
    expect(commission(placed)).toMatchObject({ amountFen: 350, returnDays: 7 })
  })
})

describe('a release', () => {
  it('comes on the morning that was told with the receipt', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    await serve(placed)
    const promised = availableAt(shop.now(), 7)
    expect(commission(placed)).toMatchObject({ state: 'pending', availableAt: promised, dueAt: promised })
    await nextTurn(7)
    expect(account()).toMatchObject({ pendingFen: 350, availableFen: 0 })
    await nextTurn(1)
    expect(account()).toMatchObject({ pendingFen: 0, availableFen: 350, entries: 2 })
    expect(commission(placed)).toMatchObject({ state: 'released' })
    expect(commission(placed)).not.toHaveProperty('dueAt')
    await nextTurn(1)
    expect(account().entries).toBe(2)
  })

  it('finds out by itself when a crash swallowed the receipt', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    await serve(placed)
    shop.put('commissions', {
      ...commission(placed)!,
      availableAt: null,
      dueAt: shop.now() + 7 * DAY_MS,
    })
    await nextTurn(8)
    expect(account()).toMatchObject({ availableFen: 350 })
  })

  it('waits for goods that are not received, looking once a day', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    ok(await boss.call('manager.accept', at(placed)))
    await nextTurn(8)
    expect(account()).toMatchObject({ pendingFen: 350, availableFen: 0 })
    expect(commission(placed)?.dueAt).toBe(shop.now() + DAY_MS - 30 * MINUTE_MS)
    ok(await boss.call('manager.ready', at(placed)))
    ok(await boss.call('manager.handOver', at(placed)))
    await nextTurn(8)
    expect(account()).toMatchObject({ availableFen: 350 })
  })

  it('counts from the night on which nobody fetched it', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    ok(await boss.call('manager.accept', at(placed)))
    ok(await boss.call('manager.ready', at(placed)))
    for (let i = 0; i < 60; i++) {
      await shop.advance(30 * MINUTE_MS)
      await shop.tick()
    }
    const { doneAt } = orderRow(shop, placed.order.id)
    expect(commission(placed)?.availableAt).toBe(availableAt(doneAt ?? 0, 7))
  })

  it('goes on in a minute when more than a hundred are due', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    await serve(placed)
    const one = commission(placed)!
    const many = Array.from({ length: 104 }, (_, i) => ({ ...one, _id: `o-many-${i}`, amountFen: 1 }))
    shop.put('commissions', ...many)
    setAccount({ pendingFen: 350 + 104 })
    await nextTurn(8)
    expect(account()).toMatchObject({ entries: 101 })
    await shop.advance(2 * MINUTE_MS)
    expect(account()).toMatchObject({ pendingFen: 0, availableFen: 454, entries: 106 })
  })

  it('asks nothing of the database in any turn but the morning’s', async () => {
    await shop.advance(3 * HOUR_MS)
    expect(await shop.billed(() => shop.tick())).toEqual({ reads: 2, writes: 0 })
  })
})

describe('a refund', () => {
  it('takes the commission of what went back, in the end all of it, while it is pending', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    ok(await boss.call('manager.accept', at(placed)))
    await refund(placed, 0, 1)
    expect(account()).toMatchObject({ pendingFen: 255 })
    await refund(placed, 1, 2)
    await refund(placed, 0, 1)
    expect(account()).toMatchObject({ pendingFen: 0, availableFen: 0, debtFen: 0, entries: 4 })
    expect(commission(placed)).toMatchObject({ clawedFen: 350, state: 'clawed' })
    expect(commission(placed)).not.toHaveProperty('dueAt')
  })

  it('takes what is available when it was released, and the rest is owed until more comes', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    await serve(placed)
    await nextTurn(8)
    setAccount({ availableFen: 100, withdrawnFen: 250 })
    await refund(placed, 0, 2)
    expect(account()).toMatchObject({ availableFen: 0, debtFen: 90, withdrawnFen: 250 })
    const next = await paidThrough(shop, may, lin.memberId, { ...basket, key: 'key-next1' })
    expect(account()).toMatchObject({ pendingFen: 350, debtFen: 90 })
    await serve(next)
    await nextTurn(8)
    expect(account()).toMatchObject({ pendingFen: 0, availableFen: 260, debtFen: 0 })
  })

  it('of an order without commission reads and writes nothing here', async () => {
    const placed = await place(may, basket)
    await pay(shop, placed)
    ok(await may.call('orders.refund', { orderId: placed.order.id }))
    expect(ledgerRows(shop)).toEqual([])
  })

  it('counts a refund once, whether the order names it already or not', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    ok(await boss.call('manager.accept', at(placed)))
    await refund(placed, 0, 1)
    const order = orderRow(shop, placed.order.id)
    const given = { order, refund: order.refunds[0]! }
    await createInstance().tx((db) => clawBackCommission(db, given, { now: shop.now() } as CloudCtx))
    expect(account()).toMatchObject({ pendingFen: 255, entries: 2 })
  })

  it('leaves the account the fold of its entries', async () => {
    const placed = await paidThrough(shop, may, lin.memberId, basket)
    ok(await boss.call('manager.accept', at(placed)))
    await refund(placed, 1, 1)
    const { pendingFen, availableFen, withdrawingFen, withdrawnFen, debtFen } = account()
    expect(fold(ledgerRows(shop))).toEqual({
      pendingFen,
      availableFen,
      withdrawingFen,
      withdrawnFen,
      debtFen,
    })
  })
})

it('is of who was brought by a card before they joined, at the rates of the moment of placing', async () => {
  const ann = await promoter(shop, 'oAnn')
  makePromoter(shop, ann)
  const zoe = shop.as('oZoe')
  await come(zoe, ann.code)
  ok(await zoe.call('members.join', {}))
  const placed = await place(zoe, basket)
  expect(orderRow(shop, placed.order.id)).toMatchObject({
    promoter: ann.memberId,
    commissionTerms: { rateBps: [500, 1000], returnDays: 7 },
  })
  await pay(shop, placed)
  expect(accountRow(shop, ann).pendingFen).toBe(350)
  expect(JSON.stringify(placed.order)).not.toContain(ann.memberId)
})
