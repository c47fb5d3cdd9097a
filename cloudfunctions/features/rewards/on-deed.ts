import { eventOf } from '@shared/rewards/terms'
import type { BindingRow, MemberRow, OrderRow, ShopRow } from '../../database/rows'
import type { Reaction } from '../../platform/ctx'
import { rewardRepository } from './repository'
import { settleReward } from './settle-reward'

/**
 * `order.paid`: the reward of a friend's first or second paid order. The order names its promise since it was placed, so
 * an order that nobody's friend placed, and a friend's third, cost nothing here. As for the nth order (decision 0009) the
 * points room has just counted this order in the member's document, so exactly one of two payments at once is the first.
 */
export const rewardOrder: Reaction<OrderRow> = async (db, order, ctx) => {
  const { rewardTerms: terms, promoter: promoterId } = order
  if (terms === undefined || promoterId == null) return
  const friend = await rewardRepository(db).member(order.memberId)
  if (!friend || friend.leftAt !== null) return
  const event = eventOf(terms, friend.account.paidOrders, order.payFen)
  if (event !== null) await settleReward(db, { event, terms, friend, promoterId, order }, ctx)
}

type Bound = {
  readonly binding: BindingRow
  readonly member: MemberRow
  readonly shop: Pick<ShopRow, 'bringFriend'>
}
/**
 * `member.bound`: the reward of a signup, in its transaction, by what the shop promised when the signup began. While a
 * campaign runs a write counts who was brought.
 */
export const rewardSignup: Reaction<Bound> = async (db, { binding, member, shop }, ctx) => {
  const rewards = rewardRepository(db)
  const terms = shop.bringFriend
  if (!terms || ctx.now < terms.startAt || ctx.now >= terms.endAt) return
  await rewards.count(terms.campaignId, { joined: 1 })
  const deed = { event: 'signup', terms, friend: member, promoterId: binding.promoter, order: null } as const
  await settleReward(db, deed, ctx)
}
