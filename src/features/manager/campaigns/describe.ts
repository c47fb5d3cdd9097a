import type { CampaignDraft, CampaignView } from '@shared/coupons/campaign-contract'
import { benefitWords } from '@shared/coupons/benefit'
import { daysWords, limitWords, scopeWords, waysWords, type Names } from '@shared/coupons/scope-words'
import { hoursText } from '@shared/catalogue/opening'
import { formOf, type CampaignForm } from './form'
import { spanWords } from './moments'
import { yuanGrouped } from './typed'
import { entryWords } from './words'

/** One thing of a campaign in words; `part` is what a merge takes as one piece. */
export type Fact = { readonly part: keyof CampaignForm; readonly label: string; readonly words: string }
type Tiers = readonly { readonly id: string; readonly name: string }[]

const LABELS: Readonly<Record<keyof CampaignForm, string>> = {
  benefit: '优惠',
  name: '活动名称',
  title: '券名',
  source: '来源',
  entry: '发放方式',
  scope: '适用商品',
  storeIds: '适用门店',
  ways: '取餐方式',
  days: '可用星期',
  hours: '可用时段',
  validity: '券有效期',
  audience: '发给谁',
  perMember: '每人张数',
  budget: '预算',
  period: '活动时间',
}
const PARTS = Object.keys(LABELS) as (keyof CampaignForm)[]

export function validityWords({ validity }: Pick<CampaignDraft, 'validity'>): string {
  if (validity.kind === 'dates') return `${spanWords(validity.startAt, validity.endAt)} 可用`
  return validity.days > 0 ? `领取后 ${validity.days} 天内有效` : '有效期还没有填'
}

export function audienceWords({ audience }: Pick<CampaignDraft, 'audience'>, tiers: Tiers): string {
  const names = audience.tierIds.map((id) => tiers.find((tier) => tier.id === id)?.name ?? '已删除的等级')
  const words = [
    audience.newMembers ? '没下过单的会员' : '',
    names.join('、'),
    audience.tags.length > 0 ? `标签 ${audience.tags.join('、')}` : '',
  ].filter((one) => one !== '')
  return words.length === 0 ? '所有会员' : words.join(' · ')
}

function budgetWords({ budget: { count, fen, shards } }: CampaignDraft): string {
  const words = [
    count === null ? '' : `${count} 张`,
    fen === null ? '' : `¥${yuanGrouped(fen)}`,
    shards > 1 ? `分 ${shards} 份发` : '',
  ].filter((one) => one !== '')
  return words.length === 0 ? '没有上限' : words.join('、')
}

function wordsOf(part: keyof CampaignForm, draft: CampaignDraft, names: Names, tiers: Tiers): string {
  const { terms } = draft
  const { big, unit, line, most } = benefitWords(terms.benefit)
  const [where = '所有门店'] = limitWords({ storeIds: terms.storeIds, ways: [], days: [], hours: [] }, names)
  const words: Readonly<Record<keyof CampaignForm, () => string>> = {
    benefit: () => [unit === '' ? big : `${big} ${unit}`, line, most].filter((one) => one !== '').join(' · '),
    name: () => draft.name,
    title: () => terms.title,
    source: () => terms.source,
    entry: () => entryWords(draft.entry),
    scope: () => scopeWords(terms, names),
    storeIds: () => where,
    ways: () => waysWords(terms.ways) || '不限',
    days: () => daysWords(terms.days) || '每天',
    hours: () => hoursText(terms.hours) || '全天',
    validity: () => validityWords(draft),
    audience: () => audienceWords(draft, tiers),
    perMember: () => `${draft.perMember} 张`,
    budget: () => budgetWords(draft),
    period: () => spanWords(draft.startAt, draft.endAt),
  }
  return words[part]()
}

/** A campaign in words, from top to foot. */
export const factsOf = (draft: CampaignDraft, names: Names, tiers: Tiers): Fact[] =>
  PARTS.map((part) => ({ part, label: LABELS[part], words: wordsOf(part, draft, names, tiers) }))

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export type Change = {
  readonly label: string
  readonly was: string
  readonly now: string
  /** What this form says of the same thing; null: it was not touched here. */
  readonly mine: string | null
}

/** What somebody else changed of the campaign that this form was opened on. */
export function changesOf(
  opened: CampaignView,
  theirs: CampaignView,
  mine: { readonly form: CampaignForm; readonly draft: CampaignDraft },
  names: Names,
  tiers: Tiers,
): Change[] {
  const [before, after] = [formOf(opened), formOf(theirs)]
  return PARTS.filter((part) => !isSame(before[part], after[part])).map((part) => ({
    label: LABELS[part],
    was: wordsOf(part, opened, names, tiers),
    now: wordsOf(part, theirs, names, tiers),
    mine: isSame(mine.form[part], before[part]) ? null : wordsOf(part, mine.draft, names, tiers),
  }))
}

/** Their version with what was changed here on top: where both changed the same thing, ours stands. */
export function merged(base: CampaignForm, mine: CampaignForm, theirs: CampaignForm): CampaignForm {
  const ours = PARTS.filter((part) => !isSame(base[part], mine[part])).map((part) => [part, mine[part]])
  return { ...theirs, ...(Object.fromEntries(ours) as Partial<CampaignForm>) }
}
