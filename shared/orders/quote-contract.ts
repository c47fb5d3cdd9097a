import * as v from 'valibot'
import { Hours, Way } from '../catalogue/store-contract'
import { Count, FenAmount, Id, Instant } from '../kernel/fields'

/** One line of a cart as the client names it: what, how made, how many. Prices come from the menu, never from the client. */
export const CartLine = v.strictObject({
  productId: Id,
  skuId: Id,
  /** Choice ids, in the order of the product's option groups. */
  choices: v.pipe(v.array(Id), v.maxLength(20)),
  qty: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99)),
})
export const QuoteLine = v.object({
  productId: Id,
  skuId: Id,
  categoryId: Id,
  choices: v.array(Id),
  qty: Count,
  name: v.string(),
  /** 大杯 / 少冰 / 半糖 */
  specText: v.string(),
  picture: v.string(),
  unitFen: FenAmount,
  /** unitFen · qty */
  listFen: FenAmount,
  /** What the member's price takes off this line. */
  memberOffFen: FenAmount,
  /** This line's share of the item coupon, of the order coupon, and of the points. */
  itemOffFen: FenAmount,
  orderOffFen: FenAmount,
  pointsOffFen: FenAmount,
  /** The four together. */
  discountFen: FenAmount,
  payFen: FenAmount,
})
/** The part of a price that a coupon lowers; an order takes at most one coupon for each. */
export const CouponSlot = v.picklist(['item', 'order', 'delivery'])
/** Why a coupon can't be used on this cart, or what it takes off. */
export const CouponVerdict = v.object({
  couponId: Id,
  title: v.string(),
  slot: CouponSlot,
  thresholdFen: FenAmount,
  expiresAt: Instant,
  /** What it takes off this cart: where it is part of the best pick as such, else by itself; 0 when it can't be used. */
  offFen: FenAmount,
  why: v.variant('code', [
    v.object({ code: v.literal('BEST') }),
    v.object({ code: v.literal('USABLE') }),
    v.object({ code: v.literal('BELOW_THRESHOLD'), shortFen: FenAmount }),
    /** So many units of what is in scope are missing. */
    v.object({ code: v.literal('TOO_FEW'), short: Count }),
    /** Nothing in the cart is in scope. */
    v.object({ code: v.literal('OUT_OF_SCOPE') }),
    /** In scope, but it would take nothing off: the price is lower already, or delivery is free. */
    v.object({ code: v.literal('NOTHING_OFF') }),
    /** What it would take off isn't known, by the phone alone: no address yet, or one that the store doesn't go to. */
    v.object({ code: v.picklist(['ADDRESS_NEEDED', 'TOO_FAR']) }),
    v.object({ code: v.literal('OTHER_STORE') }),
    v.object({ code: v.literal('OTHER_WAY'), ways: v.array(Way) }),
    v.object({ code: v.literal('OTHER_DAY'), days: v.array(Count) }),
    v.object({ code: v.literal('OTHER_HOUR'), hours: v.array(Hours) }),
    v.object({ code: v.literal('NOT_YET'), startsAt: Instant }),
    v.object({ code: v.literal('EXPIRED') }),
    v.object({ code: v.literal('HELD') }),
  ]),
})
/**
 * What a cart costs. goods − member price − coupons − points + packaging + delivery = pay; Σ of each kind over the lines
 * is the sum of that kind.
 */
export const Quote = v.object({
  lines: v.array(QuoteLine),
  /** At list prices. */
  goodsFen: FenAmount,
  memberOffFen: FenAmount,
  itemOffFen: FenAmount,
  orderOffFen: FenAmount,
  pointsOffFen: FenAmount,
  packagingFen: FenAmount,
  /** Before a coupon takes `deliveryOffFen` off it. */
  deliveryFen: FenAmount,
  deliveryOffFen: FenAmount,
  /** itemOffFen + orderOffFen + deliveryOffFen */
  couponFen: FenAmount,
  payFen: FenAmount,
  /** The coupons that are applied, at most one a slot. */
  couponIds: v.array(Id),
  /** Points that are spent. */
  points: Count,
  /** The most points that could be spent on it, and what they would take off. */
  usablePoints: Count,
  usablePointsFen: FenAmount,
  /** Every coupon of the member with its reason: the applied ones first, then usable ones, then the others. */
  verdicts: v.array(CouponVerdict),
  /** Over everything the price depends upon. */
  hash: v.string(),
})

export type CartLine = v.InferOutput<typeof CartLine>
export type QuoteLine = v.InferOutput<typeof QuoteLine>
export type CouponSlot = v.InferOutput<typeof CouponSlot>
export type CouponVerdict = v.InferOutput<typeof CouponVerdict>
export type Quote = v.InferOutput<typeof Quote>
