import type { Way } from '@shared/catalogue/contract'
import type { Audience, CampaignDraft, Entry, Validity } from '@shared/coupons/campaign-contract'
import type { Benefit, BenefitKind, Scope } from '@shared/coupons/contract'
import { typedYuan, typedZhe } from './typed'
import { clockOf } from '@shared/stores/clock'
import { endMoment, startMoment, type Moment } from './moments'

/** The numbers of a benefit as they are typed. What a kind doesn't have keeps its words for the kind that has it. */
export type BenefitForm = {
  readonly kind: BenefitKind
  readonly off: string
  readonly threshold: string
  readonly cap: string
  readonly price: string
  /** 折 */
  readonly rate: string
  readonly nth: string
  readonly buy: string
  readonly get: string
}
export type EntryForm = {
  readonly kind: Entry['kind']
  readonly code: string
  /** Made by the cloud; '' until then. */
  readonly channel: string
  readonly daysBefore: string
  readonly nth: string
  readonly absentDays: string
  readonly points: string
}
export type ValidityForm = {
  readonly kind: Validity['kind']
  readonly days: string
  readonly from: Moment
  readonly to: Moment
}
/** Empty: no limit. */
export type BudgetForm = { readonly count: string; readonly fen: string; readonly shards: string }
export type HoursForm = { readonly from: string; readonly to: string }

/** A campaign while it is filled in: numbers are words until they are read. Its keys are what a merge takes as one piece. */
export type CampaignForm = {
  readonly benefit: BenefitForm
  readonly name: string
  readonly title: string
  readonly source: string
  readonly entry: EntryForm
  readonly scope: Scope
  readonly storeIds: readonly string[]
  readonly ways: readonly Way[]
  readonly days: readonly number[]
  readonly hours: readonly HoursForm[]
  readonly validity: ValidityForm
  readonly audience: Audience
  readonly perMember: string
  readonly budget: BudgetForm
  readonly period: { readonly from: Moment; readonly to: Moment }
}

/** Nothing in particular: all goods. */
export const EVERYTHING: Scope = { categoryIds: [], productIds: [], skuIds: [] }
export const NO_ENTRY: EntryForm = {
  kind: 'claim',
  code: '',
  channel: '',
  daysBefore: '7',
  nth: '2',
  absentDays: '30',
  points: '',
}
export const NO_BENEFIT: BenefitForm = {
  kind: 'amountOff',
  off: '',
  threshold: '',
  cap: '',
  price: '',
  rate: '',
  nth: '2',
  buy: '1',
  get: '1',
}

function benefitForm(benefit: Benefit): BenefitForm {
  const form = { ...NO_BENEFIT, kind: benefit.kind }
  const threshold = (fen: number) => (fen === 0 ? '' : typedYuan(fen))
  if (benefit.kind === 'amountOff')
    return { ...form, off: typedYuan(benefit.offFen), threshold: threshold(benefit.thresholdFen) }
  const capped = { ...form, cap: typedYuan(benefit.capFen) }
  switch (benefit.kind) {
    case 'percentOff':
      return { ...capped, rate: typedZhe(benefit.payBp), threshold: threshold(benefit.thresholdFen) }
    case 'fixedPrice':
      return { ...capped, price: typedYuan(benefit.priceFen) }
    case 'nthUnit':
      return { ...capped, nth: String(benefit.nth), rate: typedZhe(benefit.payBp) }
    case 'buyNGetM':
      return { ...capped, buy: String(benefit.buy), get: String(benefit.get) }
    case 'freeDelivery':
      return { ...capped, threshold: threshold(benefit.thresholdFen) }
    case 'exchange':
      return capped
  }
}

function entryForm(entry: Entry): EntryForm {
  const form = { ...NO_ENTRY, kind: entry.kind }
  switch (entry.kind) {
    case 'code':
      return { ...form, code: entry.code }
    case 'channel':
      return { ...form, channel: entry.channel }
    case 'birthday':
      return { ...form, daysBefore: String(entry.daysBefore) }
    case 'nthOrder':
      return { ...form, nth: String(entry.nth) }
    case 'dormant':
      return { ...form, absentDays: String(entry.days) }
    case 'points':
      return { ...form, points: String(entry.points) }
    default:
      return form
  }
}

function validityForm({ validity, startAt, endAt }: CampaignDraft): ValidityForm {
  if (validity.kind === 'days')
    return {
      kind: 'days',
      days: String(validity.days),
      from: startMoment(startAt),
      to: endMoment(endAt),
    }
  return { kind: 'dates', days: '7', from: startMoment(validity.startAt), to: endMoment(validity.endAt) }
}

const typedOrNone = (n: number | null, typed: (n: number) => string): string => (n === null ? '' : typed(n))

/** The form of a campaign as it stands. */
export function formOf(draft: CampaignDraft): CampaignForm {
  const { terms, budget } = draft
  return {
    benefit: benefitForm(terms.benefit),
    name: draft.name,
    title: terms.title,
    source: terms.source,
    entry: entryForm(draft.entry),
    scope: terms.scope,
    storeIds: terms.storeIds,
    ways: terms.ways,
    days: terms.days,
    hours: terms.hours.map(({ from, to }) => ({ from: clockOf(from), to: clockOf(to) })),
    validity: validityForm(draft),
    audience: draft.audience,
    perMember: String(draft.perMember),
    budget: {
      count: typedOrNone(budget.count, String),
      fen: typedOrNone(budget.fen, typedYuan),
      shards: String(budget.shards),
    },
    period: { from: startMoment(draft.startAt), to: endMoment(draft.endAt) },
  }
}
