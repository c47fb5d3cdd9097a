import type { revokeCoupon as contract } from '@shared/coupons/campaign-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { CouponRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { returnBudget } from './issue-coupon'
import { couponRepository, couponView, issuedTo } from './repository'

/** Takes a coupon back, with its budget and the reason on the record. One that was taken back before is left as it is. */
export const revokeCoupon: UseCase<typeof contract> = async ({ couponId, reason }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return ctx.tx(async (db) => {
    const coupon = await couponRepository(db).coupon(couponId)
    if (!coupon) return refuse('COUPON_NOT_FOUND')
    if (coupon.state === 'held') return refuse('COUPON_HELD')
    if (coupon.state === 'redeemed') return refuse('COUPON_USED')
    if (coupon.state === 'revoked') return taken(coupon)
    await revoke(db, coupon)
    await record(db, ctx, {
      storeId: null,
      what: 'coupon.revoked',
      subject: couponId,
      before: { state: coupon.state, reservedFen: coupon.reservedFen },
      after: { state: 'revoked', reason },
    })
    return taken({ ...coupon, state: 'revoked' })
  })
}

const taken = (coupon: CouponRow) => ({ coupon: couponView(coupon), campaignId: coupon.campaignId })

/**
 * Revokes everything a leaving member could still use, each with its budget; the documents stay, so nothing is issued a
 * second time. One that an order holds (placed this very moment, on another phone) is that order's to redeem or to
 * release. Safe to repeat.
 */
export async function revokeCoupons({ db, tx }: Pick<Ctx, 'db' | 'tx'>, memberId: string): Promise<void> {
  for (let page = await issuedTo(db, memberId); page.length > 0; page = await issuedTo(db, memberId)) {
    for (const { _id } of page)
      await tx(async (inTx) => {
        const coupon = await couponRepository(inTx).coupon(_id)
        if (coupon?.state === 'issued') await revoke(inTx, coupon)
      })
  }
}

/** Revokes a coupon that lies unused, with its budget. One read, two writes. */
export async function revoke(db: TxDb, coupon: CouponRow): Promise<void> {
  await couponRepository(db).step(coupon._id, { state: 'revoked', orderId: null })
  await returnBudget(db, coupon)
}
