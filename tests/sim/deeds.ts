/** What people, WeChat and timers may do to the shop at any moment; each is one invocation, or none when it makes no sense. */
import * as fc from 'fast-check'
import type { CouponRow, OrderRow } from '../../cloudfunctions/database/rows'
import { anOrder, bagel, latte, prepayOf, type Placed } from '../builders/customer'
import type { Person, TestShop } from '../builders/shop'
import { STORE } from '../builders/shop-rows'
import { shopDay } from '@shared/kernel/time'
import { MOST_AT_ONCE } from '@shared/orders/ahead'
import { SLOT } from './world'

/** Numbers from which a deed draws what it needs: who, which order, how many. */
export type Deed = { readonly do: DeedName; readonly who: number; readonly of: number; readonly n: number }
export type Town = { readonly shop: TestShop; readonly people: readonly Person[]; readonly boss: Person }
/** Answers the invocation; null: nothing to do now. What leads up to it (a quote) happens at once. */
type Make = (town: Town, deed: Deed) => Promise<(() => Promise<unknown>) | null>

export const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]
const person = ({ people }: Town, { who }: Deed): Person => people[who % people.length]!
const orderOf = ({ shop }: Town, { of }: Deed): OrderRow | undefined =>
  pick(shop.rows<OrderRow>('orders'), of)
const ownerOf = ({ people }: Town, order: OrderRow): Person =>
  people.find((p) => p.memberId === order.memberId) ?? people[0]!

/** A kilometre from the store. */
export const HOME = {
  id: null,
  name: '小梅',
  phone: '13800000001',
  address: '学府路 9 号',
  detail: '',
  lat: 30.209,
  lng: 120.1,
}

/** How and where it goes: by each way in turn; a delivery goes to the first address of the person's book. */
async function wayOf({ shop }: Town, who: Person, n: number) {
  if (n % 4 === 1) return { way: 'preorder' as const, slot: { day: shopDay(shop.now()), slotId: SLOT } }
  if (n % 4 !== 2) return { way: 'pickup' as const }
  const kept = await who.call('addresses.save', HOME)
  return kept.ok ? { way: 'delivery' as const, addressId: kept.data.id } : { way: 'pickup' as const }
}

async function place(town: Town, deed: Deed) {
  const who = person(town, deed)
  const lines = deed.n % 3 > 0 ? [latte, { ...bagel, qty: deed.n % 3 }] : [latte]
  const {
    key: _key,
    table: _table,
    note: _note,
    expectPayFen: _pay,
    consents: _consents,
    ...basket
  } = anOrder({ lines, usePoints: deed.n > 3, ...(await wayOf(town, who, deed.n)) })
  const quoted = await who.call('orders.quote', { ...basket, coupons: deed.n % 2 === 0 ? 'best' : [] })
  if (!quoted.ok) return null
  const { couponIds, payFen } = quoted.data.quote
  const input = anOrder({ ...basket, coupons: couponIds, expectPayFen: payFen, key: `key-000${deed.of}` })
  return () => who.call('orders.place', input)
}

/** The person pays on the sheet: WeChat's own doing, no invocation of ours. */
async function pay(town: Town, deed: Deed) {
  const order = orderOf(town, deed)
  if (!order) return null
  const placed = await ownerOf(town, order).call('orders.pay', { orderId: order._id })
  if (placed.ok && placed.data.payment) town.shop.wechat.pay.confirm(prepayOf(placed.data as Placed))
  return null
}

const onOrder =
  (run: (town: Town, order: OrderRow, deed: Deed) => Promise<unknown>): Make =>
  async (town, deed) => {
    const order = orderOf(town, deed)
    return order ? () => run(town, order, deed) : null
  }

const NEXT = {
  paid: 'manager.accept',
  making: 'manager.ready',
  ready: 'manager.handOver',
  delivering: 'manager.handOver',
} as const
const serve = onOrder(async ({ boss }, order) => {
  const sets = order.state === 'ready' && order.way === 'delivery'
  const action = sets ? 'manager.deliver' : NEXT[order.state as keyof typeof NEXT]
  return action ? boss.call(action, { storeId: STORE, orderId: order._id }) : null
})

const DEEDS = {
  place,
  pay,
  join: async (town, deed) => () => person(town, deed).call('members.join', {}),
  cancel: onOrder((town, order) => ownerOf(town, order).call('orders.cancel', { orderId: order._id })),
  look: onOrder((town, order) => ownerOf(town, order).call('orders.get', { orderId: order._id })),
  callback: onOrder(async ({ shop }, order) => {
    const event = shop.wechat.pay.notifyEvent(order._id)
    return event ? shop.notify(event, 'wx_paycallback') : null
  }),
  task: onOrder(({ shop }, order) => shop.tick({ task: 'orders.close', orderId: order._id }, 'wx_unknown')),
  serve,
  acceptAll: async ({ shop, boss }) => {
    const orderIds = shop.rows<OrderRow>('orders').map(({ _id }) => _id)
    if (orderIds.length === 0) return null
    return () => boss.call('manager.acceptAll', { storeId: STORE, orderIds: orderIds.slice(0, MOST_AT_ONCE) })
  },
  receive: onOrder((town, order) =>
    ownerOf(town, order).call('orders.confirmReceipt', { orderId: order._id }),
  ),
  refuse: onOrder(({ boss }, order) =>
    boss.call('manager.refuse', { storeId: STORE, orderId: order._id, reason: '没料了' }),
  ),
  giveUp: onOrder((town, order) => ownerOf(town, order).call('orders.refund', { orderId: order._id })),
  refund: onOrder(({ boss }, order, { n }) =>
    boss.call('manager.refund', {
      storeId: STORE,
      orderId: order._id,
      units: [{ line: n % order.lines.length, units: 1 + (n % 2) }],
      packaging: false,
      delivery: n > 6,
      reason: '少做了一份',
      refundsSeen: order.refunds.length,
    }),
  ),
  claim: async (town, deed) => () =>
    person(town, deed).call('coupons.claim', { campaignId: 'autumn', key: `claim-00${deed.of}` }),
  revoke: async ({ shop, boss }, { of }) => {
    const coupon = pick(shop.rows<CouponRow>('coupons'), of)
    return coupon ? () => boss.call('campaigns.revoke', { couponId: coupon._id, reason: '发错了' }) : null
  },
  setStock:
    async ({ boss }, { n }) =>
    () =>
      boss.call('stores.setStock', { storeId: STORE, skuId: 'bagel', left: n % 4 }),
  sweep:
    async ({ shop }) =>
    () =>
      shop.tick(),
} satisfies Record<string, Make>
export type DeedName = keyof typeof DEEDS | 'wait'

/** The invocation that a deed is now. */
export const invocationOf = (town: Town, deed: Deed) =>
  deed.do === 'wait' ? Promise.resolve(null) : DEEDS[deed.do](town, deed)

const WEIGHTS: Readonly<Partial<Record<DeedName, number>>> = { place: 5, pay: 4, serve: 4, wait: 3 }
const names: readonly DeedName[] = [...(Object.keys(DEEDS) as (keyof typeof DEEDS)[]), 'wait']

export const deed: fc.Arbitrary<Deed> = fc.record({
  do: fc.oneof(...names.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: fc.constant(name) }))),
  who: fc.nat(2),
  of: fc.nat(6),
  n: fc.nat(8),
})
