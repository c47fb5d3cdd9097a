import { campaignFaults, type FaultFacts } from '@shared/coupons/campaign-faults'
import { isOffered } from '@shared/coupons/campaign-state'
import { largestCostFen } from '@shared/coupons/benefit'
import { dealt, shardsFor } from '@shared/coupons/budget'
import type { CampaignDraft, saveCampaign as contract } from '@shared/coupons/campaign-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { BudgetRow, CampaignRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { savedBefore } from '../../platform/saved-before'
import { readMenu, readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { budgetId, campaignRepository, type Funded } from './campaign-repository'
import { campaignView, draftOf } from './campaign-view'
import { secretOf, takeSecret, withSecret } from './campaign-codes'
import { tellShop } from './tell-shop'

const CAMPAIGN_ID = 12

/** What a draft is held against, but the campaign itself. */
export type ShopFacts = Omit<FaultFacts, 'before' | 'now'>

/** Two reads, one more where this instance doesn't know the menu. */
export async function readShopFacts(ctx: Ctx): Promise<ShopFacts> {
  const shop = await readShop(ctx.db)
  const menu = await readMenu(ctx.db, ctx.memory, shop.menuVersion)
  return { menu, stores: Object.values(shop.stores), loyalty: shop.loyalty }
}

/**
 * Makes or changes a campaign: the rules, its budget dealt out to its shards, its code, what the shop's settings say of
 * it, and the line of the record, in one transaction.
 */
export const saveCampaign: UseCase<typeof contract> = async ({ id, version, key, draft }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const read = [draft.terms.title, draft.terms.source].join('\n')
  if ((await ctx.texts.check(ctx.openid, read, 'profile')) === 'rejected') return refuse('TEXT_REJECTED')
  const facts = await readShopFacts(ctx)
  const fresh = { id: newCampaignId(key, ctx), channel: newChannel(ctx) }
  return ctx.tx(async (db) => {
    const before = await readInTx(db, id ?? fresh.id)
    if (id !== null && !before) return refuse('CAMPAIGN_NOT_FOUND')
    const told = withSecret(draft, before?.campaign.entry ?? null, fresh.channel)
    if (before) {
      const { version: there } = before.campaign
      const saved = savedBefore(
        { id, version, draft: told },
        { version: there, draft: draftOf(before.campaign) },
      )
      if (saved === 'done') return { campaign: campaignView(before) }
      if (saved === 'other') return refuse('CHANGED_MEANWHILE', { campaign: campaignView(before) })
    }
    const faults = campaignFaults(told, { ...facts, now: ctx.now, before: before && campaignView(before) })
    if (faults.length > 0) return refuse('CONTRADICTION', { faults })
    const funded = fundedBy(told, before, fresh.id, ctx)
    const taken = await takeSecret(db, secretOf(before?.campaign.entry), funded.campaign)
    if (isRefused(taken)) return taken
    await writeFunded(db, funded)
    await tellShop(db, funded.campaign)
    await record(db, ctx, {
      storeId: null,
      what: 'campaign.saved',
      subject: funded.campaign._id,
      before: before?.campaign ?? null,
      after: funded.campaign,
    })
    return { campaign: campaignView(funded) }
  })
}

/**
 * Twelve characters, since ids of coupons are made of it, the member's and the grant key, and have 64: 55 bits, and the
 * same for the same key of the same person.
 */
const newCampaignId = (key: string, { memberId }: Ctx): string =>
  derivedId('c', memberId, key).slice(0, CAMPAIGN_ID)
/** 60 bits that nobody guesses, in capitals. */
const newChannel = ({ newId }: Ctx): string => newId().slice(0, 12).toUpperCase()

export async function readInTx(db: TxDb, id: string): Promise<Funded | null> {
  const campaigns = campaignRepository(db)
  const campaign = await campaigns.campaign(id)
  return campaign && { campaign, shards: await campaigns.shards(campaign) }
}

/** The campaign as the draft makes it, with its budget dealt out anew. */
function fundedBy(draft: CampaignDraft, before: Funded | null, freshId: string, { now }: Ctx): Funded {
  const shardsMade = shardsFor(draft.budget, before?.shards.length ?? 0)
  const campaign: CampaignRow = {
    ...draft,
    _id: before?.campaign._id ?? freshId,
    state: before?.campaign.state ?? 'draft',
    version: (before?.campaign.version ?? 0) + 1,
    createdAt: before?.campaign.createdAt ?? now,
    updatedAt: now,
    shardsMade,
  }
  return markOffered({ campaign, shards: dealtRows(campaign, before?.shards ?? []) })
}

function dealtRows(campaign: CampaignRow, before: readonly BudgetRow[]): BudgetRow[] {
  const { _id, budget, terms, shardsMade } = campaign
  const rows = Array.from(
    { length: shardsMade },
    (_, shard): BudgetRow =>
      before[shard] ?? {
        _id: budgetId(_id, shard),
        campaignId: _id,
        shard,
        countLeft: null,
        fenLeft: null,
        issued: 0,
        issuedFen: 0,
      },
  )
  const shares = dealt(budget, rows, largestCostFen(terms.benefit))
  return rows.map((row, i) => ({ ...row, ...shares[i] }))
}

/** Campaign and shards are found with the shop while it runs and lies in the claim centre. */
export function markOffered({ campaign, shards }: Funded): Funded {
  const offered = campaign.state === 'running' && isOffered(campaign.entry)
  const mark = <T extends { readonly offeredIn?: 'shop' }>({ offeredIn: _before, ...row }: T) =>
    offered ? { ...row, offeredIn: 'shop' as const } : row
  return { campaign: mark(campaign) as CampaignRow, shards: shards.map((row) => mark(row) as BudgetRow) }
}

export async function writeFunded(db: TxDb, { campaign, shards }: Funded): Promise<void> {
  const campaigns = campaignRepository(db)
  await campaigns.put(campaign)
  for (const row of shards) await campaigns.putShard(row)
}
