import { TOUCH_WINDOW_MS } from '@shared/referral/touches'
import type { BindingRow, MemberRow, OrderRow } from '../../cloudfunctions/database/rows'
import type { Rule } from './books'
import { yes } from './orders'

/**
 * Law 10: bindings form a forest, a promoter having been a member before each friend; members and orders say of them what
 * they say of themselves, and an order never names anybody but who had brought its buyer.
 */
export const bindings: Rule = ({ bindings: all, members, orders }) => {
  const byFriend = new Map(all.map((row) => [row._id, row]))
  return [
    ...all.flatMap((row) => bindingFaults(row, byFriend)),
    ...members.flatMap((member) => memberFaults(member, byFriend.get(member._id))),
    ...orders.flatMap((order) => orderFaults(order, byFriend.get(order.memberId))),
  ]
}

function bindingFaults(row: BindingRow, byFriend: ReadonlyMap<string, BindingRow>): string[] {
  const { _id, promoter, boundAt, touchAt } = row
  const above = byFriend.get(promoter)
  return [
    ...yes(promoter === _id, `${_id} is bound to themselves`),
    ...yes(row.promoterSince >= boundAt, `${_id}: the promoter was no member before`),
    ...yes(above !== undefined && above.boundAt >= boundAt, `${_id}: the promoter was brought later`),
    ...yes(
      touchAt > boundAt || boundAt - touchAt >= TOUCH_WINDOW_MS,
      `${_id}: the touch lies outside its days`,
    ),
    ...yes(
      !row.touches.some((touch) => touch.promoter === promoter && touch.at === touchAt),
      `${_id}: the touch that counted is not among those noted`,
    ),
  ]
}

function memberFaults({ _id, bound, joinedAt }: MemberRow, binding: BindingRow | undefined): string[] {
  return [
    ...yes(
      bound?.promoter !== binding?.promoter,
      `${_id}: the member names ${bound?.promoter}, the binding ${binding?.promoter}`,
    ),
    ...yes(binding !== undefined && joinedAt < binding.boundAt, `${_id} was a member before the binding`),
  ]
}

function orderFaults(
  { _id, promoter, boundBy, placedAt }: OrderRow,
  binding: BindingRow | undefined,
): string[] {
  if (!promoter) return yes(boundBy !== undefined, `${_id} is bound to nobody, and says how`)
  return [
    ...yes(
      promoter !== binding?.promoter,
      `${_id} names ${promoter}, the buyer is bound to ${binding?.promoter}`,
    ),
    ...yes(
      binding !== undefined && placedAt < binding.boundAt,
      `${_id} was placed before its buyer was bound`,
    ),
  ]
}
