/** Campaigns of the test shop, as saving and starting them would leave them; and the books of their budgets. */
import type { BudgetRow, CampaignRow, CouponRow } from '../../cloudfunctions/database/rows'
import { isOffered } from '@shared/coupons/campaign-state'
import type { CampaignDraft } from '@shared/coupons/campaign-contract'
import { DAY_MS } from '@shared/kernel/time'
import type { TestShop } from './shop'
import { booksOf } from '../../scripts/audit/books'
import { campaignBudgets } from '../../scripts/audit/budgets'
import { budgetRows, campaignRow, terms } from './shop-rows'

/** Puts a running campaign of the claim centre with its budget: ¥3 off from ¥20 on, unless changed. */
export function runCampaign(shop: TestShop, over: Partial<CampaignRow> = {}): CampaignRow {
  const row = campaignRow(shop.now(), {
    _id: 'autumn',
    name: '秋日立减',
    entry: { kind: 'claim' },
    terms: terms({ benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 }, title: '满 20 减 3' }),
    ...over,
  })
  const offered = row.state === 'running' && isOffered(row.entry)
  const campaign: CampaignRow = offered ? { ...row, offeredIn: 'shop' } : row
  shop.put('campaigns', campaign)
  shop.put('budgets', ...budgetRows(campaign))
  return campaign
}

/** What the owner fills in for the same campaign, with a hundred coupons. */
export const aDraft = (shop: TestShop, over: Partial<CampaignDraft> = {}): CampaignDraft => ({
  name: '秋日立减',
  entry: { kind: 'claim' },
  terms: terms({
    benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 },
    title: '满 20 减 3',
    source: '领券中心',
  }),
  validity: { kind: 'days', days: 7 },
  audience: { newMembers: false, tierIds: [], tags: [] },
  perMember: 1,
  budget: { count: 100, fen: null, shards: 1 },
  startAt: shop.now(),
  endAt: shop.now() + 30 * DAY_MS,
  ...over,
})

export const shardsOf = (shop: TestShop, campaignId: string): BudgetRow[] =>
  shop
    .rows<BudgetRow>('budgets')
    .filter((row) => row.campaignId === campaignId)
    .toSorted((a, b) => a.shard - b.shard)

export const couponsOf = (shop: TestShop, campaignId: string): CouponRow[] =>
  shop.rows<CouponRow>('coupons').filter((row) => row.campaignId === campaignId)

/** What is wrong with the budgets; nothing if law 5 holds. */
export const wrongInTheBudgets = (shop: TestShop): string[] =>
  campaignBudgets(booksOf((name) => shop.rows(name), shop.now()))
