import { couponIdOf } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import type { Terms } from '@shared/coupons/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { CampaignRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { Db, TxDb } from '../../platform/db'
import { campaignRepository, listFunded } from './campaign-repository'
import { liveMember } from './claimant-repository'
import { issueCoupon } from './issue-coupon'
import { couponRepository } from './repository'

/** Campaigns whose coupons are given by hand, or by another room in the shop's name. */
const isGiven = ({ entry }: CampaignRow): boolean => entry.kind === 'grant'

/** Those of them that run now. One read, and one for each thousand shards of budget. */
export async function givenNow(db: Db, now: number): Promise<CampaignRow[]> {
  const funded = await listFunded(db)
  return funded.flatMap(({ campaign }) => (isGiven(campaign) && isRunning(campaign, now) ? [campaign] : []))
}

/** The same, id → title. */
export const givenCampaigns = async (db: Db, now: number): Promise<Record<string, string>> =>
  Object.fromEntries((await givenNow(db, now)).map(({ _id, terms }) => [_id, terms.title]))

type GivenWish = {
  readonly campaignId: string
  readonly memberId: string
  readonly grantKey: string
  /** Products that it is meant for, where the campaign names none itself; none: it is as the campaign has it. */
  readonly narrowedTo?: readonly string[]
}

function narrowedTerms(terms: Terms, productIds: readonly string[]): Terms {
  const { categoryIds, productIds: own, skuIds } = terms.scope
  const forAll = categoryIds.length + own.length + skuIds.length === 0
  return forAll && productIds.length > 0
    ? { ...terms, scope: { ...terms.scope, productIds: [...productIds] } }
    : terms
}

/**
 * Issues a coupon of such a campaign for another room, inside its transaction. The grant key makes it one: issued before,
 * it is the answer. OFFER_GONE, SOLD_OUT, NOT_A_MEMBER. Four reads and two writes.
 */
export async function issueOnce(db: TxDb, wish: GivenWish, { now, random }: Pick<Ctx, 'now' | 'random'>) {
  const { campaignId, memberId, grantKey, narrowedTo = [] } = wish
  const before = await couponRepository(db).coupon(couponIdOf(campaignId, memberId, grantKey))
  if (before) return { title: before.terms.title }
  const campaign = await campaignRepository(db).campaign(campaignId)
  if (!campaign || !isGiven(campaign) || !isRunning(campaign, now)) return refuse('OFFER_GONE')
  if (!(await liveMember(db, memberId))) return refuse('NOT_A_MEMBER')
  const narrowed = { ...campaign, terms: narrowedTerms(campaign.terms, narrowedTo) }
  const coupon = await issueCoupon(db, { campaign: narrowed, memberId, grantKey, now, random })
  return isRefused(coupon) ? coupon : { title: coupon.terms.title }
}
