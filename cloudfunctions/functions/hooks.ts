import { giveForNthOrder } from '../features/coupons'
import { orderEffects } from '../features/orders'
import { pointReactions } from '../features/points'
import { promoterReactions } from '../features/promoters'
import { recoveryReactions } from '../features/recovery'
import { referralReactions } from '../features/referral'
import { rewardReactions } from '../features/rewards'
import type { Hooks } from '../platform/ctx'

/**
 * What the rooms registered, for every function that may carry it out. Reactions run in this order: the account counts
 * an order before rules look at the count.
 */
export const hooks: Hooks = {
  effects: orderEffects,
  reactions: {
    'member.bound': rewardReactions['member.bound'],
    'order.paid': [
      ...pointReactions['order.paid'],
      giveForNthOrder,
      ...promoterReactions['order.paid'],
      ...rewardReactions['order.paid'],
      ...referralReactions['order.paid'],
    ],
    'order.refunded': [
      ...pointReactions['order.refunded'],
      ...promoterReactions['order.refunded'],
      ...rewardReactions['order.refunded'],
    ],
    ...recoveryReactions,
    'order.done': promoterReactions['order.done'],
  },
}
