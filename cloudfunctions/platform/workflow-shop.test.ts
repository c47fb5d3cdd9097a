/** The whole shop with its payments on the workflow route: the same orders, holds and refunds as through `cloudPay`. */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import {
  bagel,
  bagels,
  couponRow,
  join,
  latte,
  orderRow,
  pay,
  place,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../tests/builders/customer'
import { routeRow } from '../../tests/builders/pay-desk'
import { openShop, type Person, type TestShop } from '../../tests/builders/shop'
import { STORE } from '../../tests/builders/shop-rows'

let shop: TestShop
let may: Person
let placed: Placed
let couponId: string
beforeEach(async () => {
  shop = openShop({ shop: { pay: routeRow('workflow') }, staff: { oChef: 'manager' } })
  may = shop.as('oMay')
  couponId = await join(may)
  placed = await place(may, { coupons: [couponId], lines: [latte, bagel] })
})
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
const order = () => orderRow(shop, placed.order.id)

it('pays with what wx.requestPayment takes in v3, and pays it again with the same', async () => {
  expect(placed.payment).toMatchObject({ package: expect.stringMatching(/^prepay_id=/), signType: 'RSA' })
  const again = await may.call('orders.pay', { orderId: placed.order.id })
  expect(again).toMatchObject({ ok: true, data: { payment: { package: placed.payment?.package } } })
})

it('books the payment that the workflow reports, once, however it is delivered', async () => {
  shop.wechat.pay.setFaults({ times: 3, parallel: true })
  await pay(shop, placed)
  await shop.advance(MINUTE_MS)
  expect(order()).toMatchObject({ state: 'paid', transactionId: expect.stringMatching(/^4200/) })
  expect(couponRow(shop, couponId)).toMatchObject({ state: 'redeemed' })
  expect(bagels(shop)).toEqual({ available: 9, held: 0, sold: 1 })
})

it('a payment that nobody reported is found when the order is due', async () => {
  shop.wechat.pay.setFaults({ drop: true })
  shop.wechat.pay.confirm(prepayOf(placed))
  await shop.advance(31 * MINUTE_MS)
  expect(order()).toMatchObject({ state: 'paid' })
})

it('closes what nobody paid, and frees what it held', async () => {
  await shop.advance(30 * MINUTE_MS + 3 * SECOND_MS)
  expect(order()).toMatchObject({ state: 'closed' })
  expect(bagels(shop)).toEqual({ available: 10, held: 0, sold: 0 })
})

it('gives the money back when the shop gives the order up', async () => {
  await pay(shop, placed)
  const refused = await shop
    .as('oChef')
    .call('manager.refuse', { storeId: STORE, orderId: placed.order.id, reason: '没有豆子了' })
  expect(refused).toMatchObject({ ok: true })
  await shop.advance(HOUR_MS)
  expect(order()).toMatchObject({ state: 'refunded', refundedFen: placed.order.payFen })
  expect(shop.wechat.pay.trade(placed.order.id)?.refunds).toHaveLength(1)
})
