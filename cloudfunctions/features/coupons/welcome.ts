import { fitsAudience } from '@shared/coupons/audience'
import { WELCOME_KEY } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import { isRefused } from '@shared/kernel/refusal'
import type { CampaignRow, CouponRow, MemberRow, ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { issueCoupon } from './issue-coupon'

/**
 * Issues the coupon that a new member is due, inside the transaction that writes the member. Null when no welcome
 * campaign runs, when it is not for them, or when nothing of it is left: joining goes on without. Throws DuplicateKey if
 * this person was ever welcomed by it before.
 */
export async function welcomeMember(
  db: TxDb,
  campaign: CampaignRow | null,
  member: MemberRow,
  { loyalty }: Pick<ShopRow, 'loyalty'>,
  { now, random }: Pick<Ctx, 'now' | 'random'>,
): Promise<CouponRow | null> {
  if (!campaign || !isRunning(campaign, now)) return null
  if (!fitsAudience(campaign.audience, member, loyalty, now)) return null
  const issue = { campaign, memberId: member._id, grantKey: WELCOME_KEY, now, random }
  const coupon = await issueCoupon(db, issue)
  return isRefused(coupon) ? null : coupon
}
