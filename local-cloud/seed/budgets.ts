import { largestCostFen } from '@shared/coupons/benefit'
import { affords, afterIssue, dealt } from '@shared/coupons/budget'
import type { BudgetRow, CampaignRow, CouponRow } from '../../cloudfunctions/database/rows'

/** The budgets of campaigns, of which these coupons are issued. */
export const budgetRows = (
  campaigns: readonly CampaignRow[],
  coupons: readonly CouponRow[],
): readonly BudgetRow[] =>
  campaigns.flatMap(({ _id, budget, shardsMade, terms, offeredIn }) => {
    const none = { countLeft: null, fenLeft: null, issued: 0, issuedFen: 0 }
    const shares = dealt(budget, Array<typeof none>(shardsMade).fill(none), largestCostFen(terms.benefit))
    return shares.map((share, shard) => {
      const own = coupons.filter((coupon) => coupon.campaignId === _id && coupon.shard === shard)
      const left = own.reduce((row, { reservedFen }) => {
        if (!affords(row, reservedFen)) throw new RangeError(`${_id}#${shard} has issued more than it may`)
        return afterIssue(row, reservedFen, 1)
      }, share)
      return { _id: `${_id}#${shard}`, campaignId: _id, shard, ...left, ...(offeredIn ? { offeredIn } : {}) }
    })
  })
