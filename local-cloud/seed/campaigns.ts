import { affords, afterIssue, dealt } from '@shared/coupons/budget'
import { largestCostFen } from '@shared/coupons/benefit'
import { DAY_MS, type Instant, startOfShopDay } from '@shared/kernel/time'
import type { BudgetRow, CampaignRow, CouponRow } from '../../cloudfunctions/database/rows'
import { WELCOME_CAMPAIGN } from './shop'

/** ¥5 off from ¥15, for seven days, once for each new member. Runs for a year from the day of seeding. */
export const welcomeCampaign = (now: Instant): CampaignRow => ({
  _id: WELCOME_CAMPAIGN,
  name: '新人礼',
  state: 'running',
  version: 1,
  entry: { kind: 'signup' },
  terms: {
    benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1500 },
    title: '新人 5 元券',
    source: '新人礼',
    scope: { categoryIds: [], productIds: [], skuIds: [] },
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
  },
  validity: { kind: 'days', days: 7 },
  audience: { newMembers: false, tierIds: [], tags: [] },
  perMember: 1,
  budget: { count: null, fen: null, shards: 1 },
  startAt: startOfShopDay(now) - 30 * DAY_MS,
  endAt: startOfShopDay(now) + 365 * DAY_MS,
  createdAt: startOfShopDay(now) - 30 * DAY_MS,
  updatedAt: startOfShopDay(now) - 30 * DAY_MS,
  shardsMade: 8,
})

/** Every campaign of the demo shop. */
export const campaignRows = (now: Instant): readonly CampaignRow[] => [welcomeCampaign(now)]

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
