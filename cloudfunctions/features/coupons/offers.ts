import { isOffered } from '@shared/coupons/campaign-state'
import { claimHindrance, leftFor } from '@shared/coupons/claimable'
import { largestCostFen } from '@shared/coupons/benefit'
import { couponsLeft } from '@shared/coupons/budget'
import type { CampaignDraft } from '@shared/coupons/campaign-contract'
import type { Offer, offers as contract } from '@shared/coupons/contract'
import { fitsAudience } from '@shared/coupons/audience'
import { isRunning } from '@shared/coupons/welcome'
import type { Instant } from '@shared/kernel/time'
import type { Loyalty } from '@shared/points/contract'
import type { UseCase } from '../../platform/router'
import { readOffered, type Funded } from './campaign-repository'
import { readClaimant, type Claimant } from './claimant-repository'

/** The claim centre in two reads: the shop with what it offers, and the caller with what they had of it. */
export const offers: UseCase<typeof contract> = async (_input, { db, memberId, now }) => {
  const found = await readOffered(db)
  const running = (found?.offered ?? []).filter(
    ({ campaign }) => isRunning(campaign, now) && isOffered(campaign.entry),
  )
  if (!found || running.length === 0) return { offers: [] }
  const ids = running.map(({ campaign }) => campaign._id)
  const claimant = await readClaimant(db, memberId, ids)
  const { loyalty } = found.shop
  const shown = running.filter(({ campaign }) => isShownTo(campaign, claimant, loyalty, now))
  return { offers: shown.map((funded) => offerOf(funded, claimant, loyalty, now)) }
}

/** What is meant for certain tags is shown to nobody else: who bears which tag is the shop's business. */
function isShownTo({ audience }: CampaignDraft, claimant: Claimant | null, loyalty: Loyalty, now: Instant) {
  return (
    audience.tags.length === 0 || (claimant !== null && fitsAudience(audience, claimant.member, loyalty, now))
  )
}

function offerOf(
  { campaign, shards }: Funded,
  claimant: Claimant | null,
  loyalty: Loyalty,
  now: Instant,
): Offer {
  const member = claimant?.member ?? null
  const hadIds = (claimant?.coupons ?? []).flatMap((c) => (c.campaignId === campaign._id ? c._id : []))
  const facts = { campaign, shards, member, hadIds, loyalty, now }
  return {
    campaignId: campaign._id,
    terms: campaign.terms,
    by: byOf(campaign),
    validity: campaign.validity,
    endsAt: campaign.endAt,
    left: leftFor(facts),
    remaining: couponsLeft(shards, largestCostFen(campaign.terms.benefit)),
    hindrance: claimHindrance(facts),
  }
}

function byOf({ entry, audience }: CampaignDraft): Offer['by'] {
  if (entry.kind === 'points') return { kind: 'points', points: entry.points }
  return entry.kind === 'monthly' ? { kind: 'monthly', tierIds: audience.tierIds } : { kind: 'claim' }
}
