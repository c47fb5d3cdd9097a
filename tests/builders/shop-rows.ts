/** A tiny shop: one store, a drink with choices, a bagel that is counted. Tests change what they need. */
import { largestCostFen } from '@shared/coupons/benefit'
import { dealt } from '@shared/coupons/budget'
import type {
  BudgetRow,
  CampaignRow,
  CounterRow,
  MenuRow,
  ShopRow,
  StockRow,
  StoreRow,
} from '../../cloudfunctions/database/rows'
import type { Terms } from '@shared/coupons/contract'
import { DAY_MS, MINUTE_MS, type Instant } from '@shared/kernel/time'

export const STORE = 's1'

export const store: StoreRow = {
  id: STORE,
  order: 1,
  name: '一号店',
  address: '学府路 1 号',
  phone: '0571-1',
  lat: 30.2,
  lng: 120.1,
  hours: [{ from: 7 * 60, to: 20 * 60 }],
  specialDays: {},
  ways: ['pickup', 'dineIn'],
  minimumFen: 0,
  delivery: null,
  preorder: null,
  secondsPerUnit: 90,
  paused: false,
  soldOut: {},
  daily: { bagel: 10 },
  tables: ['A1', 'A2'],
}

export const shopRow: ShopRow = {
  _id: 'shop',
  name: '常客',
  notice: '',
  menuVersion: 1,
  stores: { [STORE]: store },
  packaging: [
    { id: 'none', name: '不打包', feeFen: 0 },
    { id: 'bag', name: '打包袋', feeFen: 50 },
  ],
  templates: {
    ORDER_READY: {
      id: 'tpl-ready',
      fields: { pickupCode: 'character_string1', store: 'thing2', tip: 'thing3' },
    },
    ORDER_REFUNDED: {
      id: 'tpl-refunded',
      fields: { amount: 'amount1', reason: 'thing2', orderId: 'character_string3' },
    },
  },
  welcomeCampaignId: 'welcome',
  loyalty: {
    pointsPerYuan: 0,
    pointFen: 0,
    mostShareBp: 0,
    validMonths: 12,
    tiers: [],
  },
  payWithinMs: 30 * MINUTE_MS,
  acceptance: { remindMs: 5 * MINUTE_MS, refundMs: 15 * MINUTE_MS },
  subMchId: '1900000109',
  pay: { kind: 'cloudPay' },
  uploadsShipping: false,
  nthOrderCampaigns: {},
}

export const menuRow: MenuRow = {
  _id: 'menu',
  version: 1,
  categories: [
    { id: 'coffee', name: '咖啡' },
    { id: 'bread', name: '面包' },
  ],
  products: [
    {
      id: 'latte',
      categoryId: 'coffee',
      name: '拿铁',
      intro: '',
      picture: 'latte',
      marks: [],
      skus: [
        { id: 'latte-m', name: '中杯', priceFen: 1600 },
        { id: 'latte-l', name: '大杯', priceFen: 1900 },
      ],
      options: [
        {
          id: 'ice',
          name: '温度',
          choices: [
            { id: 'ice-full', name: '正常冰', deltaFen: 0 },
            { id: 'ice-less', name: '少冰', deltaFen: 0 },
          ],
          defaults: ['ice-full'],
          max: 1,
        },
      ],
      impossible: [],
    },
    {
      id: 'bagel',
      categoryId: 'bread',
      name: '贝果',
      intro: '',
      picture: 'bagel',
      marks: [],
      skus: [{ id: 'bagel', name: '一个', priceFen: 800 }],
      options: [],
      impossible: [],
    },
  ],
}

/** A day's bagels. */
export const stockRow = (available: number, day: string): StockRow => ({
  _id: `${STORE}:bagel:${day}`,
  storeId: STORE,
  skuId: 'bagel',
  day,
  supply: available,
  available,
  held: 0,
  sold: 0,
  ...(available === 0 ? { emptyOf: 'shop' as const } : {}),
})

/** A coupon's terms; an amount off everything unless changed. */
export const terms = (over: Partial<Terms> = {}): Terms => ({
  benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1500 },
  title: '新人立减 5 元',
  source: '新人礼',
  scope: { categoryIds: [], productIds: [], skuIds: [] },
  storeIds: [],
  ways: [],
  days: [],
  hours: [],
  ...over,
})

/** A campaign that has run for a month and will for a year; the welcome coupon of ¥5 from ¥15 on unless changed. */
export const campaignRow = (now: Instant, over: Partial<CampaignRow> = {}): CampaignRow => ({
  _id: 'welcome',
  name: '新人礼',
  state: 'running',
  version: 1,
  entry: { kind: 'signup' },
  terms: terms(),
  validity: { kind: 'days', days: 7 },
  audience: { newMembers: false, tierIds: [], tags: [] },
  perMember: 1,
  budget: { count: null, fen: null, shards: 1 },
  startAt: now - 30 * DAY_MS,
  endAt: now + 335 * DAY_MS,
  createdAt: now - 30 * DAY_MS,
  updatedAt: now - 30 * DAY_MS,
  shardsMade: over.budget?.shards ?? 1,
  ...over,
})

/** The documents of a campaign's budget, of which nothing is issued yet. */
export function budgetRows({
  _id,
  budget,
  terms: { benefit },
  shardsMade,
  offeredIn,
}: CampaignRow): BudgetRow[] {
  const none = { countLeft: null, fenLeft: null, issued: 0, issuedFen: 0 }
  const shards = dealt(budget, Array<typeof none>(shardsMade).fill(none), largestCostFen(benefit))
  return shards.map((share, shard) => ({
    _id: `${_id}#${shard}`,
    campaignId: _id,
    shard,
    ...share,
    ...(offeredIn ? { offeredIn } : {}),
  }))
}

export const counterRow = (staff: CounterRow['staff']): CounterRow => ({ _id: STORE, staff })
