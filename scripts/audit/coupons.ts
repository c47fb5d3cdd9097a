import type { CouponRow, OrderRow } from '../../cloudfunctions/database/rows'
import type { Rule } from './books'
import { cameBackUnmade, hasBought, isUnpaid, yes } from './orders'

/** Law 4: a coupon is held by exactly one unpaid order, or redeemed by exactly one that bought with it, or free. */
export const couponUses: Rule = ({ orders, coupons }) => {
  const users = new Map<string, OrderRow[]>()
  for (const o of orders) for (const id of o.couponIds) users.set(id, [...(users.get(id) ?? []), o])
  const known = new Set(coupons.map((c) => c._id))
  const lost = [...users.keys()]
    .filter((id) => !known.has(id))
    .map((id) => `${id} is on an order and is gone`)
  return [...lost, ...coupons.flatMap((c) => faultsOf(c, users.get(c._id) ?? []))]
}

function faultsOf(coupon: CouponRow, orders: readonly OrderRow[]): string[] {
  const holding = orders.filter(isUnpaid)
  const bought = orders.filter(hasBought)
  // given back once in its life: the second time it stays with the order that is given back
  const kept = orders.filter(
    (o) => cameBackUnmade(o) && coupon.state === 'redeemed' && coupon.orderId === o._id,
  )
  const users = [...holding, ...bought, ...kept]
  const [user] = users
  const should = !user ? null : isUnpaid(user) ? 'held' : 'redeemed'
  const free = coupon.state === 'issued' || coupon.state === 'revoked'
  return [
    ...yes(
      users.length > 1,
      `${coupon._id} is used by ${users.length} orders: ${users.map((o) => o._id).join(', ')}`,
    ),
    ...yes(
      should !== null && coupon.state !== should,
      `${coupon._id} is ${coupon.state}, its order makes it ${should}`,
    ),
    ...yes(should === null && !free, `${coupon._id} is ${coupon.state} and no order has it`),
    ...yes(
      user !== undefined && coupon.orderId !== user._id,
      `${coupon._id} names ${coupon.orderId}, ${user?._id} has it`,
    ),
    ...yes(free && coupon.orderId !== null, `${coupon._id} is ${coupon.state} and names an order`),
    ...yes(kept.length > 0 && !coupon.returned, `${coupon._id} should have come back from ${kept[0]?._id}`),
    ...yes(
      orders.some((o) => o.memberId !== coupon.memberId),
      `${coupon._id} is on somebody else's order`,
    ),
    ...yes(coupon.expiresAt <= coupon.startsAt, `${coupon._id} ends before it begins`),
  ]
}
