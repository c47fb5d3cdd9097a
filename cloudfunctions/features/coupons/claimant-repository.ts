import type { Instant } from '@shared/kernel/time'
import type { CouponRow, MemberRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gte, oneOf, unset } from '../../platform/query'

const MOST_COUPONS = 1000

/** A member who may be given a coupon, what they had of the campaigns in question, and the shop. */
export type Claimant = {
  readonly member: MemberRow
  readonly coupons: readonly CouponRow[]
  readonly loyalty: ShopRow['loyalty']
}

/** The member, their coupons of these campaigns and the shop's tiers, in one read; null for who is no member. */
export async function readClaimant(
  db: Db,
  memberId: string,
  campaignIds: readonly string[],
): Promise<Claimant | null> {
  const found = await db.table<MemberRow>('members').lookup<{ coupons: CouponRow; shop: ShopRow }>(memberId, {
    coupons: {
      from: 'coupons',
      foreignField: 'memberId',
      keep: { campaignId: oneOf(campaignIds) },
      limit: MOST_COUPONS,
    },
    shop: { from: 'settings', localField: 'shopId', foreignField: '_id', limit: 1 },
  })
  const shop = found?.joined.shop.rows[0]
  if (!found || found.doc.leftAt !== null || !shop) return null
  return { member: found.doc, coupons: found.joined.coupons.rows, loyalty: shop.loyalty }
}

/** A member inside a transaction; null for who never joined or has left. */
export async function liveMember(db: TxDb, memberId: string): Promise<MemberRow | null> {
  const member = await db.table<MemberRow>('members').get(memberId)
  return member?.leftAt === null ? member : null
}

export type DueField = 'birthdayDueAt' | 'dormantDueAt'
export const DUE_PAGE = 100

/** A page of the members at whom a rule is to look, the longest due first, from an instant on. Not all are due yet. */
export const dueMembers = (db: Db, field: DueField, from: Instant): Promise<MemberRow[]> =>
  db.table<MemberRow>('members').find({
    where: { [field]: gte(from) },
    orderBy: [[field, 'asc']],
    limit: DUE_PAGE,
  })

/** Moves a member's next look; false when it was moved meanwhile, by a payment or by another turn. */
export const lookAgain = (
  db: Db,
  memberId: string,
  field: DueField,
  seenAt: Instant,
  nextAt: Instant | null,
): Promise<boolean> =>
  db.table<MemberRow>('members').updateIf(memberId, { [field]: seenAt }, { [field]: nextAt ?? unset() })
