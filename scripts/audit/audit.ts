/**
 * The auditor: looks at everything the shop's money, stock, coupons and messages are written in and says in words what is wrong.
 * `npm run audit` is the owner's command; tests ask it after every race, crash and refund.
 */
import { bindings } from './bindings'
import type { Books, Rule } from './books'
import { campaignBudgets } from './budgets'
import { channelCounts } from './channels'
import { couponUses } from './coupons'
import { orderStates } from './order-states'
import { orderSums } from './order-sums'
import { pointAccounts } from './points'
import { promoterLedger } from './promoters'
import { reachedMembers } from './reach'
import { leftAnswered } from './recovery'
import { rewardsGiven } from './rewards'
import { slotCounts, stockCounts } from './stock'

const RULES: readonly Rule[] = [
  orderSums,
  orderStates,
  couponUses,
  campaignBudgets,
  stockCounts,
  slotCounts,
  pointAccounts,
  bindings,
  channelCounts,
  promoterLedger,
  reachedMembers,
  rewardsGiven,
  leftAnswered,
]

/** Every fault that any rule finds; none when the books are in order. */
export const audit = (books: Books): string[] => RULES.flatMap((rule) => rule(books))
