/** Where use cases begin: people, and orders at each point of their way. */
import {
  bagel,
  join,
  latte,
  ok,
  pay,
  place,
  prepayOf,
  type Placed,
  type PlaceInput,
} from '../../builders/customer'
import type { TestShop } from '../../builders/shop'
import { STORE, terms } from '../../builders/shop-rows'
import type { Benefit } from '@shared/coupons/contract'
import { shopDay } from '@shared/kernel/time'
import type { CouponRow } from '../../../cloudfunctions/database/rows'
import { HOME } from '../deeds'
import { SLOT } from '../world'
import type { CrashCase } from '../crash-matrix'

export const may = (shop: TestShop) => shop.as('oMay')
export const boss = (shop: TestShop) => shop.as('oBoss')
export const at = (placed: Placed) => ({ storeId: STORE, orderId: placed.order.id })

/** May has joined and ordered a latte and a bagel with her coupon. */
export async function ordered(shop: TestShop): Promise<Placed> {
  const coupon = await join(may(shop))
  return place(may(shop), { coupons: [coupon], lines: [latte, bagel] })
}
export async function paid(shop: TestShop): Promise<Placed> {
  const placed = await ordered(shop)
  await pay(shop, placed)
  return placed
}
export async function making(shop: TestShop): Promise<Placed> {
  const placed = await paid(shop)
  ok(await boss(shop).call('manager.accept', at(placed)))
  return placed
}
export async function ready(shop: TestShop): Promise<Placed> {
  const placed = await making(shop)
  ok(await boss(shop).call('manager.ready', at(placed)))
  return placed
}
/** Paid on the sheet, and WeChat's callback has not arrived. */
export async function confirmed(shop: TestShop): Promise<Placed> {
  const placed = await ordered(shop)
  shop.wechat.pay.setFaults({ drop: 100 })
  shop.wechat.pay.confirm(prepayOf(placed))
  return placed
}
export const again = (name: string, begin: CrashCase['begin'], refused?: string): CrashCase => ({
  name,
  begin,
  after: 'again',
  ...(refused === undefined ? {} : { refused }),
})
export const nobody = (name: string, begin: CrashCase['begin']): CrashCase => ({
  name,
  begin,
  after: 'nobody',
})

/** May's address, a kilometre away. */
export const home = async (shop: TestShop): Promise<string> =>
  ok(await may(shop).call('addresses.save', HOME)).id

/** A coupon in May's wallet, whatever campaign it may be from; she has joined. Answers its id. */
export async function giveCoupon(shop: TestShop, benefit: Benefit): Promise<string> {
  await join(may(shop))
  const row = shop.rows<CouponRow>('coupons').find((c) => c.memberId === may(shop).memberId)
  if (!row) throw new Error('May has no welcome coupon')
  const id = `gift-${benefit.kind}:${may(shop).memberId}:1`
  shop.put('coupons', { ...row, _id: id, campaignId: 'gift', terms: terms({ benefit, title: benefit.kind }) })
  return id
}

/** May has points from an order that was handed over, and orders again: ahead, with points and two coupons. */
export async function wealthy(shop: TestShop): Promise<Partial<PlaceInput>> {
  const welcome = await join(may(shop))
  const gift = await giveCoupon(shop, { kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 1000 })
  const first = await place(may(shop), { key: 'key-first' })
  await pay(shop, first)
  for (const action of ['accept', 'ready', 'handOver'] as const)
    ok(await boss(shop).call(`manager.${action}`, at(first)))
  return {
    way: 'preorder',
    slot: { day: shopDay(shop.now()), slotId: SLOT },
    lines: [{ ...latte, qty: 2 }, bagel],
    coupons: [welcome, gift],
    usePoints: true,
    key: 'key-rich',
  }
}
