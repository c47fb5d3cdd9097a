import { birthdayDueAt, birthdayKey, dormantKey, dormantLookAgainAt } from '@shared/coupons/rule-dates'
import type { Instant } from '@shared/kernel/time'
import type { CampaignRow, MemberRow } from '../../database/rows'
import type { DueField } from './claimant-repository'

/** A rule by which coupons come without being asked for, at most one for each occasion. */
export type Rule = {
  readonly kind: 'birthday' | 'dormant'
  /** The member's field that says when to look at them. */
  readonly field: DueField
  /** The occasion on which the campaign owes this member a coupon by now; null: none. */
  readonly key: (campaign: CampaignRow, member: MemberRow, now: Instant) => string | null
  /** When to look at the member next; now or before: daily, from where they stand. Null: never again. */
  readonly nextAt: (member: MemberRow, campaigns: readonly CampaignRow[], now: Instant) => Instant | null
}

const birthday: Rule = {
  kind: 'birthday',
  field: 'birthdayDueAt',
  key: ({ entry }, { birthday: day }, now) =>
    entry.kind === 'birthday' && day !== null ? birthdayKey(day, entry.daysBefore, now) : null,
  nextAt: ({ birthday: day, leftAt, _id }, _campaigns, now) =>
    day === null || leftAt !== null ? null : birthdayDueAt(day, _id, now),
}
const dormant: Rule = {
  kind: 'dormant',
  field: 'dormantDueAt',
  key: ({ entry }, { account }, now) =>
    entry.kind === 'dormant' ? dormantKey(account, entry.days, now) : null,
  nextAt({ account: { lastPaidAt }, leftAt }, campaigns, now) {
    if (lastPaidAt === null || leftAt !== null) return null
    const days = campaigns.flatMap(({ entry }) => (entry.kind === 'dormant' ? entry.days : []))
    return dormantLookAgainAt(lastPaidAt, days, now)
  },
}
export const RULES: readonly Rule[] = [birthday, dormant]
