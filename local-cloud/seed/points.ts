import type { Instant } from '@shared/kernel/time'
import { DAY_MS, shopMonth } from '@shared/kernel/time'
import { earnsOf, goodsPaidOf } from '@shared/points/earn'
import { accountFromPostings } from '@shared/points/fold'
import type { MemberRow, OrderRow, PointEntryRow } from '../../cloudfunctions/database/rows'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { may } from './people'
import { shopRow } from './shop'

/** A present of the shop's to 阿May on the day after she joined; it ends with this month. */
export function pastEntries(now: Instant, memberKey: string): readonly PointEntryRow[] {
  const memberId = memberIdOf(may.openid, memberKey)
  return [
    {
      _id: `granted:${memberId}:1`,
      memberId,
      at: now - ((may.joinedDaysAgo ?? 0) - 1) * DAY_MS,
      points: 60,
      lots: { [shopMonth(now)]: 60 },
      why: 'granted',
      what: '开业礼',
    },
  ]
}

/** Orders of one member, in the order in which they were placed, with what each earned as their tier then was. */
export const withEarnings = (orders: readonly OrderRow[]): readonly OrderRow[] =>
  orders.reduce<OrderRow[]>((before, order) => {
    const account = accountFromPostings(before, [], order.placedAt)
    const earned = earnsOf({ goodsPaidFen: goodsPaidOf(order) }, account, shopRow.loyalty, order.placedAt)
    return [...before, { ...order, ...earned }]
  }, [])

/** Members with the accounts that their orders and entries make. */
export const withAccounts = (
  members: readonly MemberRow[],
  orders: readonly OrderRow[],
  entries: readonly PointEntryRow[],
  now: Instant,
): readonly MemberRow[] =>
  members.map((member) => {
    const own = <T extends { readonly memberId: string }>(rows: readonly T[]) =>
      rows.filter(({ memberId }) => memberId === member._id)
    return { ...member, account: accountFromPostings(own(orders), own(entries), now, member.joinedAt) }
  })
