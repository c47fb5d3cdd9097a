import { DAY_MS, shopDay, type Instant } from '@shared/kernel/time'
import { dormantDueAt } from '@shared/coupons/rule-dates'
import { firstSpendDay, TIER_WINDOW_DAYS } from '@shared/points/account'
import { goodsPaidOf } from '@shared/points/earn'
import { negated, plus } from '@shared/points/move'
import { earnedBy } from '@shared/points/posting'
import type { MemberRow, OrderRow, RefundRow } from '../../database/rows'
import type { Reaction } from '../../platform/ctx'
import { atLeast, inc, unset, type Patch } from '../../platform/query'
import { accountRepository, movePatch, movePoints } from './repository'

/**
 * A paid order of a member: its points, what was paid for goods, one order more. One write and no read, because it is
 * part of every payment. Nothing for who was no member when they placed it. Should they have left meanwhile, it changes
 * a tombstone's account, which nobody reads and a return replaces.
 */
export const earnFromOrder: Reaction<OrderRow> = async (db, order, { now }) => {
  if (order.earnsLot === '') return
  const patch: Patch<MemberRow> = {
    ...(order.earns > 0 ? movePatch({ [order.earnsLot]: order.earns }) : {}),
    [`account.spend.${shopDay(now)}`]: inc(goodsPaidOf(order)),
    ...forgottenDays(now),
    'account.paidOrders': inc(1),
    'account.lastPaidAt': atLeast(now),
    // from when on rules for the dormant look at them
    dormantDueAt: dormantDueAt(now),
  }
  await accountRepository(db).change(order.memberId, patch)
}

/**
 * The days up to one window before the tiers' window, taken out unseen. What a longer absence leaves behind them counts
 * for nothing and goes when the account is next read to be changed (`movePoints`).
 */
function forgottenDays(now: Instant): Patch<MemberRow> {
  const days = Array.from({ length: TIER_WINDOW_DAYS }, (_, i) =>
    shopDay(now - (TIER_WINDOW_DAYS + i) * DAY_MS),
  )
  return Object.fromEntries(days.map((day) => [`account.spend.${day}`, unset()]))
}

/**
 * A refund of a member's order, whole or in part: the points that it has earned too many then, and what it counted
 * towards their tier. `order` is the row before this refund or with it. Nothing where nothing was booked: the order was
 * never paid, or is of somebody who was no member, has left, or came back after it. One read, one write.
 */
export const takeBackFromOrder: Reaction<{
  readonly order: OrderRow
  readonly refund: RefundRow
}> = async (db, { order, refund }, { now }) => {
  const earlier = order.refunds.filter(({ no }) => no !== refund.no)
  const before = earnedBy(order, earlier)
  const after = earnedBy(order, [...earlier, refund])
  if (!before || !after) return
  const member = await accountRepository(db).member(order.memberId)
  if (!member || member.joinedAt > order.placedAt) return
  const counted = before.day >= firstSpendDay(now)
  await movePoints(db, member, plus(after.lots, negated(before.lots)), now, {
    ...(counted ? { [`account.spend.${before.day}`]: inc(after.spendFen - before.spendFen) } : {}),
    'account.paidOrders': inc(after.orders - before.orders),
  })
}
