import { campaignFaults, type FaultFacts } from '@shared/coupons/campaign-faults'
import type { CampaignDraft, FieldFault } from '@shared/coupons/campaign-contract'
import type { BenefitKind } from '@shared/coupons/contract'
import type { ReadForm } from './read-form'

/** Where faults that no field shows are told: over the form. */
export const ELSEWHERE = 'form'
const BENEFIT_FIELDS: Readonly<Record<BenefitKind, readonly string[]>> = {
  amountOff: ['offFen', 'thresholdFen'],
  percentOff: ['payBp', 'capFen', 'thresholdFen'],
  fixedPrice: ['priceFen', 'capFen'],
  nthUnit: ['nth', 'payBp', 'capFen'],
  exchange: ['capFen'],
  buyNGetM: ['buy', 'get', 'capFen'],
  freeDelivery: ['capFen', 'thresholdFen'],
}
/** Places of the form that are always there, from its top to its foot; those of the benefit stand behind the first two. */
const HEAD = [ELSEWHERE, 'terms.benefit']
const REST = [
  'name',
  'terms.title',
  'terms.source',
  'entry',
  'entry.code',
  'entry.daysBefore',
  'entry.nth',
  'entry.days',
  'entry.points',
  'terms.scope',
  'terms.storeIds',
  'terms.ways',
  'terms.days',
  'terms.hours',
  'validity',
  'validity.days',
  'validity.startAt',
  'validity.endAt',
  'audience',
  'audience.newMembers',
  'audience.tierIds',
  'audience.tags',
  'perMember',
  'budget.count',
  'budget.fen',
  'startAt',
  'endAt',
  'budget.shards',
]

/** The form's places from top to foot. */
const placesOf = ({ terms }: CampaignDraft): readonly string[] => [
  ...HEAD,
  ...BENEFIT_FIELDS[terms.benefit.kind].map((name) => `terms.benefit.${name}`),
  ...REST,
]

/** The place at which a fault of this field is shown: the field's own, or the nearest around it. */
function placeOf(field: string, places: readonly string[]): string {
  if (places.includes(field)) return field
  const around = field.slice(0, Math.max(0, field.lastIndexOf('.')))
  return around === '' ? ELSEWHERE : placeOf(around, places)
}

/** Place → sentence; the first of a place stands for all. Keys in the order of the page. */
export function faultsByPlace(
  faults: readonly FieldFault[],
  draft: CampaignDraft,
): ReadonlyMap<string, string> {
  const places = placesOf(draft)
  const placed = faults.map(({ field, sentence }) => ({ place: placeOf(field, places), sentence }))
  const shown = places.flatMap((place): [string, string][] => {
    const first = placed.find((fault) => fault.place === place)
    return first === undefined ? [] : [[place, first.sentence]]
  })
  return new Map(shown)
}

/**
 * Everything that is wrong with a form. The cloud holds it against the same rules; `facts` null: the menu was not heard
 * yet, so only what can't be read is told here.
 */
export function faultsOf({ draft, missing, garbled }: ReadForm, facts: FaultFacts | null): FieldFault[] {
  const unread = [...garbled, ...missing]
  const contradictions = facts === null ? [] : campaignFaults(draft, facts)
  return [...unread, ...contradictions.filter(({ field }) => unread.every((one) => one.field !== field))]
}

/** The id of a place's element, for scrolling to it. */
export const placeId = (place: string): string => `at-${place.replace(/\./g, '-')}`
