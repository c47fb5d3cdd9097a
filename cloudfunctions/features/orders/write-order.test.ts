/** When the transaction of an order is begun, and that it never outlives a refusal. */
import { anOrder, couponRow, join, wrongInTheBooks } from '../../../tests/builders/customer'
import { openShop, type Person, type ShopOptions, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let may: Person
let couponId: string
async function open(options: ShopOptions = {}): Promise<void> {
  shop = openShop(options)
  may = shop.as('oMay')
  couponId = await join(may)
  // a warm instance has the menu
  await may.call('home.open', { knownMenu: null })
}
afterEach(() => {
  jest.restoreAllMocks()
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})

type Handle = TestShop['cloud']['database']['handle']
/** Database calls from now on, by name, in the order in which they arrive; `before` may hold one back or answer it. */
function watched(before: (name: string) => ReturnType<Handle> | void = () => undefined): string[] {
  const { database } = shop.cloud
  const handle: Handle = database.handle.bind(database)
  const names: string[] = []
  jest.spyOn(database, 'handle').mockImplementation(async (request) => {
    const name = `${request.action.replace('database.', '')} ${request.collectionName ?? ''}`.trim()
    names.push(name)
    return (await before(name)) ?? handle(request)
  })
  return names
}
const place = (over: Parameters<typeof anOrder>[0] = {}) =>
  may.call('orders.place', anOrder({ coupons: [couponId], ...over }))

it('begins the transaction of an order with a coupon while the buyer is still being read', async () => {
  await open()
  let begun = () => undefined as void
  const isBegun = new Promise<void>((resolve) => (begun = resolve))
  const calls = watched((name) => {
    if (name === 'startTransaction') begun()
    // if the two came one after the other, this would wait for ever
    if (name === 'aggregateDocuments members') return isBegun as Promise<never>
  })
  expect(await place()).toMatchObject({ ok: true })
  expect(calls.filter((name) => !name.startsWith('aggregate'))).toEqual([
    'startTransaction',
    'getDocument coupons',
    'modifyDocument coupons',
    'insertDocument orders',
    'commitTransaction',
  ])
})

it('begins none for an order that holds nothing', async () => {
  await open()
  const calls = watched()
  expect(await place({ coupons: [] })).toMatchObject({ ok: true })
  expect(calls).toEqual(['aggregateDocuments members', 'insertDocument orders'])
})

it('rolls it back, with nothing read or written in it, when the basket is refused', async () => {
  await open({ store: { paused: true } })
  const calls = watched()
  expect(await place()).toMatchObject({ code: 'STORE_PAUSED' })
  expect(calls.toSorted()).toEqual([
    'abortTransaction',
    'aggregateDocuments members',
    'getDocument orders',
    'startTransaction',
  ])
  expect(couponRow(shop, couponId)).toMatchObject({ state: 'issued' })
})

it('rolls it back when the buyer can’t be read, and can place afterwards', async () => {
  await open()
  const calls = watched((name) =>
    name.startsWith('aggregate')
      ? Promise.resolve({ requestId: 'r', code: 'DATABASE_REQUEST_FAILED', message: 'down' })
      : undefined,
  )
  expect(await place()).toMatchObject({ code: 'INTERNAL' })
  expect(calls).toContain('abortTransaction')
  jest.restoreAllMocks()
  expect(await place()).toMatchObject({ ok: true })
})

it('fails as one when it can’t be begun, whatever becomes of the buyer’s read', async () => {
  await open()
  watched(() => Promise.resolve({ requestId: 'r', code: 'DATABASE_REQUEST_FAILED', message: 'down' }))
  expect(await place()).toMatchObject({ code: 'INTERNAL' })
  jest.restoreAllMocks()
  expect(await place()).toMatchObject({ ok: true })
})
