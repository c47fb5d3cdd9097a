import type { rewardCampaigns as contract } from '@shared/rewards/contract'
import { isRefused } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { rewardCoupons } from '../coupons'
import { requireManager } from '../staff'
import { campaignView } from './campaign-view'
import { countHeld, listCampaigns as rowsOf } from './repository'

/** Six reads: rights, campaigns and counts, coupons and budgets, what waits. */
export const listCampaigns: UseCase<typeof contract> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const [rows, coupons, waiting] = await Promise.all([
    rowsOf(ctx.db),
    rewardCoupons(ctx.db, ctx.now),
    countHeld(ctx.db),
  ])
  return { campaigns: rows.map(({ row, counts }) => campaignView(row, counts)), coupons, waiting }
}
