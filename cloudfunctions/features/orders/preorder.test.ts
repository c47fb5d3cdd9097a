import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { OrderRow, SlotRow, StockRow } from '../../database/rows'
import { DuplicateKey } from '../../platform/errors'
import { rawDatabase } from '../../platform/sdk'
import { createTx, type RunTx } from '../../platform/tx'
import {
  anOrder,
  bagel,
  latte,
  ok,
  pay,
  place,
  wrongInTheBooks,
  type PlaceInput,
} from '../../../tests/builders/customer'
import { openShop, type Person, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { menuRow, STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
let bagelsAtFirst = 10
/** 07:20 at the dormitory, order by 22:00 the day before. */
const dawn = {
  id: 'dawn',
  pointId: 'dorm',
  atMinute: 7 * 60 + 20,
  cutoffDays: 1,
  cutoffMinute: 22 * 60,
  capacity: 5,
  days: [],
}
const preorder = {
  daysAhead: 2,
  points: [{ id: 'dorm', name: '3 号宿舍楼下', address: '东区 3 号楼南门' }],
  slots: [dawn],
}
/** 10:00 on Sunday, 2026-11-22, as the test shop opens. */
const TEN = Date.UTC(2026, 10, 22, 2)
const open = (options: ShopOptions = {}) => {
  bagelsAtFirst = options.bagels ?? 10
  shop = openShop({ ...options, store: { ways: ['pickup', 'preorder'], preorder, ...options.store } })
  return shop
}
afterEach(() => {
  expect(wrongInTheBooks(shop, bagelsAtFirst)).toEqual([])
  shop.close()
})
const monday = { day: '20261123', slotId: 'dawn' }
const ahead = (over: Partial<PlaceInput> = {}) => anOrder({ way: 'preorder', slot: monday, ...over })
const quoteOf = (who: Person, over: Partial<PlaceInput> = {}) => {
  const { storeId, way, lines, packagingId, usePoints, slot, addressId } = ahead(over)
  const input = { storeId, way, lines, packagingId, usePoints, slot, addressId }
  return who.call('orders.quote', { ...input, coupons: 'best' })
}
const slotOf = (day = monday.day) => {
  const row = shop.row<SlotRow>('slots', `${STORE}:${day}:dawn`)
  return row && [row.held, row.sold]
}
const bagelsOf = (day: string) => {
  const row = shop.row<StockRow>('stock', `${STORE}:bagel:${day}`)
  return row && [row.available, row.held, row.sold]
}

it('lists what can be ordered ahead, with what is left of it', async () => {
  const may = open().as('oMay')
  await place(may, ahead({ lines: [{ ...latte, qty: 2 }] }))
  const { slots } = ok(await may.call('orders.slots', { storeId: STORE }))
  const at = TEN - 10 * HOUR_MS + DAY_MS + (7 * 60 + 20) * MINUTE_MS
  expect(slots).toEqual([
    { slotId: 'dawn', pointId: 'dorm', day: '20261123', at, cutoffAt: TEN + 12 * HOUR_MS, left: 3 },
    {
      slotId: 'dawn',
      pointId: 'dorm',
      day: '20261124',
      at: at + DAY_MS,
      cutoffAt: TEN + 36 * HOUR_MS,
      left: 5,
    },
  ])
  expect(await shop.billed(() => may.call('orders.slots', { storeId: STORE }))).toEqual({
    reads: 2,
    writes: 0,
  })
  expect(await may.call('orders.slots', { storeId: 's9' })).toMatchObject({ code: 'STORE_NOT_FOUND' })
})

it('lists nothing where nothing can be ordered ahead, for the shop’s read alone', async () => {
  const may = open({ store: { preorder: null } }).as('oMay')
  const nothing = async () =>
    expect(await may.call('orders.slots', { storeId: STORE })).toMatchObject({ data: { slots: [] } })
  expect(await shop.billed(nothing)).toEqual({ reads: 1, writes: 0 })
})

it('is placed while the store is closed, and remembers its slot', async () => {
  const may = open({ now: TEN + 11 * HOUR_MS }).as('oMay') // 21:00
  expect(await may.call('orders.place', anOrder())).toMatchObject({ code: 'STORE_CLOSED' })
  const { order } = await place(may, ahead({ lines: [latte, bagel] }))
  const slot = {
    ...monday,
    at: TEN - 10 * HOUR_MS + DAY_MS + 440 * MINUTE_MS,
    pointName: '3 号宿舍楼下',
    pointAddress: '东区 3 号楼南门',
  }
  expect(order).toMatchObject({ way: 'preorder', slot, destination: null, deliveryFen: 0 })
  expect(shop.row<OrderRow>('orders', order.id)).toMatchObject({
    stockDay: '20261123',
    pickupKey: `${STORE}:20261123:${order.pickupCode}`,
  })
})

it('takes the stock of the slot’s day, not of today', async () => {
  const may = open({ bagels: 0, store: { daily: { bagel: 4 } } }).as('oMay')
  expect(await may.call('orders.place', anOrder({ lines: [bagel] }))).toMatchObject({ code: 'SOLD_OUT' })
  await place(may, ahead({ lines: [{ ...bagel, qty: 3 }] }))
  expect([bagelsOf('20261122'), bagelsOf('20261123')]).toEqual([
    [0, 0, 0],
    [1, 3, 0],
  ])
  const more = ahead({ key: 'key-00002', lines: [{ ...bagel, qty: 2 }] })
  expect(await may.call('orders.place', more)).toMatchObject({
    code: 'SOLD_OUT',
    details: { lines: [{ line: 0, left: 1 }] },
  })
})

it('asks nothing of what is switched off today, unless today is the slot’s day', async () => {
  const noon = { ...dawn, id: 'noon', atMinute: 12 * 60, cutoffDays: 0, cutoffMinute: 11 * 60 }
  const both = { ...preorder, slots: [dawn, noon] }
  const may = open({ store: { preorder: both, soldOut: { bagel: '20261122' } } }).as('oMay')
  const today = { lines: [bagel], slot: { day: '20261122', slotId: 'noon' } }
  const off = { code: 'SOLD_OUT', details: { lines: [{ line: 0, left: 0 }] } }
  expect(await quoteOf(may, today)).toMatchObject(off)
  expect(await may.call('orders.place', ahead(today))).toMatchObject(off)
  ok(await quoteOf(may, { lines: [bagel] }))
  await place(may, ahead({ lines: [bagel] }))
})

it('takes nothing for any day that is switched off until further notice', async () => {
  const may = open({ store: { soldOut: { bagel: true } } }).as('oMay')
  const off = { code: 'SOLD_OUT', details: { lines: [{ line: 0, left: 0 }] } }
  expect(await quoteOf(may, { lines: [bagel] })).toMatchObject(off)
  expect(await may.call('orders.place', ahead({ lines: [bagel] }))).toMatchObject(off)
})

it('holds its units of the slot, sells them when it is paid, and frees them when it ends unpaid', async () => {
  const may = open().as('oMay')
  const placed = await place(may, ahead({ lines: [{ ...latte, qty: 2 }, bagel] }))
  expect(slotOf()).toEqual([3, 0])
  const unpaid = await place(may, ahead({ key: 'key-00002' }))
  expect(slotOf()).toEqual([4, 0])
  await pay(shop, placed)
  expect(slotOf()).toEqual([1, 3])
  await may.call('orders.cancel', { orderId: unpaid.order.id })
  await shop.advance(6 * MINUTE_MS)
  expect(slotOf()).toEqual([0, 3])
})

it('frees them when the shop gives the order up before it is made', async () => {
  const may = open({ staff: { oBoss: 'owner' } }).as('oMay')
  const placed = await place(may, ahead({ lines: [{ ...latte, qty: 2 }, bagel] }))
  await pay(shop, placed)
  const reason = '没料了'
  ok(await shop.as('oBoss').call('manager.refuse', { storeId: STORE, orderId: placed.order.id, reason }))
  expect([slotOf(), bagelsOf('20261123')]).toEqual([
    [0, 0],
    [10, 0, 0],
  ])
})

it('sells at once when there is nothing to be paid', async () => {
  const free = menuRow.products.map((p) => ({ ...p, skus: p.skus.map((s) => ({ ...s, priceFen: 0 })) }))
  const may = open({ menu: { products: free } }).as('oMay')
  const { order, payment } = await place(may, ahead({ lines: [latte, bagel] }))
  expect([order.state, payment]).toEqual(['paid', null])
  expect([slotOf(), bagelsOf('20261123')]).toEqual([
    [0, 2],
    [9, 0, 1],
  ])
})

it('bills an order ahead two reads and one write more than another', async () => {
  const may = open().as('oMay')
  await may.call('members.join', {})
  await may.call('catalogue.menu', { known: null })
  expect(await shop.billed(() => quoteOf(may))).toEqual({ reads: 2, writes: 0 })
  // one look at the slot before the transaction, one in it
  expect(await shop.billed(() => place(may, ahead()))).toEqual({ reads: 3, writes: 2 })
})

describe('refuses, and changes nothing', () => {
  const refused = async (over: Partial<PlaceInput>, refusal: object) => {
    const may = shop.as('oMay')
    const before = JSON.stringify(shop.rows('slots'))
    expect(await quoteOf(may, over)).toMatchObject({ ok: false, ...refusal })
    expect(await may.call('orders.place', ahead({ key: 'key-00009', ...over }))).toMatchObject({
      ok: false,
      ...refusal,
    })
    expect(JSON.stringify(shop.rows('slots'))).toBe(before)
  }

  it('no slot, an unknown one, one out of reach', async () => {
    open()
    await refused({ slot: null }, { code: 'SLOT_NEEDED' })
    await refused({ slot: { ...monday, slotId: 'dusk' } }, { code: 'SLOT_CLOSED' })
    for (const day of ['20261122', '20261125', '20261399'])
      await refused({ slot: { ...monday, day } }, { code: 'SLOT_CLOSED' })
    await refused({ slot: { ...monday, day: 'monday' } }, { code: 'BAD_INPUT' })
  })

  it('a slot from its cut-off on, to the millisecond', async () => {
    open({ now: TEN + 12 * HOUR_MS - 1 })
    await place(shop.as('oMay'), ahead())
    await shop.advance(1)
    await refused({}, { code: 'SLOT_CLOSED' })
  })

  it('more than the slot takes, with what is left', async () => {
    open()
    await place(shop.as('oLi'), ahead({ lines: [{ ...latte, qty: 4 }] }))
    await refused({ lines: [{ ...latte, qty: 2 }] }, { code: 'SLOT_FULL', details: { left: 1 } })
  })

  it('a store that is paused, and one that takes no orders ahead', async () => {
    open({ store: { paused: true } })
    await refused({}, { code: 'STORE_PAUSED' })
    shop.close()
    open({ store: { ways: ['pickup'] } })
    await refused({}, { code: 'WAY_NOT_OFFERED' })
    shop.close()
    open({ store: { preorder: null } })
    await refused({}, { code: 'WAY_NOT_OFFERED' })
  })
})

it('answers with the placed order when this very order filled the slot, or its cut-off passed', async () => {
  const may = open({ now: TEN + 12 * HOUR_MS - MINUTE_MS }).as('oMay')
  const input = ahead({ lines: [{ ...latte, qty: 5 }] })
  const { order } = await place(may, input)
  expect(await place(may, input)).toMatchObject({ order: { id: order.id } })
  await shop.advance(MINUTE_MS)
  expect(await place(may, input)).toMatchObject({ order: { id: order.id } })
  expect(slotOf()).toEqual([5, 0])
})

it('never takes more than its capacity from buyers who are first at once', async () => {
  open({ store: { preorder: { ...preorder, slots: [{ ...dawn, capacity: 10 }] } } })
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      shop.as(`oBuyer${i}`).call('orders.place', ahead({ lines: [bagel] })),
    ),
  )
  expect(replies.filter((r) => r.ok)).toHaveLength(10)
  for (const reply of replies) if (!reply.ok) expect(['SLOT_FULL', 'SOLD_OUT', 'BUSY']).toContain(reply.code)
  expect([slotOf(), bagelsOf('20261123')]).toEqual([
    [10, 0],
    [0, 10, 0],
  ])
})

it('begins again when somebody else was the first of the day, should the database call that a duplicate', async () => {
  const real = createTx({ raw: rawDatabase(), random: () => 0, wait: async () => undefined })
  const first = [new DuplicateKey('slots', '_id_'), new DuplicateKey('stock', '_id_')]
  const tx: RunTx = async (work) => {
    const duplicate = first.shift()
    if (duplicate) throw duplicate
    return real(work)
  }
  await place(open({ overrides: { tx } }).as('oMay'), ahead())
  expect(slotOf()).toEqual([1, 0])
})
