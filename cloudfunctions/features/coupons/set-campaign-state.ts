import { campaignFaults } from '@shared/coupons/campaign-faults'
import { canBecome, isOffered } from '@shared/coupons/campaign-state'
import type { CampaignState, setCampaignState as contract } from '@shared/coupons/campaign-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { CampaignRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { campaignRepository, type Funded } from './campaign-repository'
import { campaignView, draftOf } from './campaign-view'
import { markOffered, readInTx, readShopFacts, writeFunded, type ShopFacts } from './save-campaign'
import { tellShop } from './tell-shop'

/**
 * Begins, stops, resumes or ends a campaign. What begins is held against today's menu and stores once more: a draft may
 * have lain for weeks. What is issued stays good, whatever becomes of the campaign.
 */
export const setCampaignState: UseCase<typeof contract> = async ({ id, version, state }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const facts = state === 'running' ? await readShopFacts(ctx) : null
  return ctx.tx(async (db) => {
    const before = await readInTx(db, id)
    if (!before) return refuse('CAMPAIGN_NOT_FOUND')
    const { campaign } = before
    if (campaign.version !== version) return refuse('CHANGED_MEANWHILE', { campaign: campaignView(before) })
    if (!canBecome(campaign.state, state)) return refuse('WRONG_STATE')
    const faults = facts ? faultsOf(before, facts, ctx) : []
    if (faults.length > 0) return refuse('CONTRADICTION', { faults })
    const welcome = await passWelcome(db, campaign, state, ctx)
    if (isRefused(welcome)) return welcome
    const changed: CampaignRow = { ...campaign, state, version: version + 1, updatedAt: ctx.now }
    const after = markOffered({ ...before, campaign: changed })
    await writeFunded(db, isOffered(campaign.entry) ? after : { ...after, shards: [] })
    await tellShop(db, after.campaign)
    await record(db, ctx, {
      storeId: null,
      what: `campaign.${state}`,
      subject: id,
      before: { state: campaign.state, version },
      after: { state, version: version + 1 },
    })
    return { campaign: campaignView(after) }
  })
}

function faultsOf(before: Funded, facts: ShopFacts, { now }: Ctx) {
  return campaignFaults(draftOf(before.campaign), { ...facts, now, before: campaignView(before) })
}

/** One campaign at a time welcomes new members; the shop names it while it runs. */
async function passWelcome(db: TxDb, { _id, entry }: CampaignRow, state: CampaignState, { now }: Ctx) {
  if (entry.kind !== 'signup') return null
  const campaigns = campaignRepository(db)
  const { welcomeCampaignId } = await readShop(db)
  if (state !== 'running') {
    if (welcomeCampaignId === _id) await campaigns.setWelcome(null)
    return null
  }
  const other =
    welcomeCampaignId !== null && welcomeCampaignId !== _id
      ? await campaigns.campaign(welcomeCampaignId)
      : null
  if (other?.state === 'running' && now < other.endAt) return refuse('OTHER_WELCOME_RUNS')
  await campaigns.setWelcome(_id)
  return null
}
