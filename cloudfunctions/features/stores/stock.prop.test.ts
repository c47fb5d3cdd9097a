import * as fc from 'fast-check'
import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { SkuStock } from '@shared/stores/contract'
import type { OrderRow, StockRow } from '../../database/rows'
import { anOrder, bagel, bought, latte, pay, unpaid, type Placed } from '../../../tests/builders/customer'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

/** Both are counted at times: the bagel from the start, the latte when somebody says so. */
const SKUS = ['bagel', 'latte-l'] as const
const sku = fc.nat(1)
type Deed =
  | { readonly do: 'place'; readonly bagels: number; readonly lattes: number; readonly key: number }
  | { readonly do: 'pay' | 'cancel' | 'refuse' | 'accept'; readonly of: number }
  | { readonly do: 'setStock'; readonly sku: number; readonly left: number }
  | { readonly do: 'setDaily'; readonly sku: number; readonly units: number | null }
  | { readonly do: 'setSoldOut'; readonly sku: number; readonly soldOut: SkuStock['soldOut'] }
  | { readonly do: 'wait'; readonly minutes: number }

const ofOrder = (name: 'pay' | 'cancel' | 'refuse' | 'accept') =>
  fc.record({ do: fc.constant(name), of: fc.nat(6) })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      bagels: fc.nat(2),
      lattes: fc.nat(2),
      key: fc.nat(99),
    }),
  },
  { weight: 3, arbitrary: ofOrder('pay') },
  { weight: 2, arbitrary: ofOrder('cancel') },
  ofOrder('refuse'),
  ofOrder('accept'),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('setStock' as const), sku, left: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('setDaily' as const),
      sku,
      units: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
  },
  fc.record({
    do: fc.constant('setSoldOut' as const),
    sku,
    soldOut: fc.constantFrom('today' as const, 'lasting' as const, null),
  }),
)
/** Past the deadline of an unpaid order, and past midnight. A clock that leaps would end a transaction that is under way. */
const wait: fc.Arbitrary<Deed[]> = fc
  .constantFrom(1, 31, 13 * 60)
  .map((minutes) => [{ do: 'wait' as const, minutes }])
/** Up to four things happen at once, then the next. */
const step = fc.oneof({ weight: 5, arbitrary: fc.array(deed, { minLength: 1, maxLength: 4 }) }, wait)
const history = fc.array(step, { minLength: 4, maxLength: 14 })

/** Law 6 on every document of the stock: nothing below zero, nothing made or lost, and what orders hold is what it says. */
function wrongInTheStock(shop: TestShop): string[] {
  const orders = shop.rows<OrderRow>('orders')
  return shop.rows<StockRow>('stock').flatMap((row) => {
    const { _id, available, held, sold, supply } = row
    const units = (of: (o: OrderRow) => boolean) =>
      orders
        .filter((o) => of(o) && o.stockDay === row.day)
        .reduce((sum, o) => sum + (o.stockHeld[row.skuId] ?? 0), 0)
    return [
      available < 0 && `${_id}: ${available} available`,
      available + held + sold !== supply && `${_id}: ${available} + ${held} + ${sold} ≠ ${supply}`,
      held !== units(unpaid) && `${_id}: ${held} held, orders hold ${units(unpaid)}`,
      sold !== units(bought) && `${_id}: ${sold} sold, orders bought ${units(bought)}`,
      (row.emptyOf === 'shop') !== (available === 0) && `${_id}: marked wrongly at ${available}`,
    ].filter((wrong) => wrong !== false)
  })
}

async function play(shop: TestShop, steps: readonly (readonly Deed[])[]) {
  const boss = shop.as('oBoss')
  const placed: Placed[] = []
  const order = (of: number) => placed[of % Math.max(1, placed.length)]
  const of = (i: number) => ({ storeId: STORE, skuId: SKUS[i] ?? 'bagel' })
  const deeds: Record<Deed['do'], (d: never) => Promise<unknown>> = {
    async place(d: Extract<Deed, { do: 'place' }>) {
      const wanted = [
        { ...bagel, qty: d.bagels },
        { ...latte, qty: d.lattes },
      ].filter((line) => line.qty > 0)
      const lines = wanted.length > 0 ? wanted : [bagel]
      const reply = await shop.as('oMay').call('orders.place', anOrder({ lines, key: `key-000${d.key}x` }))
      if (reply.ok) placed.push(reply.data)
    },
    async pay(d: { of: number }) {
      const one = order(d.of)
      if (one?.payment) await pay(shop, one)
    },
    async cancel(d: { of: number }) {
      const one = order(d.of)
      if (one) await shop.as('oMay').call('orders.cancel', { orderId: one.order.id })
    },
    async refuse(d: { of: number }) {
      const one = order(d.of)
      if (one) await boss.call('manager.refuse', { storeId: STORE, orderId: one.order.id, reason: '没料了' })
    },
    async accept(d: { of: number }) {
      const one = order(d.of)
      if (one) await boss.call('manager.accept', { storeId: STORE, orderId: one.order.id })
    },
    setStock: (d: Extract<Deed, { do: 'setStock' }>) =>
      boss.call('stores.setStock', { ...of(d.sku), left: d.left }),
    setDaily: (d: Extract<Deed, { do: 'setDaily' }>) =>
      boss.call('stores.setDaily', { ...of(d.sku), units: d.units }),
    setSoldOut: (d: Extract<Deed, { do: 'setSoldOut' }>) =>
      boss.call('stores.setSoldOut', { ...of(d.sku), soldOut: d.soldOut }),
    wait: (d: { minutes: number }) => shop.advance(d.minutes * MINUTE_MS),
  }
  for (const step of steps) {
    await Promise.all(step.map((d) => deeds[d.do](d as never)))
    expect(wrongInTheStock(shop)).toEqual([])
    expect(shop.logs.filter((line) => line.level === 'error')).toEqual([])
  }
}

it('keeps law 6 whatever owner, customers and clock do at once', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const shop = openShop({
        staff: { oBoss: 'owner' },
        bagels: 4,
        store: { hours: [{ from: 0, to: 1440 }], daily: { bagel: 4 } },
      })
      try {
        await play(shop, steps)
        // whatever is under way comes to its end, and the books are right then too
        await shop.advance(HOUR_MS)
        await shop.tick()
        expect(wrongInTheStock(shop)).toEqual([])
        expect(shop.rows<StockRow>('stock').reduce((sum, row) => sum + row.held, 0)).toBe(0)
      } finally {
        shop.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
