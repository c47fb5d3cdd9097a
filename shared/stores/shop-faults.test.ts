import { MINUTE_MS } from '../kernel/time'
import { aShopDraft } from '../../tests/builders/store-drafts'
import type { ShopDraft } from './contract'
import { shopFaults } from './shop-faults'

const { loyalty, packaging } = aShopDraft()
const [green, silver, gold] = loyalty.tiers as [Tier, Tier, Tier]
type Tier = (typeof loyalty.tiers)[number]
const points = (over: Partial<typeof loyalty>) => ({ loyalty: { ...loyalty, ...over } })
const tiers = (...all: readonly Tier[]) => points({ tiers: [...all] })
const waits = (remind: number, refund: number) => ({
  acceptance: { remindMs: remind * MINUTE_MS, refundMs: refund * MINUTE_MS },
})

it('finds no fault with a shop with points and tiers', () => {
  expect(shopFaults(aShopDraft())).toEqual([])
})

const CONTRADICTIONS: readonly [string, Partial<ShopDraft>, string, string][] = [
  ['a notice nobody reads', { notice: '新'.repeat(101) }, 'notice', '公告最多 100 个字'],
  [
    'a payment that cannot be closed in time',
    { payWithinMs: 4 * MINUTE_MS },
    'payWithinMs',
    '付款时限要填 5–120 之间的整数（分钟）',
  ],
  ['half a minute to pay', { payWithinMs: 330_000 }, 'payWithinMs', '付款时限要填 5–120 之间的整数（分钟）'],
  ['a negative time', { payWithinMs: -MINUTE_MS }, 'payWithinMs', '付款时限要填 5–120 之间的整数（分钟）'],
  ['reminding at once', waits(0, 15), 'acceptance.remindMs', '再提醒的时间要填 1–1440 之间的整数（分钟）'],
  [
    'waiting for more than a day',
    waits(5, 1441),
    'acceptance.refundMs',
    '自动退款的时间要填 2–1440 之间的整数（分钟）',
  ],
  [
    'refunding before reminding',
    waits(15, 10),
    'acceptance.refundMs',
    '自动退款要晚于再提醒，不然店员来不及接',
  ],
  ['half a point', points({ pointsPerYuan: 0.5 }), 'loyalty.pointsPerYuan', '每元积分要填 0–100 之间的整数'],
  [
    'negative points',
    points({ pointsPerYuan: -1 }),
    'loyalty.pointsPerYuan',
    '每元积分要填 0–100 之间的整数',
  ],
  [
    'half a fen a point',
    points({ pointFen: 0.5 }),
    'loyalty.pointFen',
    '每分抵扣要在 ¥0 到 ¥1 之间，最小到分',
  ],
  [
    'points that give more back than was paid',
    points({ pointsPerYuan: 10, pointFen: 10 }),
    'loyalty.pointFen',
    '相当于把 150% 的钱返给顾客，最多 50%',
  ],
  [
    'a share above all',
    points({ mostShareBp: 10_001 }),
    'loyalty.mostShareBp',
    '最多抵扣要在 0% 到 100% 之间',
  ],
  [
    'points that pay nothing',
    points({ mostShareBp: 0 }),
    'loyalty.mostShareBp',
    '积分能抵钱，但最多抵扣是 0%，等于抵不了',
  ],
  [
    'points that end at once',
    points({ validMonths: 0 }),
    'loyalty.validMonths',
    '积分有效期（月）要填 1–36 之间的整数',
  ],
  [
    'a first tier that is not for everybody',
    tiers({ ...green, fromFen: 100 }, silver, gold),
    'loyalty.tiers.0.fromFen',
    '第一个等级要从 ¥0 开始，新会员才有等级',
  ],
  [
    'a tier that is no step',
    tiers(green, silver, { ...gold, fromFen: 20_000 }),
    'loyalty.tiers.2.fromFen',
    '门槛要比前一个等级高',
  ],
  [
    'a tier that pays more',
    tiers(green, silver, { ...gold, priceBp: 9_900 }),
    'loyalty.tiers.2.priceBp',
    '等级更高，价格反而更贵',
  ],
  [
    'a tier that earns less',
    tiers(green, silver, { ...gold, pointsBp: 11_000 }),
    'loyalty.tiers.2.pointsBp',
    '等级更高，积分反而更少',
  ],
  [
    'a price of nothing',
    tiers(green, silver, { ...gold, priceBp: 0 }),
    'loyalty.tiers.2.priceBp',
    '会员价要在 1 折到 10 折之间',
  ],
  [
    'eleven times the points',
    tiers(green, silver, { ...gold, pointsBp: 110_000 }),
    'loyalty.tiers.2.pointsBp',
    '积分倍数要在 0 到 10 倍之间',
  ],
  [
    'a tier without a name',
    tiers(green, silver, { ...gold, name: '' }),
    'loyalty.tiers.2.name',
    '等级名称还没有填',
  ],
  [
    'two tiers of a name',
    tiers(green, silver, { ...gold, name: '熟客' }),
    'loyalty.tiers.2.name',
    '和第 2 个重名了',
  ],
  [
    'two tiers of an id',
    tiers(green, silver, { ...gold, id: 'silver' }),
    'loyalty.tiers.2.id',
    '和第 2 个是同一个编号，请删掉重新添加',
  ],
  [
    'nine tiers',
    tiers(
      ...Array.from({ length: 9 }, (_, i) => ({ ...green, id: `t${i}`, name: `${i} 级`, fromFen: i * 100 })),
    ),
    'loyalty.tiers',
    '等级最多 8 个',
  ],
  ['no packaging', { packaging: [] }, 'packaging', '至少要有一种打包方式，不收费的也算'],
  [
    'packaging of no name',
    { packaging: [{ id: 'bag', name: '', feeFen: 0 }] },
    'packaging.0.name',
    '打包方式还没有填',
  ],
  [
    'a negative fee',
    { packaging: [{ id: 'bag', name: '袋', feeFen: -1 }] },
    'packaging.0.feeFen',
    '打包费要在 ¥0 到 ¥20 之间，最小到分',
  ],
  [
    'packaging twice',
    { packaging: [...packaging, { id: '', name: '打包袋', feeFen: 0 }] },
    'packaging.2.name',
    '和第 2 个重名了',
  ],
  [
    'packaging of one id',
    { packaging: [...packaging, { id: 'bag', name: '纸袋', feeFen: 0 }] },
    'packaging.2.id',
    '和第 2 个是同一个编号，请删掉重新添加',
  ],
  [
    'eleven kinds of packaging',
    { packaging: Array.from({ length: 11 }, (_, i) => ({ id: '', name: `袋${i}`, feeFen: 0 })) },
    'packaging',
    '打包方式最多 10 种',
  ],
]

it.each(CONTRADICTIONS)('refuses %s', (_what, over, field, sentence) => {
  expect(shopFaults(aShopDraft(over))).toEqual([{ field, sentence }])
})

it.each<[string, Partial<ShopDraft>]>([
  ['no notice', { notice: '' }],
  ['no points at all', points({ pointsPerYuan: 0, pointFen: 0, mostShareBp: 0, tiers: [] })],
  ['points that only buy coupons', points({ pointFen: 0, mostShareBp: 0 })],
  ['a shop of one tier', tiers(green)],
  ['fees of nothing', { packaging: [{ id: 'bag', name: '袋', feeFen: 0 }] }],
])('has nothing against %s', (_what, over) => {
  expect(shopFaults(aShopDraft(over))).toEqual([])
})
