import { moved, stepOf } from '@shared/coupons/coupon'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CouponRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { couponRepository } from './repository'
import { revoke } from './revoke-coupon'

/**
 * Holds a coupon for an order, inside the transaction that writes the order which names it. One read, one write.
 * Answers the coupon as it was before, with its terms.
 */
export async function holdCoupon(
  db: TxDb,
  couponId: string,
  memberId: string,
  orderId: string,
  now: Instant,
): Promise<CouponRow | { readonly refused: 'COUPON_UNUSABLE' }> {
  const repository = couponRepository(db)
  const coupon = await repository.coupon(couponId)
  if (!coupon || coupon.memberId !== memberId) return refuse('COUPON_UNUSABLE')
  const step = moved(coupon, 'hold', orderId, now)
  if (isRefused(step)) return refuse('COUPON_UNUSABLE')
  await repository.step(couponId, step)
  return coupon
}

/**
 * The order that holds it was paid. One write and no read: the order in the same transaction names the coupon and is
 * unpaid, which only `holdCoupon` can have brought about, and leaves that state in this transaction.
 */
export async function redeemCoupon(db: TxDb, couponId: string, orderId: string): Promise<void> {
  await couponRepository(db).step(couponId, stepOf('redeem', orderId))
}

/** The order that holds it ended unpaid: back into the wallet, with its old expiry. As `redeemCoupon`, one write. */
export async function releaseCoupon(db: TxDb, couponId: string): Promise<void> {
  await couponRepository(db).step(couponId, stepOf('release', ''))
}

/**
 * The order that used it is refunded whole: back into the wallet with its old expiry, once in a coupon's life.
 * Safe to repeat; answers whether this call did it. One read, one write. A forfeited one is revoked instead.
 */
export async function giveBackCoupon(db: TxDb, couponId: string, orderId: string): Promise<boolean> {
  const repository = couponRepository(db)
  const coupon = await repository.coupon(couponId)
  if (!coupon) throw new Defect('a coupon that an order used is gone', { couponId, orderId })
  // The clock decides nothing here: an expired coupon comes back expired.
  const step = moved(coupon, 'giveBack', orderId, coupon.startsAt)
  if (isRefused(step)) return false
  if (coupon.forfeited) {
    await revoke(db, coupon)
    return false
  }
  await repository.step(couponId, step)
  return true
}
