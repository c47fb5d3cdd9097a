import { isRunning, spanOf, welcomeCouponId } from '@shared/coupons/welcome'
import type { Instant } from '@shared/kernel/time'
import type { CampaignRow, CouponRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { couponRepository } from './repository'

/** The coupon that a new member is due now, or null when no welcome campaign runs. Not yet written. */
export function issuableWelcome(
  campaign: CampaignRow | null,
  memberId: string,
  now: Instant,
): CouponRow | null {
  if (!campaign || !isRunning(campaign, now)) return null
  return {
    _id: welcomeCouponId(campaign._id, memberId),
    campaignId: campaign._id,
    memberId,
    terms: campaign.terms,
    state: 'issued',
    issuedAt: now,
    ...spanOf(campaign.validity, now),
    orderId: null,
    shard: 0,
    reservedFen: 0,
  }
}

/** Writes it, inside the transaction that writes the new member. Throws DuplicateKey if it was ever issued before. */
export const issueCoupon = (db: TxDb, coupon: CouponRow): Promise<void> => couponRepository(db).issue(coupon)
