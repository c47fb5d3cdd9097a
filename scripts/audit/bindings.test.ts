import type { BindingRow, MemberRow, OrderRow } from '../../cloudfunctions/database/rows'
import { join, place } from '../../tests/builders/customer'
import { come, promoter } from '../../tests/builders/friends'
import { openShop, type TestShop } from '../../tests/builders/shop'
import { bindings } from './bindings'
import { booksOf } from './books'

let shop: TestShop
const faults = () => bindings(booksOf((name) => shop.rows(name), shop.now()))
const zoe = () => shop.as('oZoe')

/** Ann brought Zoe, who has ordered. */
beforeEach(async () => {
  shop = openShop()
  const ann = await promoter(shop, 'oAnn')
  await come(zoe(), ann.code)
  await join(zoe())
  await place(zoe())
  expect(faults()).toEqual([])
})
afterEach(() => shop.close())

const own = <T extends { _id: string }>(collection: string) =>
  shop.rows<T>(collection).find((row) => row._id === zoe().memberId || collection === 'orders')!
function tamper<T extends { _id: string }>(collection: string, change: (row: T) => Partial<T>): void {
  const row = own<T>(collection)
  shop.put(collection, { ...row, ...change(row) })
}

it.each<[what: string, tampering: () => void, words: RegExp]>([
  [
    'a binding to oneself',
    () => tamper<BindingRow>('bindings', ({ _id }) => ({ promoter: _id })),
    /to themselves/,
  ],
  [
    'a promoter who came later',
    () => tamper<BindingRow>('bindings', ({ boundAt }) => ({ promoterSince: boundAt })),
    /was no member before/,
  ],
  [
    'a circle',
    () => {
      const row = own<BindingRow>('bindings')
      shop.put('bindings', { ...row, _id: row.promoter, promoter: row._id })
    },
    /was brought later/,
  ],
  ['a touch of long ago', () => tamper<BindingRow>('bindings', () => ({ touchAt: 0 })), /outside its days/],
  [
    'a touch that nobody noted',
    () => tamper<BindingRow>('bindings', () => ({ touches: [] })),
    /not among those/,
  ],
  [
    'a member who names another',
    () => tamper<MemberRow>('members', ({ bound }) => ({ bound: { ...bound!, promoter: 'm-other' } })),
    /the member names m-other/,
  ],
  [
    'an order that names another',
    () => tamper<OrderRow>('orders', () => ({ promoter: 'm-other' })),
    /names m-other/,
  ],
  [
    'an order that says how, and not who',
    () => tamper<OrderRow>('orders', () => ({ promoter: null })),
    /says how/,
  ],
])('finds %s', (_what, tampering, words) => {
  tampering()
  expect(faults().join('\n')).toMatch(words)
})
