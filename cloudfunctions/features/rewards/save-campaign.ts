import { isRefused, refuse } from '@shared/kernel/refusal'
import type { RewardDraft, saveRewardCampaign as contract } from '@shared/rewards/contract'
import { rewardFaults, type RewardFaultFacts } from '@shared/rewards/faults'
import { termsOf } from '@shared/rewards/terms'
import type { RewardCampaignRow, RewardCountsRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { savedBefore } from '../../platform/saved-before'
import { readShop } from '../catalogue'
import { rewardCoupons } from '../coupons'
import { record, requireManager } from '../staff'
import { campaignView, draftOf, newCounts } from './campaign-view'
import { rewardRepository } from './repository'

/** Ids of rewards are made of it, of the friend's and of the event, and have 64 characters. */
const CAMPAIGN_ID = 12

/** What a draft is held against, and how long points live. */
export type ShopFacts = RewardFaultFacts & { readonly validMonths: number }

/** Three reads. */
export async function readShopFacts(ctx: Ctx): Promise<ShopFacts> {
  const [{ loyalty }, coupons] = await Promise.all([readShop(ctx.db), rewardCoupons(ctx.db, ctx.now)])
  return { coupons, hasPoints: loyalty.pointsPerYuan > 0, now: ctx.now, validMonths: loyalty.validMonths }
}

/**
 * Makes or changes a campaign: the rules, its budget of points, what the shop says of it while it runs, and the line of
 * the record, in one transaction. Orders that took the old promise along keep it.
 */
export const saveCampaign: UseCase<typeof contract> = async ({ id, version, key, draft }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  if ((await ctx.texts.check(ctx.openid, draft.note, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  const facts = await readShopFacts(ctx)
  const faults = rewardFaults(draft, facts)
  const freshId = derivedId('b', ctx.memberId, key).slice(0, CAMPAIGN_ID)
  return ctx.tx(async (db) => {
    const rewards = rewardRepository(db)
    const before = await rewards.campaign(id ?? freshId)
    const counts = before && (await rewards.counts(before._id))
    if (id !== null && !before) return refuse('CAMPAIGN_NOT_FOUND')
    const saved =
      before && savedBefore({ id, version, draft }, { version: before.version, draft: draftOf(before) })
    if (before && saved === 'done') return { campaign: campaignView(before, counts) }
    if (before && saved === 'other')
      return refuse('CHANGED_MEANWHILE', { campaign: campaignView(before, counts) })
    const all = [...faults, ...changeFaults(draft, before, counts)]
    if (all.length > 0) return refuse('CONTRADICTION', { faults: all })
    const row = rowOf(draft, before, freshId, ctx)
    await rewards.putCampaign(row)
    const pointsLeft = Math.max(0, (draft.pointsBudget ?? 0) - (counts?.points ?? 0))
    const after = { ...(counts ?? newCounts(row._id, 0)), pointsLeft }
    if (counts) await rewards.setPointsLeft(row._id, pointsLeft)
    else await rewards.addCounts(after)
    await tellShop(db, row, facts)
    const deed = { storeId: null, what: 'rewardCampaign.saved', subject: row._id }
    await record(db, ctx, { ...deed, before, after: row })
    return { campaign: campaignView(row, after) }
  })
}

function rowOf(
  draft: RewardDraft,
  before: RewardCampaignRow | null,
  freshId: string,
  { now }: Ctx,
): RewardCampaignRow {
  return {
    ...draft,
    _id: before?._id ?? freshId,
    state: before?.state ?? 'draft',
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
}

/** What can't be changed any more of a campaign that has begun. */
function changeFaults(draft: RewardDraft, before: RewardCampaignRow | null, counts: RewardCountsRow | null) {
  const given = counts?.points ?? 0
  const fault = (holds: boolean, field: string, sentence: string) => (holds ? [{ field, sentence }] : [])
  return [
    ...fault(before?.state === 'ended', 'state', '活动已经结束，不能再改，可以另开一个'),
    ...fault(
      before !== null && before.state !== 'draft' && draft.when !== before.when,
      'when',
      '活动开始后不能换奖励的时机，可以另开一个',
    ),
    ...fault(
      draft.pointsBudget !== null && draft.pointsBudget < given,
      'pointsBudget',
      `已经送出 ${given} 积分，总数不能更少`,
    ),
  ]
}

/** The shop carries the promise of the campaign that runs; a write for that one alone. */
export async function tellShop(db: TxDb, row: RewardCampaignRow, facts: ShopFacts): Promise<void> {
  if (row.state !== 'running') return
  const titles = new Map(facts.coupons.map(({ id, title }) => [id, title]))
  await rewardRepository(db).setRunning(termsOf(row._id, row, titles, facts.validMonths))
}
