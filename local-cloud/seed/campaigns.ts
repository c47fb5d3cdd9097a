import { shardsFor } from '@shared/coupons/budget'
import { isOffered } from '@shared/coupons/campaign-state'
import { DAY_MS, type Instant, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import type { CampaignRow } from '../../cloudfunctions/database/rows'
import { BRING_COUPON } from './bring'
import { shopRow, WELCOME_CAMPAIGN } from './shop'

type Wanted = Pick<CampaignRow, '_id' | 'name' | 'entry' | 'validity'> &
  Partial<Pick<CampaignRow, 'audience' | 'perMember' | 'budget'>> & {
    readonly terms: Pick<CampaignRow['terms'], 'benefit' | 'title' | 'source'> & Partial<CampaignRow['terms']>
  }
const NO_LIMIT = { count: null, fen: null, shards: 1 }
const EVERYTHING = { categoryIds: [], productIds: [], skuIds: [] }
const days = (n: number) => ({ kind: 'days' as const, days: n })
const limit = (count: number, fen: number | null = null) => ({ count, fen, shards: 1 })
const products = (...productIds: string[]) => ({ ...EVERYTHING, productIds })
const categories = (...categoryIds: string[]) => ({ ...EVERYTHING, categoryIds })

/** A campaign that has run for a month and will for a year, as saving and starting it would have left it. */
function running(wanted: Wanted, now: Instant): CampaignRow {
  const { terms, budget = NO_LIMIT, entry } = wanted
  const today = startOfShopDay(now)
  return {
    audience: { newMembers: false, tierIds: [], tags: [] },
    perMember: 1,
    ...wanted,
    budget,
    terms: { scope: EVERYTHING, storeIds: [], ways: [], days: [], hours: [], ...terms },
    state: 'running',
    version: 2,
    startAt: today - 30 * DAY_MS,
    endAt: today + 365 * DAY_MS,
    createdAt: today - 30 * DAY_MS,
    updatedAt: today - 30 * DAY_MS,
    shardsMade: shardsFor(budget, 0),
    ...(isOffered(entry) ? { offeredIn: 'shop' as const } : {}),
  }
}

/** ¥5 off from ¥15, for seven days, once for each new member. */
export const welcomeCampaign = (now: Instant): CampaignRow =>
  running(
    {
      _id: WELCOME_CAMPAIGN,
      name: '新人礼',
      entry: { kind: 'signup' },
      terms: {
        benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1500 },
        title: '新人 5 元券',
        source: '新人礼',
      },
      validity: days(7),
    },
    now,
  )

/** Taken in the claim centre, the newest first as they are shown. */
const OFFERED: readonly Wanted[] = [
  {
    _id: 'daily3',
    name: '天天立减',
    entry: { kind: 'claim' },
    terms: {
      benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 },
      title: '满 20 减 3',
      source: '领券中心',
    },
    validity: days(7),
    perMember: 2,
    budget: limit(500),
  },
  {
    _id: 'tea85',
    name: '奶茶 8.5 折',
    entry: { kind: 'claim' },
    terms: {
      benefit: { kind: 'percentOff', payBp: 8_500, capFen: 1_000, thresholdFen: 0 },
      title: '奶茶 8.5 折',
      source: '领券中心',
      scope: categories('tea'),
    },
    validity: days(14),
    budget: limit(300, 300_000),
  },
  {
    _id: 'second-half',
    name: '咖啡第二杯半价',
    entry: { kind: 'claim' },
    terms: {
      benefit: { kind: 'nthUnit', nth: 2, payBp: 5_000, capFen: 1_200 },
      title: '咖啡第二杯半价',
      source: '领券中心',
      scope: categories('coffee'),
    },
    validity: days(7),
    budget: limit(200, 240_000),
  },
  {
    _id: 'tarts',
    name: '蛋挞买二送一',
    entry: { kind: 'claim' },
    terms: {
      benefit: { kind: 'buyNGetM', buy: 2, get: 1, capFen: 500 },
      title: '蛋挞买二送一',
      source: '领券中心',
      scope: { ...EVERYTHING, skuIds: ['egg-tart-1'] },
    },
    validity: days(7),
    budget: limit(30),
  },
  {
    _id: 'monthly',
    name: '每月等级券',
    entry: { kind: 'monthly' },
    terms: {
      benefit: { kind: 'amountOff', offFen: 600, thresholdFen: 2_500 },
      title: '熟客满 25 减 6',
      source: '等级礼遇',
    },
    validity: days(31),
    audience: { newMembers: false, tierIds: ['silver', 'gold'], tags: [] },
  },
  {
    _id: 'points-latte',
    name: '积分换拿铁',
    entry: { kind: 'points', points: 300 },
    terms: {
      benefit: { kind: 'exchange', capFen: 1_800 },
      title: '拿铁兑换券',
      source: '积分兑换',
      scope: products('latte'),
    },
    validity: days(30),
    perMember: 5,
    budget: limit(100),
  },
]

