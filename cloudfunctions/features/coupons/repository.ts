import type { CouponView, WalletTab } from '@shared/coupons/contract'
import { tabOf, type CouponStep } from '@shared/coupons/coupon'
import { Defect } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CouponRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gt, lte, oneOf } from '../../platform/query'

/** As many as the best pick is held to (docs/performance.md): what the wallet shows, the price knows. */
const WALLET_LIMIT = 200

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
  return {
    coupon: (id: string) => coupons.get(id),
    issue: (row: CouponRow) => coupons.add(row),
    step: (id: string, step: CouponStep) => coupons.update(id, { ...step }),
    forfeit: (id: string) => coupons.update(id, { forfeited: true }),
  }
}

export const findCoupon = (db: TxDb, id: string): Promise<CouponRow | null> => couponRepository(db).coupon(id)

/** Several coupons by their ids, at most 100: one read, none for none. */
export const couponsById = async (db: Db, ids: readonly string[]): Promise<CouponRow[]> =>
  ids.length === 0 ? [] : db.table<CouponRow>('coupons').find({ where: { _id: oneOf(ids) }, limit: 100 })

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

const PAST_LOOKED_THROUGH = 50

/** What is used, expired or taken back of the member's latest fifty coupons, the latest first: one read. */
export async function pastOf(db: Db, memberId: string, now: Instant): Promise<CouponRow[]> {
  const rows = await db.table<CouponRow>('coupons').find({
    where: { memberId, state: oneOf(['issued', 'held', 'redeemed', 'revoked']) },
    orderBy: [['issuedAt', 'desc']],
    limit: PAST_LOOKED_THROUGH,
  })
  return rows.filter((row) => tabOf(row, now) !== 'usable')
}

/** A place in the order in which coupons end: after this coupon's end, and its id among those that end together. */
export type Place = { readonly at: Instant; readonly id: string }
export const ENDING_PAGE = 100

/** The unused coupons that end next after a place, a page of them: one read, or two where some end with the place's own. */
export async function endingAfter(db: Db, { at, id }: Place): Promise<CouponRow[]> {
  const coupons = db.table<CouponRow>('coupons')
  const same =
    id === ''
      ? []
      : await coupons.find({
          where: { state: 'issued', expiresAt: at, _id: gt(id) },
          orderBy: [['_id', 'asc']],
          limit: ENDING_PAGE,
        })
  const left = ENDING_PAGE - same.length
  if (left === 0) return same
  const later = await coupons.find({
    where: { state: 'issued', expiresAt: gt(at) },
    orderBy: [
      ['expiresAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: left,
  })
  return [...same, ...later]
}

const REVOKED_AT_ONCE = 100

/** Coupons that lie unused in a member's wallet, expired ones too; a page of them. */
export const issuedTo = (db: Db, memberId: string): Promise<CouponRow[]> =>
  db.table<CouponRow>('coupons').find({ where: { memberId, state: 'issued' }, limit: REVOKED_AT_ONCE })

/** Which of these coupons were ever issued. */
export async function issuedAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.table<CouponRow>('coupons').find({ where: { _id: oneOf(ids) }, limit: 1000 })
  return new Set(rows.map((row) => row._id))
}

/** The shop's points and tiers, in or outside of a transaction: one read. */
export async function loyaltyOf(db: TxDb): Promise<ShopRow['loyalty']> {
  const shop = await db.table<ShopRow>('settings').get('shop')
  if (!shop) throw new Defect('settings/shop is missing: the shop was never set up')
  return shop.loyalty
}
