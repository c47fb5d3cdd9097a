import type { Store } from '../catalogue/contract'
import type { Instant } from '../kernel/time'
import type { Loyalty } from '../points/contract'
import { largestCostFen } from './benefit'
import type { CampaignDraft, CampaignView, FieldFault } from './campaign-contract'
import { benefitContradictions, benefitNumbers } from './faults/benefit-faults'
import { budgetFaults, changeFaults } from './faults/budget-faults'
import { textFault } from './faults/fault'
import { pricesInScope, type Goods } from './faults/prices-in-scope'
import { audienceFaults, entryFaults, scopeFaults } from './faults/reach-faults'
import { periodFaults, validityFaults, weekFaults } from './faults/time-faults'

/** What a draft is held against. */
export type FaultFacts = {
  readonly menu: Goods
  readonly stores: readonly Pick<Store, 'id' | 'ways' | 'delivery'>[]
  readonly loyalty: Pick<Loyalty, 'pointsPerYuan' | 'tiers'>
  readonly now: Instant
  /** The campaign that is changed; null for a new one. */
  readonly before: Pick<CampaignView, 'state' | 'entry' | 'issued' | 'issuedFen'> | null
}

/**
 * Everything in a campaign that contradicts itself, the menu, the stores or what was issued, each with the field and a
 * sentence for the owner. Empty: it may be saved and run. Law: what passes issues coupons whose largest cost is above
 * zero and fits its budget at least once.
 */
export function campaignFaults(draft: CampaignDraft, facts: FaultFacts): FieldFault[] {
  const { menu, stores, loyalty, now, before } = facts
  const numbers = benefitNumbers(draft.terms.benefit)
  const validity = validityFaults(draft, now)
  return [
    ...textFault('name', draft.name, 30, '活动名称'),
    ...textFault('terms.title', draft.terms.title, 20, '券名'),
    ...textFault('terms.source', draft.terms.source, 12, '来源'),
    ...numbers,
    ...(numbers.length > 0 ? [] : contradictions(draft, facts)),
    ...scopeFaults(draft, menu, stores),
    ...entryFaults(draft, loyalty),
    ...audienceFaults(draft, loyalty),
    ...periodFaults(draft, now),
    ...validity,
    ...(validity.length > 0 ? [] : weekFaults(draft)),
    ...budgetFaults(draft, largestCostFen(draft.terms.benefit)),
    ...(before ? changeFaults(draft, before) : []),
  ]
}

function contradictions({ terms }: CampaignDraft, { menu, stores }: FaultFacts): FieldFault[] {
  const meant = terms.storeIds.length === 0 ? stores : stores.filter(({ id }) => terms.storeIds.includes(id))
  return benefitContradictions(terms.benefit, pricesInScope(terms.scope, menu), meant)
}
