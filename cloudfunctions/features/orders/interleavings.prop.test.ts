import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDay } from '@shared/kernel/time'
import { can } from '@shared/orders/can'
import type { OrderRow, StoreRow } from '../../database/rows'
import {
  anOrder,
  bagel,
  join,
  latte,
  prepayOf,
  wrongInTheBooks,
  type Placed,
} from '../../../tests/builders/customer'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

/** What somebody may do at any moment; `of` picks one of the orders that there are by then. */
type Deed =
  | {
      readonly do: 'place'
      readonly who: number
      readonly bagels: number
      readonly coupon: boolean
      /** For tomorrow's slot instead of now. */
      readonly way: 'pickup' | 'preorder' | 'delivery'
      readonly key: number
    }
  | {
      readonly do: 'pay' | 'callback' | 'forge' | 'cancel' | 'task' | 'serve' | 'refuse' | 'giveUp'
      readonly of: number
    }
  | { readonly do: 'refund'; readonly of: number; readonly line: number; readonly units: number }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'sweep' }

const BAGELS = 3
const delivery: StoreRow['delivery'] = {
  radiusM: 3000,
  minimumFen: 0,
  bands: [{ toM: 3000, feeFen: 301 }],
  freeFromFen: null,
  minutes: 20,
}
const HOME = { id: 'home', name: '林', phone: '13800000018', address: '学府路', lat: 30.2, lng: 120.1 }
/** Tomorrow's slot takes four units, and can be ordered until it begins. */
const preorder = {
  daysAhead: 1,
  points: [{ id: 'dorm', name: '3 号宿舍楼下', address: '东区' }],
  slots: [
    {
      id: 'dawn',
      pointId: 'dorm',
      atMinute: 440,
      cutoffDays: 0,
      cutoffMinute: 440,
      capacity: 4,
      days: [],
    },
  ],
}
const of = fc.nat(5)
const kind = <K extends Extract<Deed, { of: number }>['do']>(name: K) =>
  fc.record({ do: fc.constant(name), of })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      who: fc.nat(1),
      bagels: fc.nat(2),
      coupon: fc.boolean(),
      way: fc.constantFrom('pickup' as const, 'preorder' as const, 'delivery' as const),
      key: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: kind('pay') },
  { weight: 2, arbitrary: kind('callback') },
  kind('forge'),
  { weight: 2, arbitrary: kind('cancel') },
  kind('task'),
  { weight: 2, arbitrary: kind('serve') },
  kind('refuse'),
  kind('giveUp'),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      of,
      line: fc.nat(1),
      units: fc.integer({ min: 1, max: 2 }),
    }),
  },
  // a quarter of an hour: nobody has accepted it
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 16, 31) }),
  fc.record({ do: fc.constant('sweep' as const) }),
)
/** Up to three things happen at once, then the next. */
const history = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 18 })
/** Delayed calls may all be lost; callbacks may come twice, at once, or be lost on the way at first. */
const weather = fc.record({
  delayedCalls: fc.boolean(),
  faults: fc.constantFrom(
    {},
    { times: 2 },
    { times: 3, parallel: true },
    { drop: 1 },
    { delayMs: 7 * MINUTE_MS },
  ),
})