/** Had by a code, or without being asked for. */
const OTHERS: readonly Wanted[] = [
  {
    _id: 'hello2026',
    name: '地推卡片',
    entry: { kind: 'code', code: 'HELLO2026' },
    terms: {
      benefit: { kind: 'fixedPrice', priceFen: 990, capFen: 810 },
      title: '9.9 元喝拿铁',
      source: '兑换码',
      scope: products('latte'),
    },
    validity: days(14),
    budget: limit(200, 162_000),
  },
  {
    _id: 'birthday',
    name: '生日礼',
    entry: { kind: 'birthday', daysBefore: 3 },
    terms: {
      benefit: { kind: 'exchange', capFen: 1_000 },
      title: '生日请你吃可颂',
      source: '生日礼',
      scope: products('croissant'),
    },
    validity: days(10),
    budget: limit(500),
  },
  {
    _id: 'third-order',
    name: '第三单礼',
    entry: { kind: 'nthOrder', nth: 3 },
    terms: {
      benefit: { kind: 'amountOff', offFen: 600, thresholdFen: 1_800 },
      title: '第三单满 18 减 6',
      source: '回头礼',
    },
    validity: days(14),
  },
  {
    _id: 'miss-you',
    name: '好久不见',
    entry: { kind: 'dormant', days: 30 },
    terms: {
      benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1_500 },
      title: '好久不见立减 5 元',
      source: '好久不见',
    },
    validity: days(14),
    budget: limit(1_000),
  },
  {
    _id: 'sorry',
    name: '一点心意',
    entry: { kind: 'grant' },
    terms: {
      benefit: { kind: 'amountOff', offFen: 800, thresholdFen: 900 },
      title: '一点心意 8 元券',
      source: '门店赠送',
    },
    validity: days(30),
    perMember: 3,
    budget: limit(100),
  },
  {
    _id: BRING_COUPON,
    name: '邀请有礼',
    entry: { kind: 'reward' },
    terms: {
      benefit: { kind: 'amountOff', offFen: 400, thresholdFen: 1_600 },
      title: '满 16 减 4',
      source: '邀请有礼',
    },
    validity: days(14),
    budget: limit(400, 160_000),
  },
]

/** Free delivery, where any store of the demo delivers; up to its dearest fee. */
function freeDelivery(): Wanted[] {
  const fees = Object.values(shopRow.stores).flatMap(
    ({ delivery }) => delivery?.bands.map((b) => b.feeFen) ?? [],
  )
  const capFen = Math.max(0, ...fees)
  if (capFen === 0) return []
  return [
    {
      _id: 'free-ride',
      name: '外送免配送费',
      entry: { kind: 'claim' },
      terms: {
        benefit: { kind: 'freeDelivery', capFen, thresholdFen: 3_000 },
        title: '外送免配送费',
        source: '领券中心',
        ways: ['delivery'],
      },
      validity: days(7),
      budget: limit(200),
    },
  ]
}

/** Every campaign of the demo shop; those of the claim centre a moment apart, so that they keep their order. */
export const campaignRows = (now: Instant): readonly CampaignRow[] => [
  welcomeCampaign(now),
  ...[...OFFERED, ...freeDelivery(), ...OTHERS].map((wanted, i) => {
    const row = running(wanted, now)
    return { ...row, createdAt: row.createdAt + (OFFERED.length + OTHERS.length - i) * MINUTE_MS }
  }),
]
