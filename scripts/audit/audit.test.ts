import type { BudgetRow, CouponRow, MemberRow, OrderRow, StockRow } from '../../cloudfunctions/database/rows'
import { bagel, join, latte, ok, pay, place } from '../../tests/builders/customer'
import { openShop, type TestShop } from '../../tests/builders/shop'
import { STORE } from '../../tests/builders/shop-rows'
import { audit } from './audit'
import { booksOf } from './books'

let shop: TestShop
const faults = () => audit(booksOf((name) => shop.rows(name), shop.now()))
/** Changes the first document of a collection behind the shop's back. */
function tamper<T extends object>(collection: string, change: (row: T) => Partial<T>): void {
  const [row] = shop.rows<T>(collection)
  if (!row) throw new Error(`nothing in ${collection}`)
  shop.put(collection, { ...row, ...change(row) })
}

/** May has bought with her coupon, and a unit went back. */
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' } })
  const may = shop.as('oMay')
  const coupon = await join(may)
  const placed = await place(may, { coupons: [coupon], lines: [latte, { ...bagel, qty: 2 }] })
  await pay(shop, placed)
  const at = { storeId: STORE, orderId: placed.order.id }
  ok(await shop.as('oBoss').call('manager.accept', at))
  const back = { units: [{ line: 1, units: 1 }], packaging: false, delivery: false, reason: '少了一个' }
  ok(await shop.as('oBoss').call('manager.refund', { ...at, ...back, refundsSeen: 0 }))
  expect(faults()).toEqual([])
})
afterEach(() => shop.close())

it.each<[what: string, tampering: () => void, words: RegExp]>([
  [
    'a coupon given back while its order lives',
    () => tamper<CouponRow>('coupons', () => ({ state: 'issued', orderId: null })),
    /its order makes it redeemed/,
  ],
  [
    'a coupon that names another order',
    () => tamper<CouponRow>('coupons', () => ({ orderId: 'o-other' })),
    /names o-other/,
  ],
  [
    'a coupon used twice',
    () =>
      tamper<OrderRow>('orders', (o) => ({
        _id: 'o-twin',
        pickupKey: 'twin',
        stockHeld: {},
        refunds: o.refunds,
      })),
    /is used by 2 orders/,
  ],
  [
    'a coupon on an order, and gone',
    () => tamper<OrderRow>('orders', () => ({ couponIds: ['ghost'] })),
    /ghost is on an order and is gone/,
  ],
  [
    'stock that was made',
    () => tamper<StockRow>('stock', (s) => ({ available: s.available + 1 })),
    /stock was made or lost/,
  ],
  [
    'stock that nobody bought',
    () => tamper<StockRow>('stock', (s) => ({ sold: s.sold + 1, available: s.available - 1 })),
    /sold 3, orders 2/,
  ],
  [
    'a budget that forgot a coupon',
    () => tamper<BudgetRow>('budgets', (b) => ({ issued: b.issued - 1 })),
    /issued 0 coupons, there are 1/,
  ],
  [
    'points from nowhere',
    () => tamper<MemberRow>('members', (m) => ({ account: { ...m.account, lots: { '202711': 9 } } })),
    /postings make/,
  ],
  [
    'a discount that is on no line',
    () => tamper<OrderRow>('orders', (o) => ({ orderOffFen: o.orderOffFen + 1 })),
    /orderOffFen add up to/,
  ],
  [
    'a refund that was never asked for',
    () => tamper<OrderRow>('orders', (o) => ({ refundedFen: o.refundedFen + 100 })),
    /it says/,
  ],
  [
    'more units back than were bought',
    () =>
      tamper<OrderRow>('orders', (o) => ({
        refunds: o.refunds.map((r) => ({ ...r, units: [{ line: 1, units: 5 }] })),
      })),
    /5 of 2 units/,
  ],
  [
    'an order that is closed and paid',
    () => tamper<OrderRow>('orders', () => ({ state: 'closed' })),
    /closed and keeps a payment/,
  ],
  [
    'an order that fell off the board',
    () => tamper<OrderRow>('orders', () => ({ boardOf: 'elsewhere' })),
    /not on its store's board/,
  ],
  [
    'an order that is in no list of its board',
    () => {
      const [order] = shop.rows<OrderRow>('orders')
      const { boardFrom: _gone, ...row } = order!
      shop.put('orders', row)
    },
    /on the board by halves/,
  ],
])('finds %s', (_what, tampering, words) => {
  tampering()
  expect(faults().join('\n')).toMatch(words)
})
