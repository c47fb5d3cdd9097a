import { MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import { latte, ok, pay, place } from '../../../tests/builders/customer'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
beforeEach(() => (shop = openShop({ staff: { oBoss: 'owner' } })))
afterEach(() => shop.close())

const paid = async (who: Person, qty: number, key = 'key-00001') => {
  const placed = await place(who, { lines: [{ ...latte, qty }], key })
  await pay(shop, placed)
  return placed.order.id
}
const seen = async (who: Person, orderId: string) => ok(await who.call('orders.get', { orderId }))
const serve = async (action: 'manager.accept' | 'manager.ready', orderId: string) =>
  void ok(await shop.as('oBoss').call(action, { storeId: STORE, orderId }))

it('tells how many units are before an order, and when it should be ready, in one read', async () => {
  const [may, li] = [shop.as('oMay'), shop.as('oLi')]
  const first = await paid(may, 3)
  await shop.advance(MINUTE_MS)
  const second = await paid(li, 2)
  expect(await shop.billed(() => seen(li, second))).toEqual({ reads: 1, writes: 0 })
  const inLine = (ahead: number, units: number) => ({ ahead, readyAt: shop.now() + units * 90 * SECOND_MS })
  expect((await seen(may, first)).queue).toEqual(inLine(0, 3))
  expect((await seen(li, second)).queue).toEqual(inLine(3, 5))
  await serve('manager.accept', second)
  expect((await seen(may, first)).queue).toEqual(inLine(2, 5))
  expect((await seen(li, second)).queue).toEqual(inLine(0, 2))
  await serve('manager.ready', second)
  expect((await seen(may, first)).queue).toEqual(inLine(0, 3))
  expect((await seen(li, second)).queue).toBeNull()
})

it('says nothing of a line before it is paid, nor to somebody else (law 16)', async () => {
  const may = shop.as('oMay')
  const { order } = await place(may)
  expect((await seen(may, order.id)).queue).toBeNull()
  expect(await shop.as('oLi').call('orders.get', { orderId: order.id })).toMatchObject({
    ok: false,
    code: 'ORDER_NOT_FOUND',
  })
})

it('goes by the pace of its own store at the time it was placed', async () => {
  const may = shop.as('oMay')
  const orderId = await paid(may, 2)
  const settings = shop.row<{ stores: Record<string, object> }>('settings', 'shop')!
  shop.put('settings', {
    ...settings,
    stores: { [STORE]: { ...settings.stores[STORE], secondsPerUnit: 600 } },
  })
  expect((await seen(may, orderId)).queue).toEqual({ ahead: 0, readyAt: shop.now() + 180 * SECOND_MS })
})
