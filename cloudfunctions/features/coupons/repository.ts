import type { CouponView, WalletTab } from '@shared/coupons/contract'
import { tabOf, type CouponStep } from '@shared/coupons/coupon'
import type { Instant } from '@shared/kernel/time'
import type { CampaignRow, CouponRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gt, lte, oneOf } from '../../platform/query'

const WALLET_LIMIT = 100

/** A coupon as the member sees it. */
export const couponView = ({
  _id,
  terms,
  state,
  issuedAt,
  startsAt,
  expiresAt,
  orderId,
}: CouponRow): CouponView => ({
  id: _id,
  terms,
  state,
  issuedAt,
  startsAt,
  expiresAt,
  orderId,
})

/**
 * How another room reads a member's live coupons along with the member, in one read:
 * `db.table<MemberRow>('members').lookup<CouponRow>(id, liveCouponsOf(now))`.
 */
export const liveCouponsOf = (now: Instant) => ({
  from: 'coupons',
  foreignField: 'memberId',
  keep: { state: oneOf(['issued', 'held']), expiresAt: gt(now) },
  limit: WALLET_LIMIT,
})

/** Coupons by id: all that a transaction needs. */
export function couponRepository(db: TxDb) {
  const coupons = db.table<CouponRow>('coupons')
  const campaigns = db.table<CampaignRow>('campaigns')
  return {
    coupon: (id: string) => coupons.get(id),
    campaign: (id: string) => campaigns.get(id),
    issue: (row: CouponRow) => coupons.add(row),
    step: (id: string, step: CouponStep) => coupons.update(id, { ...step }),
  }
}

/** The member's coupons under one tab of the wallet, newest first: one read. */
export async function walletOf(db: Db, memberId: string, tab: WalletTab, now: Instant): Promise<CouponRow[]> {
  const where = {
    usable: { state: oneOf(['issued', 'held']), expiresAt: gt(now) },
    used: { state: 'redeemed' as const },
    expired: { state: oneOf(['issued', 'held']), expiresAt: lte(now) },
  }[tab]
  const rows = await db
    .table<CouponRow>('coupons')
    .find({ where: { memberId, ...where }, orderBy: [['issuedAt', 'desc']], limit: WALLET_LIMIT })
  return rows.filter((row) => tabOf(row, now) === tab)
}

/**
 * Revokes everything a leaving member could still use; the documents stay, so nothing is issued a second time. One that an
 * order holds (placed this very moment, on another phone) is that order's to redeem or to release.
 */
export async function revokeAll(db: Db, memberId: string): Promise<void> {
  await db
    .table<CouponRow>('coupons')
    .updateAll({ memberId, state: 'issued' }, { state: 'revoked', orderId: null })
}
