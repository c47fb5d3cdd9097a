import { MINUTE_MS } from '../kernel/time'
import type { ShopDraft } from './contract'
import {
  countFault,
  faultIf,
  idFaults,
  isWhole,
  moneyFault,
  nameFaults,
  textFault,
  type FieldFault,
} from './fault'

type Loyalty = ShopDraft['loyalty']
type Tier = Loyalty['tiers'][number]

const NOTICE_MOST = 100
/** WeChat closes no payment within five minutes of its creation. */
const PAY_WITHIN_MINUTES = [5, 120] as const
const REFUND_MINUTES = [2, 24 * 60] as const
/** Points may give back at most this share of what was paid. */
const MOST_BACK_BP = 5000
const MOST_TIERS = 8
const MOST_PACKAGING = 10
const MOST_PACKAGING_FEN = 2000
const MOST_FROM_FEN = 10_000_000

/** Everything that contradicts itself in the shop's form; [] for one that can be saved. Phone and cloud ask the same. */
export function shopFaults(draft: ShopDraft): FieldFault[] {
  return [
    ...faultIf(draft.notice.length > NOTICE_MOST, 'notice', `公告最多 ${NOTICE_MOST} 个字`),
    ...minutesFault('payWithinMs', draft.payWithinMs, ...PAY_WITHIN_MINUTES, '付款时限'),
    ...acceptanceFaults(draft.acceptance),
    ...loyaltyFaults(draft.loyalty),
    ...packagingFaults(draft.packaging),
  ]
}

function minutesFault(field: string, ms: number, from: number, to: number, what: string): FieldFault[] {
  const wrong = ms % MINUTE_MS !== 0 || !isWhole(ms / MINUTE_MS, from, to)
  return faultIf(wrong, field, `${what}要填 ${from}–${to} 之间的整数（分钟）`)
}

function acceptanceFaults({ remindMs, refundMs }: ShopDraft['acceptance']): FieldFault[] {
  return [
    ...minutesFault('acceptance.remindMs', remindMs, 1, REFUND_MINUTES[1], '再提醒的时间'),
    ...minutesFault('acceptance.refundMs', refundMs, ...REFUND_MINUTES, '自动退款的时间'),
    ...faultIf(remindMs >= refundMs, 'acceptance.refundMs', '自动退款要晚于再提醒，不然店员来不及接'),
  ]
}

function loyaltyFaults(loyalty: Loyalty): FieldFault[] {
  const { pointsPerYuan, pointFen, mostShareBp, validMonths, tiers } = loyalty
  return [
    ...countFault('loyalty.pointsPerYuan', pointsPerYuan, 0, 100, '每元积分'),
    ...moneyFault('loyalty.pointFen', pointFen, 100, '每分抵扣'),
    ...faultIf(!isWhole(mostShareBp, 0, 10_000), 'loyalty.mostShareBp', '最多抵扣要在 0% 到 100% 之间'),
    ...faultIf(
      pointFen > 0 && mostShareBp === 0,
      'loyalty.mostShareBp',
      '积分能抵钱，但最多抵扣是 0%，等于抵不了',
    ),
    ...countFault('loyalty.validMonths', validMonths, 1, 36, '积分有效期（月）'),
    ...tierFaults(tiers),
    ...backFaults(loyalty),
  ]
}

/** What the best tier gets back of what it pays, in points, must not be half of it or more. */
function backFaults({ pointsPerYuan, pointFen, tiers }: Loyalty): FieldFault[] {
  const bestBp = Math.max(10_000, ...tiers.map((t) => t.pointsBp))
  // points a yuan · fen a point / 100 fen, in basis points
  const backBp = Math.floor((pointsPerYuan * pointFen * bestBp) / 100)
  return faultIf(
    backBp > MOST_BACK_BP,
    'loyalty.pointFen',
    `相当于把 ${Math.floor(backBp / 100)}% 的钱返给顾客，最多 ${MOST_BACK_BP / 100}%`,
  )
}

function tierFaults(tiers: readonly Tier[]): FieldFault[] {
  const field = (i: number, name: keyof Tier) => `loyalty.tiers.${i}.${name}`
  return [
    ...faultIf(tiers.length > MOST_TIERS, 'loyalty.tiers', `等级最多 ${MOST_TIERS} 个`),
    ...faultIf((tiers[0]?.fromFen ?? 0) !== 0, field(0, 'fromFen'), '第一个等级要从 ¥0 开始，新会员才有等级'),
    ...tiers.flatMap((tier, i) => [
      ...textFault(field(i, 'name'), tier.name, 8, '等级名称'),
      ...moneyFault(field(i, 'fromFen'), tier.fromFen, MOST_FROM_FEN, '消费门槛'),
      ...faultIf(!isWhole(tier.priceBp, 1000, 10_000), field(i, 'priceBp'), '会员价要在 1 折到 10 折之间'),
      ...faultIf(!isWhole(tier.pointsBp, 0, 100_000), field(i, 'pointsBp'), '积分倍数要在 0 到 10 倍之间'),
      ...steps(tiers[i - 1], tier, (name) => field(i, name)),
    ]),
    ...idFaults(
      'loyalty.tiers',
      tiers.map((t) => t.id),
    ),
    ...nameFaults(
      'loyalty.tiers',
      tiers.map((t) => t.name),
    ),
  ]
}

/** A tier is reached by spending more than for the one before, and is in nothing worse. */
function steps(before: Tier | undefined, tier: Tier, field: (name: keyof Tier) => string): FieldFault[] {
  if (before === undefined) return []
  return [
    ...faultIf(tier.fromFen <= before.fromFen, field('fromFen'), '门槛要比前一个等级高'),
    ...faultIf(tier.priceBp > before.priceBp, field('priceBp'), '等级更高，价格反而更贵'),
    ...faultIf(tier.pointsBp < before.pointsBp, field('pointsBp'), '等级更高，积分反而更少'),
  ]
}

function packagingFaults(packaging: ShopDraft['packaging']): FieldFault[] {
  return [
    ...faultIf(packaging.length === 0, 'packaging', '至少要有一种打包方式，不收费的也算'),
    ...faultIf(packaging.length > MOST_PACKAGING, 'packaging', `打包方式最多 ${MOST_PACKAGING} 种`),
    ...packaging.flatMap(({ name, feeFen }, i) => [
      ...textFault(`packaging.${i}.name`, name, 10, '打包方式'),
      ...moneyFault(`packaging.${i}.feeFen`, feeFen, MOST_PACKAGING_FEN, '打包费'),
    ]),
    ...idFaults(
      'packaging',
      packaging.map((p) => p.id),
    ),
    ...nameFaults(
      'packaging',
      packaging.map((p) => p.name),
    ),
  ]
}
