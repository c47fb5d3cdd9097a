import type { OrderRow } from '../../database/rows'
import { anOrder, latte, ok, place, wrongInTheBooks, type PlaceInput } from '../../../tests/builders/customer'
import { openShop, type Person, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { store } from '../../../tests/builders/shop-rows'

let shop: TestShop
const delivery = {
  radiusM: 3000,
  minimumFen: 1500,
  bands: [
    { toM: 1000, feeFen: 200 },
    { toM: 3000, feeFen: 500 },
  ],
  freeFromFen: 4000,
  minutes: 30,
}
const open = (over: ShopOptions['store'] = {}) =>
  (shop = openShop({ store: { ways: ['pickup', 'delivery'], delivery, ...over } }))
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})

/** So many metres north of the store. */
const addressAt = async (who: Person, metres: number): Promise<string> =>
  ok(
    await who.call('addresses.save', {
      id: null,
      name: '阿May',
      phone: '13800000002',
      address: '学府路 18 号',
      detail: '3 号楼 502',
      lat: store.lat + metres / 111_194.93,
      lng: store.lng,
    }),
  ).id
const quoteOf = async (who: Person, over: Partial<PlaceInput>) => {
  const { storeId, lines, packagingId, usePoints, slot, addressId } = anOrder(over)
  const input = { storeId, lines, packagingId, usePoints, slot, addressId, way: 'delivery' as const }
  return who.call('orders.quote', { ...input, coupons: 'best' })
}
const delivered = (over: Partial<PlaceInput>) => anOrder({ way: 'delivery', ...over })

it('quotes the fee of the distance, and freezes where it goes', async () => {
  const may = open().as('oMay')
  const addressId = await addressAt(may, 2500)
  expect(ok(await quoteOf(may, { addressId })).quote).toMatchObject({
    goodsFen: 1900,
    deliveryFen: 500,
    payFen: 2400,
  })
  const { order } = await place(may, delivered({ addressId, expectPayFen: 2400 }))
  const destination = {
    name: '阿May',
    phone: '13800000002',
    address: '学府路 18 号 3 号楼 502',
    lat: store.lat + 2500 / 111_194.93,
    lng: store.lng,
    distanceM: 2500,
  }
  expect(order).toMatchObject({ way: 'delivery', deliveryFen: 500, payFen: 2400, destination })
  await may.call('addresses.remove', { id: addressId })
  expect(ok(await may.call('orders.get', { orderId: order.id })).order.destination).toEqual(destination)
})

it('is free from ¥40 of goods on, and nearer is cheaper', async () => {
  const may = open().as('oMay')
  const [near, far] = [await addressAt(may, 900), await addressAt(may, 2900)]
  expect(ok(await quoteOf(may, { addressId: near })).quote).toMatchObject({ deliveryFen: 200 })
  const three = [{ ...latte, qty: 3 }]
  expect(ok(await quoteOf(may, { addressId: far, lines: three })).quote).toMatchObject({
    deliveryFen: 0,
    payFen: 5700,
  })
})

it('bills a member’s delivery no read more than any other quote, and two more to who is no member', async () => {
  const may = open().as('oMay')
  await may.call('members.join', {})
  await may.call('catalogue.menu', { known: null })
  const addressId = await addressAt(may, 900)
  expect(await shop.billed(() => quoteOf(may, { addressId }))).toEqual({ reads: 1, writes: 0 })
  const li = shop.as('oLi')
  const other = await addressAt(li, 900)
  expect(await shop.billed(() => quoteOf(li, { addressId: other }))).toEqual({ reads: 3, writes: 0 })
})

describe('refuses, and changes nothing', () => {
  const refused = async (over: Partial<PlaceInput>, refusal: object) => {
    const may = shop.as('oMay')
    expect(await quoteOf(may, over)).toMatchObject({ ok: false, ...refusal })
    expect(await may.call('orders.place', delivered(over))).toMatchObject({ ok: false, ...refusal })
    expect(shop.rows<OrderRow>('orders')).toEqual([])
  }

  it('no address, an unknown one, and somebody else’s', async () => {
    const addressId = await addressAt(open().as('oLi'), 900)
    for (const of of [null, 'nowhere', addressId])
      await refused({ addressId: of }, { code: 'ADDRESS_NEEDED' })
  })

  it('what lies beyond the radius', async () => {
    const addressId = await addressAt(open().as('oMay'), 3001)
    await refused({ addressId }, { code: 'TOO_FAR', details: { distanceM: 3001, radiusM: 3000 } })
  })

  it('goods below the minimum, whatever the fee adds', async () => {
    const addressId = await addressAt(open({ delivery: { ...delivery, minimumFen: 2000 } }).as('oMay'), 2500)
    const details = { minimumFen: 2000, shortFen: 100 }
    await refused({ addressId }, { code: 'BELOW_MINIMUM', details })
  })

  it('a store that delivers nothing, whatever its ways say', async () => {
    const addressId = await addressAt(open({ delivery: null }).as('oMay'), 900)
    await refused({ addressId }, { code: 'WAY_NOT_OFFERED' })
  })
})

it('has a minimum for what is fetched, and lets a coupon go below it', async () => {
  const may = open({ minimumFen: 1900 }).as('oMay')
  const coupon = ok(await may.call('members.join', {})).welcomed?.id ?? ''
  const { order } = await place(may, { coupons: [coupon] })
  expect(order).toMatchObject({ goodsFen: 1900, payFen: 1400 })
  const cheap = { ...latte, skuId: 'latte-m' }
  expect(await may.call('orders.place', anOrder({ key: 'key-00002', lines: [cheap] }))).toMatchObject({
    ok: false,
    code: 'BELOW_MINIMUM',
    details: { minimumFen: 1900, shortFen: 300 },
  })
})

it('empties where an ended order went when the person leaves', async () => {
  const may = open().as('oMay')
  const addressId = await addressAt(may, 900)
  const { order } = await place(may, delivered({ addressId }))
  await may.call('orders.cancel', { orderId: order.id })
  await shop.advance(6 * 60_000)
  expect(await may.call('members.leave', {})).toMatchObject({ ok: true })
  expect(shop.row<OrderRow>('orders', order.id)).toMatchObject({ state: 'closed', destination: null })
  expect(shop.rows('addresses')).toEqual([])
})
