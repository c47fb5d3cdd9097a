import { yuan } from '@shared/kernel/money'
import { MINUTE_MS } from '@shared/kernel/time'
import type { ShopDraft } from '@shared/stores/contract'
import { pointsSentence, priceWords } from '@shared/stores/words'
import type { Section } from '../store/sections'
import { NoticeSection } from './NoticeSection'
import { PackagingSection } from './PackagingSection'
import { EXAMPLE_FEN, PointsSection } from './PointsSection'
import { TiersSection } from './TiersSection'
import { TimesSection } from './TimesSection'

/** What the fields of the shop's form are called, by path. */
export const SHOP_NAMES: Readonly<Record<string, string>> = {
  notice: '公告',
  payWithinMs: '付款时限',
  acceptance: '接单时限',
  'loyalty.pointsPerYuan': '积分',
  'loyalty.pointFen': '积分抵扣',
  'loyalty.mostShareBp': '最多抵扣',
  'loyalty.validMonths': '积分有效期',
  'loyalty.tiers': '会员等级',
  packaging: '打包方式',
}

export const SHOP_SECTIONS: readonly Section<ShopDraft>[] = [
  {
    id: 'notice',
    title: '公告',
    fields: ['notice'],
    summary: ({ notice }) => (notice === '' ? '没有公告' : notice),
    Editor: NoticeSection,
  },
  {
    id: 'times',
    title: '付款与接单时限',
    fields: ['payWithinMs', 'acceptance'],
    summary: timesSummary,
    Editor: TimesSection,
  },
  {
    id: 'points',
    title: '积分',
    fields: ['loyalty.pointsPerYuan', 'loyalty.pointFen', 'loyalty.mostShareBp', 'loyalty.validMonths'],
    summary: ({ loyalty }) =>
      loyalty.pointsPerYuan === 0 ? '没有开' : pointsSentence(loyalty, loyalty.tiers[0] ?? null, EXAMPLE_FEN),
    Editor: PointsSection,
  },
  {
    id: 'tiers',
    title: '会员等级',
    fields: ['loyalty.tiers'],
    summary: tiersSummary,
    Editor: TiersSection,
  },
  {
    id: 'packaging',
    title: '打包方式',
    fields: ['packaging'],
    summary: ({ packaging }) =>
      packaging.map(({ name, feeFen }) => (feeFen === 0 ? name : `${name} ¥${yuan(feeFen)}`)).join('、'),
    Editor: PackagingSection,
  },
]

function timesSummary({ payWithinMs, acceptance }: ShopDraft): string {
  const minutes = (ms: number) => ms / MINUTE_MS
  const { remindMs, refundMs } = acceptance
  return `${minutes(payWithinMs)} 分钟没付款取消；${minutes(remindMs)} 分钟没接单提醒，${minutes(refundMs)} 分钟退款`
}

function tiersSummary({ loyalty: { tiers } }: ShopDraft): string {
  if (tiers.length === 0) return '没有等级'
  return tiers.map(({ name, priceBp }) => `${name} ${priceWords(priceBp)}`).join(' · ')
}
