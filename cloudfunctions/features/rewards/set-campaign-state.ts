import { canBecome } from '@shared/coupons/campaign-state'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { setRewardState as contract } from '@shared/rewards/contract'
import { rewardFaults } from '@shared/rewards/faults'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { campaignView, draftOf } from './campaign-view'
import { rewardRepository } from './repository'
import { readShopFacts, tellShop } from './save-campaign'

/**
 * Begins, stops, resumes or ends a campaign. What begins is held against today's coupons once more. One runs at a time:
 * the shop's settings name it, so two owners who start one each at once meet on that document.
 */
export const setCampaignState: UseCase<typeof contract> = async ({ id, version, state }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const facts = await readShopFacts(ctx)
  return ctx.tx(async (db) => {
    const rewards = rewardRepository(db)
    const [before, counts, running] = [
      await rewards.campaign(id),
      await rewards.counts(id),
      await rewards.running(),
    ]
    if (!before) return refuse('CAMPAIGN_NOT_FOUND')
    if (before.version !== version)
      return refuse('CHANGED_MEANWHILE', { campaign: campaignView(before, counts) })
    if (!canBecome(before.state, state)) return refuse('WRONG_STATE')
    if (state === 'running') {
      const faults = rewardFaults(draftOf(before), facts)
      if (faults.length > 0) return refuse('CONTRADICTION', { faults })
      if (running && running.campaignId !== id && ctx.now < running.endAt) return refuse('OTHER_RUNS')
    } else if (running?.campaignId === id) await rewards.setRunning(null)
    const after = { ...before, state, version: version + 1, updatedAt: ctx.now }
    await rewards.putCampaign(after)
    await tellShop(db, after, facts)
    await record(db, ctx, {
      storeId: null,
      what: `rewardCampaign.${state}`,
      subject: id,
      before: { state: before.state, version },
      after: { state, version: version + 1 },
    })
    return { campaign: campaignView(after, counts) }
  })
}
