import type { member as contract, MemberStory } from '@shared/manager/member-contract'
import { refuse } from '@shared/kernel/refusal'
import { shopDay, type Instant } from '@shared/kernel/time'
import { parseMember } from '@shared/members/member-code'
import { maskPhone } from '@shared/members/mask'
import { parsePickup } from '@shared/orders/pickup-qr'
import { balanceOf } from '@shared/points/account'
import type { MemberRow, OrderRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { couponView, grantableNow, pastOf } from '../coupons'
import { readMemberWith } from '../members'
import { originJoins, originOf } from '../referral'
import { findOrder, latestOrdersOf, ordersOfStore } from '../orders'
import { storeRole } from '../staff'

const ORDERS = 5

/** The reads that don't wait for each other go out together. */
export const readMemberStory: UseCase<typeof contract> = async ({ storeId, code }, ctx) => {
  const role = await storeRole(storeId, ctx)
  if (role === null) return refuse('FORBIDDEN')
  const memberId = await memberNamed(storeId, code, ctx)
  if (memberId === null) return refuse('MEMBER_NOT_FOUND')
  const [known, past, orders, grants] = await Promise.all([
    readMemberWith(ctx.db, memberId, ctx.now, originJoins),
    pastOf(ctx.db, memberId, ctx.now),
    latestOrdersOf(ctx.db, memberId, ORDERS),
    role === 'clerk' ? [] : grantableNow(ctx.db, ctx.now),
  ])
  if (!known) return refuse('MEMBER_NOT_FOUND')
  const coupons = known.coupons.toSorted((a, b) => b.issuedAt - a.issuedAt).map(couponView)
  const member = whoOf(known.member, ctx.now)
  // who brought whom is for those who decide
  const origin = role === 'clerk' ? null : await originOf(ctx.db, known.member, known.joined)
  const about = { coupons, past: past.map(couponView), orders: orders.map(lineOf), origin, grants }
  return { story: { role, member, ...about } }
}

/** Whom a member's own code names, or whose order has this number at the store today; null: nobody. */
async function memberNamed(storeId: string, code: string, { db, now }: Ctx): Promise<string | null> {
  const memberId = parseMember(code)
  if (memberId !== null) return memberId
  const said = parsePickup(code)
  if (!said) return null
  if (said.orderId !== null) {
    const order = await findOrder(db, said.orderId)
    return order?.storeId === storeId && order.pickupCode === said.pickupCode ? order.memberId : null
  }
  const today = `${storeId}:${shopDay(now)}:${said.pickupCode}`
  const [order] = await ordersOfStore(db, storeId, { pickupKeys: [today] }, 1)
  return order?.memberId ?? null
}

const whoOf = (row: MemberRow, now: Instant): MemberStory['member'] => ({
  id: row._id,
  nickname: row.nickname,
  phoneMasked: row.phone === null ? null : maskPhone(row.phone),
  joinedAt: row.joinedAt,
  tags: [...row.tags],
  account: row.account,
  balance: balanceOf(row.account, now),
})

const lineOf = ({ _id: id, placedAt, storeName, pickupCode, state, payFen }: OrderRow) => ({
  id,
  placedAt,
  storeName,
  pickupCode,
  state,
  payFen,
})
