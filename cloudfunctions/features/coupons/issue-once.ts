import { couponIdOf } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
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

/** Those of them that run now, id → title. One read, and one for each thousand shards of budget. */
export async function givenCampaigns(db: Db, now: number): Promise<Record<string, string>> {
  const funded = await listFunded(db)
  const running = funded.filter(({ campaign }) => isGiven(campaign) && isRunning(campaign, now))
  return Object.fromEntries(running.map(({ campaign }) => [campaign._id, campaign.terms.title]))
}

/**
 * Issues a coupon of such a campaign for another room, inside its transaction. The grant key makes it one: issued before,
 * it is the answer. OFFER_GONE, SOLD_OUT, NOT_A_MEMBER. Four reads and two writes.
 */
export async function issueOnce(
  db: TxDb,
  wish: { readonly campaignId: string; readonly memberId: string; readonly grantKey: string },
  { now, random }: Pick<Ctx, 'now' | 'random'>,
) {
  const { campaignId, memberId, grantKey } = wish
  const before = await couponRepository(db).coupon(couponIdOf(campaignId, memberId, grantKey))
  if (before) return { title: before.terms.title }
  const campaign = await campaignRepository(db).campaign(campaignId)
  if (!campaign || !isGiven(campaign) || !isRunning(campaign, now)) return refuse('OFFER_GONE')
  if (!(await liveMember(db, memberId))) return refuse('NOT_A_MEMBER')
  const coupon = await issueCoupon(db, { campaign, memberId, grantKey, now, random })
  return isRefused(coupon) ? coupon : { title: coupon.terms.title }
}
