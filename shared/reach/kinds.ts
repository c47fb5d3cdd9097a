import { DAY_MS } from '../kernel/time'

/**
 * What leaves the shop for a person. A service notice is about their own order and goes at once; everything else is
 * marketing and obeys quiet hours, caps and its own cool-down.
 */
export type Kind = {
  readonly name: string
  readonly purpose: 'service' | 'marketing'
  /** The name in `settings/shop.templates`. */
  readonly template: string
  /** Between two of this kind to one member. */
  readonly coolDownMs: number
}
export const KINDS = {
  /** Coupons in the wallet that end soon. */
  couponExpiring: {
    name: 'couponExpiring',
    purpose: 'marketing',
    template: 'COUPON_EXPIRING',
    coolDownMs: DAY_MS,
  },
  /** An order that is placed, not paid, and can still be. */
  orderUnpaid: {
    name: 'orderUnpaid',
    purpose: 'marketing',
    template: 'ORDER_UNPAID',
    coolDownMs: 7 * DAY_MS,
  },
  /** The coupon that was given for an order that was left. */
  orderLeft: {
    name: 'orderLeft',
    purpose: 'marketing',
    template: 'COUPON_EXPIRING',
    coolDownMs: 30 * DAY_MS,
  },
} as const satisfies Readonly<Record<string, Kind>>

/** Templates whose acceptances are kept as a balance per member; those of an order's notices stay with the order. */
export const MARKETING_TEMPLATES: readonly string[] = [
  ...new Set(
    Object.values(KINDS)
      .filter(({ purpose }) => purpose === 'marketing')
      .map(({ template }) => template),
  ),
]
