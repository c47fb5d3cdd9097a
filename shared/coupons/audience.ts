import type { Instant } from '../kernel/time'
import { tierOf } from '../points/account'
import type { Account, Loyalty } from '../points/contract'
import type { Audience } from './campaign-contract'

/** What an audience looks at; a member's document fits. */
export type AudienceFacts = { readonly account: Account; readonly tags: readonly string[] }

/** Whether a member belongs to it at this instant: every limit that it sets must fit, of tiers and tags one is enough. */
export function fitsAudience(
  { newMembers, tierIds, tags }: Audience,
  member: AudienceFacts,
  loyalty: Pick<Loyalty, 'tiers'>,
  now: Instant,
): boolean {
  if (newMembers && member.account.paidOrders > 0) return false
  if (tierIds.length > 0 && !tierIds.includes(tierOf(member.account, loyalty, now)?.id ?? '')) return false
  return tags.length === 0 || tags.some((tag) => member.tags.includes(tag))
}
