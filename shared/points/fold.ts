import type { Instant } from '../kernel/time'
import { EMPTY_ACCOUNT, firstSpendDay, type Lots } from './account'
import type { Account } from './contract'
import { plus } from './move'
import { earnedBy, spentBy, type PostedOrder } from './posting'

/** What is read of an entry; its row fits. */
export type PostedEntry = { readonly at: Instant; readonly lots: Lots }

/**
 * The account as everything that happened makes it: all of the member's orders and entries, in any order. `since`: when
 * they joined, for the last time; what was before belongs to who they were then. Compare it with `comparable` of the
 * account that is stored.
 */
export function accountFromPostings(
  orders: readonly PostedOrder[],
  entries: readonly PostedEntry[],
  now: Instant,
  since: Instant = 0,
): Account {
  const own = orders.filter(({ placedAt }) => placedAt >= since)
  const paid = own.flatMap((order) => {
    const earned = earnedBy(order, order.refunds)
    return earned && order.paidAt !== null ? [{ ...earned, paidAt: order.paidAt }] : []
  })
  const movements = [
    ...own.map(spentBy),
    ...paid.map(({ lots }) => lots),
    ...entries.filter(({ at }) => at >= since).map(({ lots }) => lots),
  ]
  const account = {
    lots: movements.reduce(plus, {}),
    spend: paid.map(({ day, spendFen }) => ({ [day]: spendFen })).reduce<Lots>(plus, {}),
    paidOrders: paid.reduce((sum, { orders: n }) => sum + n, 0),
    lastPaidAt: paid.reduce<Instant | null>((last, { paidAt }) => Math.max(last ?? 0, paidAt), null),
  }
  return comparable(account, now)
}

/** An account without what says nothing: lots and days that come to 0, days that count for nothing any more. */
export function comparable(account: Account, now: Instant): Account {
  const first = firstSpendDay(now)
  const counting = Object.entries(account.spend).filter(([day, fen]) => day >= first && fen !== 0)
  return {
    ...EMPTY_ACCOUNT,
    ...account,
    lots: plus(account.lots, {}),
    spend: Object.fromEntries(counting),
  }
}
