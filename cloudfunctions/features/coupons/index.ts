/** Public face of the coupons room. */
import * as contract from '@shared/coupons/contract'
import { route } from '../../platform/router'
import { wallet } from './wallet'

export const couponRoutes = [route(contract.wallet, wallet)]

export { issuableWelcome, issueCoupon } from './issue-welcome'
export { couponView, liveCouponsOf, revokeAll as revokeCoupons, walletOf } from './repository'
export { giveBackCoupon, holdCoupon, redeemCoupon, releaseCoupon } from './use-coupon'
