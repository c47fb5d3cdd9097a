import { largestCostFen } from '@shared/coupons/benefit'
import { couponsLeft } from '@shared/coupons/budget'
import { isRunning } from '@shared/coupons/welcome'
import { refuse } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CouponChoice } from '@shared/rewards/contract'
import type { CloudCtx } from '../../platform/ctx'
import type { Db, TxDb } from '../../platform/db'
import { campaignRepository, fundedRewards } from './campaign-repository'
import { issueCoupon } from './issue-coupon'
import { couponRepository } from './repository'
import { revoke } from './revoke-coupon'

/** Campaigns whose coupons a reward can name, the newest first. Two reads. */
export async function rewardCoupons(db: Db, now: Instant): Promise<CouponChoice[]> {
  const funded = await fundedRewards(db)
  return funded.map(({ campaign, shards }) => ({
    id: campaign._id,
    title: campaign.terms.title,
    running: isRunning(campaign, now),
    left: couponsLeft(shards, largestCostFen(campaign.terms.benefit)),
  }))
}

/**
 * Issues the coupon of a reward, inside the transaction that writes the reward. The grant key is the reward's own, which
 * whoever calls has looked for, so that no coupon is there yet. OFFER_GONE, SOLD_OUT. Two reads and two writes.
 */
export async function issueReward(
  db: TxDb,
  wish: { readonly campaignId: string; readonly memberId: string; readonly grantKey: string },
  { now, random }: Pick<CloudCtx, 'now' | 'random'>,
) {
  const campaign = await campaignRepository(db).campaign(wish.campaignId)
  if (campaign?.entry.kind !== 'reward' || !isRunning(campaign, now)) return refuse('OFFER_GONE')
  return issueCoupon(db, { ...wish, campaign, now, random })
}

/**
 * Takes a reward's coupon back, with its budget, if nobody has used it. `inUse`: an unpaid order holds it; it stays until
 * that order has ended. `used`: it stays used, and does not come back should the order that used it be refunded. One read
 * and a write, or two reads and two writes.
 */
export async function takeBackReward(db: TxDb, couponId: string): Promise<'revoked' | 'inUse' | 'used'> {
  const coupon = await couponRepository(db).coupon(couponId)
  if (!coupon || coupon.state === 'revoked') return 'revoked'
  if (coupon.state === 'held') return 'inUse'
  if (coupon.state === 'redeemed') {
    await couponRepository(db).forfeit(couponId)
    return 'used'
  }
  await revoke(db, coupon)
  return 'revoked'
}
