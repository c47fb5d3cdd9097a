import { DAY_MS, shopDay } from '@shared/kernel/time'
import type { SkuStock } from '@shared/stores/contract'
import type { ShopRow, StockRow } from '../../database/rows'
import { anOrder, bagel, latte, ok, pay, place } from '../../../tests/builders/customer'
import type { Doc, TxDb } from '../../platform/db'
import { createInstance } from '../../platform/instance'
import type { RunTx } from '../../platform/tx'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { shopRow, STORE, store } from '../../../tests/builders/shop-rows'

let shop: TestShop
function open(options: ShopOptions = {}) {
  shop = openShop({ staff: { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' }, ...options })
  return shop
}
afterEach(() => shop.close())

const at = (skuId: string) => ({ storeId: STORE, skuId })
const read = async (who = 'oChen') => ok(await shop.as(who).call('stores.stock', { storeId: STORE }))
const sku = async (skuId: string) => (await read()).skus.find((s) => s.skuId === skuId)
const setLeft = (left: number, who = 'oChen', skuId = 'bagel') =>
  shop.as(who).call('stores.setStock', { ...at(skuId), left })
const setDaily = (units: number | null, skuId = 'bagel', who = 'oBoss') =>
  shop.as(who).call('stores.setDaily', { ...at(skuId), units })
const setSoldOut = (soldOut: SkuStock['soldOut'], skuId = 'latte-l', who = 'oChen') =>
  shop.as(who).call('stores.setSoldOut', { ...at(skuId), soldOut })
const row = (skuId = 'bagel', days = 0) =>
  shop.row<StockRow>('stock', `${STORE}:${skuId}:${shopDay(shop.now() + days * DAY_MS)}`)
const daily = () => shop.row<ShopRow>('settings', 'shop')!.stores[STORE]!.daily
const buy = (units: number, who = 'oMay', key = 'key-00001') =>
  place(shop.as(who), { lines: [{ ...bagel, qty: units }], key })

/** A transaction in which something else happens as soon as it has read of the stock. */
function afterReadingStock(tx: RunTx, meddle: () => Promise<void>): RunTx {
  const meddling = (db: TxDb): TxDb => ({
    table<T extends Doc>(name: string) {
      const table = db.table<T>(name)
      const get = async (id: string) => {
        const doc = await table.get(id)
        if (name === 'stock') await meddle()
        return doc
      }
      return { ...table, get }
    },
  })
  let first = true
  return (work) =>
    tx((db) => {
      const handle = first ? meddling(db) : db
      first = false
      return work(handle)
    })
}

it('tells what is switched off and what is counted, in three reads', async () => {
  open({ bagels: 7, store: { soldOut: { 'latte-m': true, 'latte-l': '20261121', bagel: false } } })
  await buy(2)
  expect(await read()).toEqual({
    storeId: STORE,
    role: 'clerk',
    day: '20261122',
    menuVersion: 1,
    skus: [
      { skuId: 'bagel', soldOut: null, daily: 10, today: { supply: 7, left: 5, held: 2, sold: 0 } },
      { skuId: 'latte-m', soldOut: 'lasting', daily: null, today: null },
    ],
  })
  expect(await shop.billed(() => read())).toEqual({ reads: 3, writes: 0 })
})

it('counts an untouched day as its daily supply', async () => {
  open()
  await shop.advance(DAY_MS)
  expect(await sku('bagel')).toMatchObject({ today: { supply: 10, left: 10, held: 0, sold: 0 } })
})

describe('switching off', () => {
  it('stops orders and shows on the menu, and back again', async () => {
    open()
    expect(ok(await setSoldOut('today'))).toEqual({
      sku: { skuId: 'latte-l', soldOut: 'today', daily: null, today: null },
    })
    expect(await shop.as('oMay').call('orders.place', anOrder())).toMatchObject({ code: 'SOLD_OUT' })
    const menu = ok(await shop.as('oMay').call('catalogue.menu', { known: 1 }))
    expect(menu.soldOut[STORE]).toEqual(['latte-l'])
    expect(ok(await setSoldOut(null)).sku.soldOut).toBeNull()
    await place(shop.as('oMay'))
    expect(shop.row<ShopRow>('settings', 'shop')!.stores[STORE]!.soldOut).toEqual({})
  })

  it('ends by itself with the shop’s day', async () => {
    open()
    await setSoldOut('today')
    const gone = async () => ok(await shop.as('oMay').call('catalogue.menu', { known: 1 })).soldOut[STORE]
    expect(await gone()).toEqual(['latte-l'])
    await shop.advance(DAY_MS)
    expect(await gone()).toEqual([])
    expect(await sku('latte-l')).toBeUndefined()
    await place(shop.as('oMay'))
    expect(ok(await setSoldOut('today')).sku.soldOut).toBe('today')
  })

  it('lasts where it is to, tells the phones so, and is taken over by a day’s', async () => {
    open()
    await setSoldOut('lasting')
    await shop.advance(DAY_MS)
    expect(await shop.as('oMay').call('orders.place', anOrder())).toMatchObject({ code: 'SOLD_OUT' })
    const menu = ok(await shop.as('oMay').call('catalogue.menu', { known: 1 }))
    expect(menu.shop.stores[0]?.stopped).toEqual(['latte-l'])
    expect(ok(await setSoldOut('today')).sku.soldOut).toBe('today')
    await shop.advance(DAY_MS)
    await place(shop.as('oMay'))
  })

  it('costs two reads and a write, and says what is left of a counted one', async () => {
    open()
    await setSoldOut('today')
    expect(await shop.billed(() => setSoldOut(null))).toEqual({ reads: 2, writes: 1 })
    expect(ok(await setSoldOut('today', 'bagel')).sku).toMatchObject({
      soldOut: 'today',
      today: { left: 10 },
    })
  })

  it('keeps what another store and a colleague do', async () => {
    open({ shop: { stores: { [STORE]: store, s2: { ...store, id: 's2' } } } })
    await Promise.all([setSoldOut('today', 'latte-l'), setSoldOut('today', 'latte-m', 'oBoss')])
    const { stores } = shop.row<ShopRow>('settings', 'shop')!
    expect(stores[STORE]?.soldOut).toEqual({ 'latte-l': '20261122', 'latte-m': '20261122' })
    expect(stores['s2']?.soldOut).toEqual({})
  })

  it('knows no sku that neither menu nor store has; what left the menu can still be switched back', async () => {
    open({ store: { soldOut: { 'old-cake': true } } })
    expect(await setSoldOut('today', 'nothing')).toMatchObject({ code: 'SKU_NOT_FOUND' })
    expect(await setSoldOut(null, 'old-cake')).toMatchObject({ ok: true })
  })
})

describe('what is left today', () => {
  it('is what can still be sold; what orders hold and have bought stays', async () => {
    open()
    await pay(shop, await buy(2))
    await buy(1, 'oLi')
    expect(ok(await setLeft(2)).sku.today).toEqual({ supply: 5, left: 2, held: 1, sold: 2 })
    expect(row()).toMatchObject({ supply: 5, available: 2, held: 1, sold: 2 })
    await buy(2, 'oWu')
    expect(await shop.as('oXu').call('orders.place', anOrder({ lines: [bagel] }))).toMatchObject({
      code: 'SOLD_OUT',
      details: { lines: [{ line: 0, left: 0 }] },
    })
  })

  it('brings an untouched day into being', async () => {
    open()
    await shop.advance(DAY_MS)
    expect(ok(await setLeft(3)).sku.today).toEqual({ supply: 3, left: 3, held: 0, sold: 0 })
    expect(row()).toEqual({
      _id: 's1:bagel:20261123',
      storeId: STORE,
      skuId: 'bagel',
      day: '20261123',
      supply: 3,
      available: 3,
      held: 0,
      sold: 0,
    })
  })

  it('shows as sold out at nothing, and no longer when there is some', async () => {
    open()
    const gone = async () => ok(await shop.as('oMay').call('catalogue.menu', { known: 1 })).soldOut[STORE]
    await setLeft(0)
    expect(row()?.emptyOf).toBe('shop')
    expect(await gone()).toEqual(['bagel'])
    await setLeft(1)
    expect(row()).not.toHaveProperty('emptyOf')
    expect(await gone()).toEqual([])
    await shop.advance(DAY_MS)
    await setLeft(0)
    expect(await gone()).toEqual(['bagel'])
  })

  it('comes back when an order ends unpaid', async () => {
    open()
    const { order } = await buy(2)
    await setLeft(0)
    ok(await shop.as('oMay').call('orders.cancel', { orderId: order.id }))
    await shop.advance(DAY_MS / 24)
    expect(row()).toMatchObject({ supply: 2, available: 2, held: 0, sold: 0 })
    expect(row()).not.toHaveProperty('emptyOf')
  })

  it.each([0, 1])('loses no sale that happens between its reading and its writing (day %d)', async (days) => {
    const overrides: { tx?: RunTx } = {}
    open({ overrides })
    await shop.advance(days * DAY_MS)
    overrides.tx = afterReadingStock(createInstance().tx, async () => {
      delete overrides.tx
      await buy(3)
    })
    expect(ok(await setLeft(4)).sku.today).toEqual({ supply: 7, left: 4, held: 3, sold: 0 })
    expect(overrides).toEqual({})
    expect(row()).toMatchObject({ supply: 7, available: 4, held: 3, sold: 0 })
  })

  it('meets the first sale of an untouched day', async () => {
    open()
    await shop.advance(DAY_MS)
    const [set, order] = await Promise.all([
      setLeft(4),
      shop.as('oMay').call('orders.place', anOrder({ lines: [bagel] })),
    ])
    expect([set.ok, order.ok]).toEqual([true, true])
    const { supply, available, held, sold } = row()!
    expect([held, sold, available + held + sold]).toEqual([1, 0, supply])
    expect([3, 4]).toContain(available)
  })

  it('is refused for what is not counted, and for what is no number of units', async () => {
    open()
    expect(await setLeft(2, 'oChen', 'latte-l')).toMatchObject({ code: 'NOT_COUNTED' })
    for (const left of [-1, 0.5, 10_000, 1e15])
      expect(await setLeft(left)).toMatchObject({ code: 'BAD_INPUT', details: { path: 'left' } })
    expect(row()).toMatchObject({ available: 10 })
  })
})

describe('the daily supply', () => {
  it('begins to count today, and other days as they come', async () => {
    open()
    await place(shop.as('oMay'))
    expect(ok(await setDaily(5, 'latte-l')).sku).toEqual({
      skuId: 'latte-l',
      soldOut: null,
      daily: 5,
      today: { supply: 5, left: 5, held: 0, sold: 0 },
    })
    await place(shop.as('oLi'), { lines: [{ ...latte, qty: 5 }] })
    expect(await shop.as('oWu').call('orders.place', anOrder())).toMatchObject({ code: 'SOLD_OUT' })
    await shop.advance(DAY_MS)
    await place(shop.as('oWu'))
  })

  it('of another number counts from tomorrow on: today keeps its own, touched or not', async () => {
    open()
    await setLeft(2)
    expect(ok(await setDaily(40)).sku).toMatchObject({ daily: 40, today: { left: 2 } })
    await shop.advance(DAY_MS)
    expect(ok(await setDaily(5)).sku).toMatchObject({ daily: 5, today: { supply: 40, left: 40 } })
    expect(await sku('bagel')).toMatchObject({ daily: 5, today: { left: 40 } })
    await shop.advance(DAY_MS)
    expect(await sku('bagel')).toMatchObject({ today: { left: 5 } })
  })

  it('takes what orders hold of days ahead off the new number', async () => {
    open()
    const tomorrow = { ...row()!, day: '20261123', held: 3, sold: 4, available: 3, supply: 10 }
    shop.put('stock', { ...tomorrow, _id: 's1:bagel:20261123' })
    await setDaily(20)
    expect(row('bagel', 1)).toMatchObject({ supply: 20, available: 13, held: 3, sold: 4 })
    await setDaily(5)
    expect(row('bagel', 1)).toMatchObject({ supply: 7, available: 0, held: 3, sold: 4, emptyOf: 'shop' })
  })

  it('no longer counted: orders keep what they hold, and give it back where they took it', async () => {
    open()
    const paid = await buy(2)
    const given = await buy(3, 'oLi')
    expect(ok(await setDaily(null)).sku).toEqual({ skuId: 'bagel', soldOut: null, daily: null, today: null })
    expect(daily()).toEqual({})
    // nothing is counted now: more than there ever was can be ordered
    await place(shop.as('oWu'), { lines: [{ ...bagel, qty: 99 }] })
    expect(row()).toMatchObject({ available: 5, held: 5, sold: 0 })
    await pay(shop, paid)
    ok(await shop.as('oChen').call('manager.accept', { storeId: STORE, orderId: paid.order.id }))
    ok(await shop.as('oLi').call('orders.cancel', { orderId: given.order.id }))
    await shop.advance(DAY_MS / 24)
    expect(row()).toMatchObject({ supply: 10, available: 8, held: 0, sold: 2 })
    // counted again by mistake and back: nothing was made or lost
    expect(ok(await setDaily(10)).sku.today).toEqual({ supply: 10, left: 8, held: 0, sold: 2 })
  })

  it('hides no sold-out mark of a sku that is no longer counted', async () => {
    open()
    await setLeft(0)
    await setDaily(null)
    expect(ok(await shop.as('oMay').call('catalogue.menu', { known: 1 })).soldOut[STORE]).toEqual([])
    await buy(1)
  })

  it('is for owner and managers, and a whole number of at least one', async () => {
    open()
    expect(await setDaily(5, 'bagel', 'oChen')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await setDaily(5, 'bagel', 'oLin')).toMatchObject({ ok: true })
    expect(await setDaily(5, 'nothing')).toMatchObject({ code: 'SKU_NOT_FOUND' })
    for (const units of [0, -1, 0.5, 10_000])
      expect(await setDaily(units)).toMatchObject({ code: 'BAD_INPUT', details: { path: 'units' } })
  })
})

it('is closed to customers, to other stores’ staff and where there is no store (law 16)', async () => {
  open({ shop: { ...shopRow, stores: { [STORE]: store, s2: { ...store, id: 's2' } } } })
  shop.put('counters', { _id: 's2', staff: {} })
  for (const [who, storeId] of [
    ['oMay', STORE],
    ['oBoss', 's2'],
    ['oBoss', 's9'],
  ] as const) {
    const as = shop.as(who)
    const replies = await Promise.all([
      as.call('stores.stock', { storeId }),
      as.call('stores.setSoldOut', { storeId, skuId: 'bagel', soldOut: 'today' }),
      as.call('stores.setStock', { storeId, skuId: 'bagel', left: 1 }),
      as.call('stores.setDaily', { storeId, skuId: 'bagel', units: null }),
    ])
    for (const reply of replies) expect(reply).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(row()).toMatchObject({ available: 10 })
  expect(daily()).toEqual({ bagel: 10 })
})

it('says in the log who changed the stock', async () => {
  open()
  await setSoldOut('today')
  await setLeft(3)
  await setDaily(7)
  const by = (who: string) => shop.as(who).memberId
  expect(shop.logs.filter((line) => line.event.startsWith('stores.'))).toMatchObject([
    { event: 'stores.soldOut', skuId: 'latte-l', soldOut: 'today', by: by('oChen') },
    { event: 'stores.stock', skuId: 'bagel', left: 3, by: by('oChen') },
    { event: 'stores.daily', skuId: 'bagel', units: 7, by: by('oBoss') },
  ])
})
