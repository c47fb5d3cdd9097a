import { DAY_MS, startOfShopDay, type Instant } from '../kernel/time'

/** One per member and campaign, for good: a second attempt hits the same id. */
export const welcomeCouponId = (campaignId: string, memberId: string): string =>
  `${campaignId}:${memberId}:welcome`

/** Whether a campaign issues coupons now: `[startAt, endAt)`. */
export const isRunning = (c: { readonly startAt: Instant; readonly endAt: Instant }, now: Instant): boolean =>
  c.startAt <= now && now < c.endAt

/** The last day of a coupon of `validDays` ends at midnight in the shop's zone; the day of issue is the first. */
export const expiryOf = (issuedAt: Instant, validDays: number): Instant =>
  startOfShopDay(issuedAt) + validDays * DAY_MS
