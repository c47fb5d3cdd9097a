import { live } from './crash'
import { anOrder, bagel, bagels, ok, orderRow } from './customer'
import { openShop, type TestShop } from './shop'
import { SECOND_MS } from '@shared/kernel/time'
import type { OrderRow } from '../../cloudfunctions/database/rows'

let shop: TestShop
beforeEach(async () => {
  shop = openShop()
  // the instance is warm: it holds the menu
  await shop.as('oLi').call('catalogue.menu', { known: null })
})
afterEach(() => shop.close())

/** The number of an invocation's last database operation. */
const lastOf = async (invoke: () => Promise<unknown>) => (await live(null, invoke)).operations
const placing = () => shop.as('oMay').call('orders.place', anOrder())
const orders = () => shop.rows<OrderRow>('orders').length

it('counts the operations of an invocation that lives', async () => {
  const lived = await live(null, placing)
  expect(lived).toMatchObject({ crashed: false, value: { ok: true } })
  expect(lived.operations).toBe(await lastOf(() => shop.as('oLi').call('orders.place', anOrder())))
})

it('dies before the database hears of an operation, or after it was carried out', async () => {
  const at = await lastOf(() => shop.as('oLi').call('orders.place', anOrder()))
  expect(await live({ at, when: 'before' }, placing)).toEqual({ crashed: true, operations: at })
  expect(orders()).toBe(1)
  expect(await live({ at, when: 'after' }, placing)).toEqual({ crashed: true, operations: at })
  expect(orders()).toBe(2)
  const { order } = ok(await placing())
  expect(orderRow(shop, order.id).state).toBe('pendingPay')
  expect(orders()).toBe(2)
})

it('does nothing once it is dead: no payment is created, no delayed call asked for', async () => {
  const at = await lastOf(() => shop.as('oLi').call('orders.place', anOrder()))
  await live({ at, when: 'after' }, placing)
  const order = shop.rows<OrderRow>('orders').find(({ openid }) => openid === 'oMay')
  expect(shop.wechat.pay.trade(order!._id)).toBeUndefined()
  await shop.advance(31 * 60 * SECOND_MS)
  expect(orderRow(shop, order!._id).state).toBe('pendingPay')
})

it('leaves its transaction open, and locked what it wrote, until it times out', async () => {
  const order = () => shop.as('oMay').call('orders.place', anOrder({ lines: [bagel] }))
  const { operations } = await live(null, () =>
    shop.as('oLi').call('orders.place', anOrder({ lines: [bagel], key: 'key-00002' })),
  )
  expect((await live({ at: operations, when: 'before' }, order)).crashed).toBe(true)
  expect(bagels(shop)).toMatchObject({ available: 9, held: 1 })
  await shop.advance(31 * SECOND_MS)
  expect(ok(await order()).order.state).toBe('pendingPay')
  expect(bagels(shop)).toMatchObject({ available: 8, held: 2 })
})
