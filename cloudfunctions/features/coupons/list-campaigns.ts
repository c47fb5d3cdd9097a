import type { campaigns as contract } from '@shared/coupons/campaign-contract'
import { isRefused } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { requireManager } from '../staff'
import { listFunded } from './campaign-repository'
import { campaignView } from './campaign-view'

/** Three reads: rights, campaigns, budgets; one more beyond 62 campaigns. */
export const listCampaigns: UseCase<typeof contract> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return { campaigns: (await listFunded(ctx.db)).map(campaignView) }
}
