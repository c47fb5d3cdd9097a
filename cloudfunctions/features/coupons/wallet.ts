import type { wallet as contract } from '@shared/coupons/contract'
import type { UseCase } from '../../platform/router'
import { couponView, walletOf } from './repository'

/** One read. Someone who is no member has no coupons, so nobody needs to be asked for. */
export const wallet: UseCase<typeof contract> = async ({ tab }, { db, memberId, now }) => ({
  coupons: (await walletOf(db, memberId, tab, now)).map(couponView),
})
