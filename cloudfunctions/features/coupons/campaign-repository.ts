import type { BudgetRow, CampaignCodeRow, CampaignRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gte, oneOf, unset, type Patch } from '../../platform/query'

const LISTED = 100
const MOST_ROWS = 1000
const MOST_SHARDS = 16
const REWARDS_LISTED = 50

/** A campaign with the documents in which its budget lies, in their order. */
export type Funded = { readonly campaign: CampaignRow; readonly shards: readonly BudgetRow[] }

export const budgetId = (campaignId: string, shard: number): string => `${campaignId}#${shard}`

const byShard = (rows: readonly BudgetRow[]) => rows.toSorted((a, b) => a.shard - b.shard)

/** Campaigns, budgets and codes by id: all that a transaction needs. */
export function campaignRepository(db: TxDb) {
  const campaigns = db.table<CampaignRow>('campaigns')
  const budgets = db.table<BudgetRow>('budgets')
  const codes = db.table<CampaignCodeRow>('campaignCodes')
  const shop = db.table<ShopRow>('settings')
  return {
    campaign: (id: string) => campaigns.get(id),
    put: (row: CampaignRow) => campaigns.set(row),
    shard: (campaignId: string, shard: number) => budgets.get(budgetId(campaignId, shard)),
    async shards({ _id, shardsMade }: CampaignRow): Promise<BudgetRow[]> {
      const rows: BudgetRow[] = []
      for (let shard = 0; shard < shardsMade; shard++) {
        const row = await budgets.get(budgetId(_id, shard))
        if (row) rows.push(row)
      }
      return rows
    },
    putShard: (row: BudgetRow) => budgets.set(row),
    changeShard: (campaignId: string, shard: number, patch: Patch<BudgetRow>) =>
      budgets.update(budgetId(campaignId, shard), patch),
    code: (code: string) => codes.get(code),
    takeCode: (code: string, campaignId: string) => codes.set({ _id: code, campaignId }),
    freeCode: (code: string) => codes.remove(code),
    /** Tells the shop which campaign welcomes new members. */
    setWelcome: (campaignId: string | null) => shop.update('shop', { welcomeCampaignId: campaignId }),
    /** Tells the shop that a coupon comes with the nth order; null: no longer. */
    setNthOrder: (campaignId: string, nth: number | null) =>
      shop.update('shop', { [`nthOrderCampaigns.${campaignId}`]: nth ?? unset() }),
  }
}

/** All campaigns, newest first, at most 100, each with its budget. One read, and one for each thousand shards. */
export async function listFunded(db: Db): Promise<Funded[]> {
  const rows = await db.table<CampaignRow>('campaigns').find({
    where: { createdAt: gte(0) },
    orderBy: [['createdAt', 'desc']],
    limit: LISTED,
  })
  return withBudgets(db, rows)
}

/** Running campaigns of the staff's hand, each with its budget: one read, and one for each thousand shards. */
export async function fundedGrants(db: Db): Promise<Funded[]> {
  const rows = await db
    .table<CampaignRow>('campaigns')
    .find({ where: { state: 'running', 'entry.kind': 'grant' }, limit: LISTED })
  return withBudgets(db, rows)
}

async function withBudgets(db: Db, rows: readonly CampaignRow[]): Promise<Funded[]> {
  const budgets: BudgetRow[] = []
  const atOnce = Math.floor(MOST_ROWS / MOST_SHARDS)
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map((row) => row._id)
    budgets.push(...(await budgetsOf(db, ids)))
  }
  return rows.map((campaign) => ({
    campaign,
    shards: byShard(budgets.filter((b) => b.campaignId === campaign._id)),
  }))
}

const budgetsOf = (db: Db, campaignIds: readonly string[]): Promise<BudgetRow[]> =>
  db.table<BudgetRow>('budgets').find({ where: { campaignId: oneOf(campaignIds) }, limit: MOST_ROWS })

/** One campaign with its budget: one read. */
export async function readFunded(db: Db, campaignId: string): Promise<Funded | null> {
  const found = await db.table<CampaignRow>('campaigns').lookup<{ shards: BudgetRow }>(campaignId, {
    shards: { from: 'budgets', foreignField: 'campaignId', limit: MOST_SHARDS },
  })
  return found && { campaign: found.doc, shards: byShard(found.joined.shards.rows) }
}

/** The campaign that a code or a channel leads to, with its budget: one read. */
export async function readByCode(db: Db, code: string): Promise<Funded | null> {
  const found = await db
    .table<CampaignCodeRow>('campaignCodes')
    .lookup<{ campaign: CampaignRow; shards: BudgetRow }>(code, {
      campaign: { from: 'campaigns', localField: 'campaignId', foreignField: '_id', limit: 1 },
      shards: {
        from: 'budgets',
        localField: 'campaignId',
        foreignField: 'campaignId',
        limit: MOST_SHARDS,
      },
    })
  const campaign = found?.joined.campaign.rows[0]
  return found && campaign ? { campaign, shards: byShard(found.joined.shards.rows) } : null
}

/** The shop with what its claim centre offers, newest first: one read. */
export async function readOffered(db: Db): Promise<{ shop: ShopRow; offered: Funded[] } | null> {
  const found = await db
    .table<ShopRow>('settings')
    .lookup<{ campaigns: CampaignRow; shards: BudgetRow }>('shop', {
      campaigns: { from: 'campaigns', foreignField: 'offeredIn', limit: LISTED },
      shards: { from: 'budgets', foreignField: 'offeredIn', limit: LISTED * MOST_SHARDS },
    })
  if (!found) return null
  const shards = byShard(found.joined.shards.rows)
  const offered = found.joined.campaigns.rows
    .toSorted((a, b) => b.createdAt - a.createdAt || (a._id < b._id ? -1 : 1))
    .map((campaign) => ({ campaign, shards: shards.filter((s) => s.campaignId === campaign._id) }))
  return { shop: found.doc, offered }
}

/** Running campaigns whose coupons come by a rule: one read. */
export const runningRules = (db: Db): Promise<CampaignRow[]> =>
  db.table<CampaignRow>('campaigns').find({
    where: { state: 'running', 'entry.kind': oneOf(['birthday', 'dormant', 'nthOrder']) },
    limit: LISTED,
  })

/** Campaigns whose coupons come with bringing a friend and which have not ended, newest first, with their budgets: two reads. */
export async function fundedRewards(db: Db): Promise<Funded[]> {
  const rows = await db.table<CampaignRow>('campaigns').find({
    where: { state: oneOf(['draft', 'running', 'paused']), 'entry.kind': 'reward' },
    limit: REWARDS_LISTED,
  })
  if (rows.length === 0) return []
  const budgets = await budgetsOf(
    db,
    rows.map((row) => row._id),
  )
  return rows
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map((campaign) => ({ campaign, shards: byShard(budgets.filter((b) => b.campaignId === campaign._id)) }))
}
