import type { CampaignView } from '@shared/coupons/campaign-contract'
import { DAY_MS, startOfShopDay } from '@shared/kernel/time'
import { NOW } from './shop-views'

const TODAY = startOfShopDay(NOW)

/** A campaign as the manager's screens see it: ¥3 off from ¥20 on in the claim centre, 100 coupons, 12 of them out. */
export const aCampaign = (over: Partial<CampaignView> = {}): CampaignView => ({
  id: 'autumn',
  version: 3,
  state: 'running',
  issued: 12,
  issuedFen: 3600,
  name: '秋日立减',
  entry: { kind: 'claim' },
  terms: {
    benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 },
    title: '满 20 减 3',
    source: '领券中心',
    scope: { categoryIds: [], productIds: [], skuIds: [] },
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
  },
  validity: { kind: 'days', days: 7 },
  audience: { newMembers: false, tierIds: [], tags: [] },
  perMember: 1,
  budget: { count: 100, fen: null, shards: 1 },
  startAt: TODAY - 5 * DAY_MS,
  endAt: TODAY + 25 * DAY_MS,
  ...over,
})
