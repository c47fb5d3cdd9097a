import { shopMonth, type Instant } from '../kernel/time'
import type { Entry } from './campaign-contract'

/**
 * `<campaign>:<member>:<grantKey>`: the natural key of an issue. Whatever is issued a second time under the same key, by
 * a retry, a race or a timer that fires twice, meets an id that is taken.
 */
export const couponIdOf = (campaignId: string, memberId: string, grantKey: string): string =>
  `${campaignId}:${memberId}:${grantKey}`

/** One per member and campaign, for good: who leaves and comes back meets the same id. */
export const WELCOME_KEY = 'welcome'

/** The nth coupon of a member in a campaign that gives several; from 1. */
export const numberedKey = (n: number): string => String(n)

/**
 * The grant key where the way in decides it and a member may have one; null where coupons are numbered (claim, points,
 * grant) or where a rule names it (birthday, dormant).
 */
export function onlyKeyOf(entry: Entry, now: Instant): string | null {
  switch (entry.kind) {
    case 'signup':
      return WELCOME_KEY
    case 'code':
    case 'channel':
      return entry.kind
    case 'monthly':
      return `m${shopMonth(now)}`
    case 'nthOrder':
      return `nth${entry.nth}`
    default:
      return null
  }
}