async function play(shop: TestShop, steps: readonly (readonly Deed[])[], coupons: readonly string[]) {
  const people = [shop.as('oMay'), shop.as('oLi')] as const
  const boss = shop.as('oBoss')
  const tomorrow = shopDay(shop.now() + DAY_MS)
  const placed: Placed[] = []
  const at = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]
  const deeds: Record<Deed['do'], (d: never) => Promise<unknown>> = {
    async place(d: Extract<Deed, { do: 'place' }>) {
      const lines = d.bagels > 0 ? [latte, { ...bagel, qty: d.bagels }] : [latte]
      const coupon = d.coupon ? (coupons[d.who] ?? null) : null
      const reply = await people[d.who]!.call(
        'orders.place',
        anOrder({
          lines,
          coupons: coupon === null ? [] : [coupon],
          key: `key-0000${d.key}`,
          way: d.way,
          addressId: 'home',
          slot: d.way === 'preorder' ? { day: tomorrow, slotId: 'dawn' } : null,
        }),
      )
      if (reply.ok) placed.push(reply.data)
    },
    async pay(d: { of: number }) {
      const order = at(placed, d.of)
      if (order?.payment) shop.wechat.pay.confirm(prepayOf(order))
    },
    async callback(d: { of: number }) {
      const event = shop.wechat.pay.notifyEvent(at(placed, d.of)?.order.id ?? '')
      if (event) await shop.notify(event, 'wx_paycallback')
    },
    async forge(d: { of: number }) {
      const outTradeNo = at(placed, d.of)?.order.id
      const event = {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        outTradeNo,
        transactionId: '4200-f',
        totalFee: 1,
      }
      if (outTradeNo) expect((await shop.notify(event, 'wx_paycallback')).errcode).not.toBe(0)
    },
    async cancel(d: { of: number }) {
      const orderId = at(placed, d.of)?.order.id
      if (orderId) await Promise.all(people.map((person) => person.call('orders.cancel', { orderId })))
    },
    async task(d: { of: number }) {
      const orderId = at(placed, d.of)?.order.id
      const call = { task: 'orders.close', orderId }
      // a delayed call may come twice, and together with the sweep
      if (orderId)
        await Promise.all([shop.tick(call, 'wx_unknown'), shop.tick(call, 'wx_unknown'), shop.tick()])
    },
    async serve(d: { of: number }) {
      const order = shop.row<OrderRow>('orders', at(placed, d.of)?.order.id ?? '')
      if (!order) return
      const deed = (['accept', 'ready', 'deliver', 'handOver'] as const).find((name) => can[name](order))
      await boss.call(`manager.${deed ?? 'handOver'}`, { storeId: STORE, orderId: order._id })
    },
    async giveUp(d: { of: number }) {
      const orderId = at(placed, d.of)?.order.id
      if (orderId) await Promise.all(people.map((person) => person.call('orders.refund', { orderId })))
    },
    async refund(d: Extract<Deed, { do: 'refund' }>) {
      const order = shop.row<OrderRow>('orders', at(placed, d.of)?.order.id ?? '')
      if (!order) return
      const { line, units } = d
      const what = { units: [{ line, units }], packaging: false, delivery: false, reason: '洒了' }
      const refundsSeen = order.refunds.length
      await boss.call('manager.refund', { storeId: STORE, orderId: order._id, ...what, refundsSeen })
    },
    async refuse(d: { of: number }) {
      const orderId = at(placed, d.of)?.order.id
      if (orderId) await boss.call('manager.refuse', { storeId: STORE, orderId, reason: '没料了' })
    },
    wait: (d: { minutes: number }) => shop.advance(d.minutes * MINUTE_MS),
    sweep: () => shop.tick(),
  }
  for (const step of steps) {
    await Promise.all(step.map((d) => deeds[d.do](d as never)))
    expect(wrongInTheBooks(shop, BAGELS)).toEqual([])
  }
}

/** Everything that is under way comes to its end. */
async function settle(shop: TestShop) {
  shop.wechat.pay.setFaults({})
  for (let i = 0; i < 6; i++) {
    await shop.advance(HOUR_MS)
    await shop.tick()
  }
}

it('keeps the books in balance under any interleaving, and every order comes to one end', async () => {
  await fc.assert(
    fc.asyncProperty(history, weather, async (steps, { delayedCalls, faults }) => {
      const lost = { tasks: { later: async () => false } }
      const shop = openShop({
        staff: { oBoss: 'owner' },
        bagels: BAGELS,
        store: {
          hours: [{ from: 0, to: 1440 }],
          daily: { bagel: BAGELS },
          ways: ['pickup', 'preorder', 'delivery'],
          preorder,
          delivery,
        },
        ...(delayedCalls ? {} : { overrides: lost }),
      })
      try {
        for (const openid of ['oMay', 'oLi'])
          shop.put('addresses', { _id: shop.as(openid).memberId, addresses: [HOME] })
        const coupons = [await join(shop.as('oMay')), await join(shop.as('oLi'))]
        shop.wechat.pay.setFaults(faults)
        await play(shop, steps, coupons)
        await settle(shop)
        expect(wrongInTheBooks(shop, BAGELS)).toEqual([])
        for (const order of shop.rows<OrderRow>('orders')) {
          // nobody waits for ever: what was paid was accepted, or went back, unless its slot is still to come
          const waits = order.slot !== null && shop.now() < (order.acceptBefore ?? 0)
          const ends = ['closed', 'making', 'ready', 'delivering', 'done', 'refunded']
          expect(waits ? [...ends, 'paid'] : ends).toContain(order.state)
          const trade = shop.wechat.pay.trade(order._id)
          const returned = trade?.refunds.reduce((sum, refund) => sum + refund.refundFen, 0) ?? 0
          // money that WeChat took is on an order that lives, less what was given back of it, or went back whole
          const kept = trade?.transactionId ? trade.totalFen - returned : 0
          const lives = order.state !== 'closed' && order.state !== 'refunded'
          const given = order.refunds.reduce((sum, refund) => sum + refund.payFen, 0)
          expect([order.state, kept]).toEqual([order.state, lives ? order.payFen - given : 0])
          expect(order.refundedFen).toBe(returned)
        }
      } finally {
        shop.close()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
