/** Public face of the coupons room. */
export { CouponCard } from './CouponCard'
export { clockLeft, expiryOf } from './expiry'
