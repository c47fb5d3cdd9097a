import type { CampaignState, Validity } from './campaign-contract'
import { DAY_MS, startOfShopDay, type Instant } from '../kernel/time'
import { couponIdOf, WELCOME_KEY } from './grant-keys'

/** One per member and campaign, for good: a second attempt hits the same id. */
export const welcomeCouponId = (campaignId: string, memberId: string): string =>
  couponIdOf(campaignId, memberId, WELCOME_KEY)

/** Whether a campaign issues coupons now: in `[startAt, endAt)`, while it runs (law 14). */
export const isRunning = (
  c: { readonly state: CampaignState; readonly startAt: Instant; readonly endAt: Instant },
  now: Instant,
): boolean => c.state === 'running' && c.startAt <= now && now < c.endAt

/**
 * `[startsAt, expiresAt)` of a coupon that is issued now. Days end at midnight in the shop's zone; the day of issue is
 * the first.
 */
export function spanOf(validity: Validity, issuedAt: Instant): { startsAt: Instant; expiresAt: Instant } {
  if (validity.kind === 'dates') return { startsAt: validity.startAt, expiresAt: validity.endAt }
  return { startsAt: issuedAt, expiresAt: startOfShopDay(issuedAt) + validity.days * DAY_MS }
}
