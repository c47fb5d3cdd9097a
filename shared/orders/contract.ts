import * as v from 'valibot'
import { Way } from '../catalogue/contract'
import { action } from '../kernel/action'
import { Count, FenAmount, FreeText, Id, Instant } from '../kernel/fields'

/** One line of a cart as the client names it: what, how made, how many. Prices come from the menu, never from the client. */
export const CartLine = v.strictObject({
  productId: Id,
  skuId: Id,
  /** Choice ids, in the order of the product's option groups. */
  choices: v.pipe(v.array(Id), v.maxLength(20)),
  qty: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99)),
})
const Lines = v.pipe(v.array(CartLine), v.minLength(1), v.maxLength(20))

export const QuoteLine = v.object({
  productId: Id,
  skuId: Id,
  choices: v.array(Id),
  qty: Count,
  name: v.string(),
  /** 大杯 / 少冰 / 半糖 */
  specText: v.string(),
  picture: v.string(),
  unitFen: FenAmount,
  /** unitFen · qty */
  listFen: FenAmount,
  /** This line's share of the coupon; the shares of all lines add up to `couponFen`. */
  discountFen: FenAmount,
  payFen: FenAmount,
})
/** Why a coupon can't be used on this cart, or what it takes off. */
export const CouponVerdict = v.object({
  couponId: Id,
  title: v.string(),
  thresholdFen: FenAmount,
  expiresAt: Instant,
  /** What it would take off this cart; 0 when it can't be used. */
  offFen: FenAmount,
  why: v.variant('code', [
    v.object({ code: v.literal('BEST') }),
    v.object({ code: v.literal('USABLE') }),
    v.object({ code: v.literal('BELOW_THRESHOLD'), shortFen: FenAmount }),
    v.object({ code: v.literal('EXPIRED') }),
    v.object({ code: v.literal('HELD') }),
  ]),
})
export const Quote = v.object({
  lines: v.array(QuoteLine),
  goodsFen: FenAmount,
  couponFen: FenAmount,
  packagingFen: FenAmount,
  payFen: FenAmount,
  /** The coupon that is applied, or null. */
  couponId: v.nullable(Id),
  /** Every coupon of the member with its reason: the applied one first, then usable ones, then the others. */
  verdicts: v.array(CouponVerdict),
  /** Over everything the price depends upon. */
  hash: v.string(),
})

/** `best` lets the cloud choose; null means the customer wants none; an id is the customer's own choice. */
const CouponChoice = v.nullable(v.union([v.literal('best'), Id]))
const Basket = {
  storeId: Id,
  way: Way,
  lines: Lines,
  coupon: CouponChoice,
  packagingId: Id,
}
const BASKET_REFUSALS = [
  'STORE_NOT_FOUND',
  'STORE_PAUSED',
  'STORE_CLOSED',
  'WAY_NOT_OFFERED',
  'PRODUCT_GONE',
  'BAD_CHOICE',
  'SOLD_OUT',
  'PACKAGING_GONE',
  'COUPON_UNUSABLE',
] as const
const basketDetails = {
  /** Today's opening hours, for the sentence. */
  STORE_CLOSED: v.object({ hours: v.array(v.object({ from: Count, to: Count })) }),
  PRODUCT_GONE: v.object({ lines: v.array(Count) }),
  BAD_CHOICE: v.object({ lines: v.array(Count) }),
  /** Line numbers that can't be had, and how many are left of each. */
  SOLD_OUT: v.object({ lines: v.array(v.object({ line: Count, left: Count })) }),
}

/** What an order costs now. Changes nothing. */
export const quote = action({
  name: 'orders.quote',
  input: v.strictObject(Basket),
  output: v.object({ quote: Quote }),
  refusals: BASKET_REFUSALS,
  details: basketDetails,
})

/**
 * 'pendingPay' unpaid, holds coupon and stock until `payBefore` · 'closing' no longer payable, holds not yet released ·
 * 'closed' ended unpaid · 'paid' waits for the shop · 'making' accepted · 'ready' 可取 · 'done' handed over ·
 * 'refunding' / 'refunded' the shop refused it, or money arrived too late.
 */
export const OrderState = v.picklist([
  'pendingPay',
  'closing',
  'closed',
  'paid',
  'making',
  'ready',
  'done',
  'refunding',
  'refunded',
])
export const OrderView = v.object({
  id: Id,
  /** The number called at the counter; unique per store and day. */
  pickupCode: v.string(),
  state: OrderState,
  storeId: Id,
  storeName: v.string(),
  way: Way,
  table: v.nullable(v.string()),
  packaging: v.string(),
  note: v.string(),
  lines: v.array(QuoteLine),
  goodsFen: FenAmount,
  couponFen: FenAmount,
  packagingFen: FenAmount,
  payFen: FenAmount,
  placedAt: Instant,
  payBefore: Instant,
  paidAt: v.nullable(Instant),
  acceptedAt: v.nullable(Instant),
  readyAt: v.nullable(Instant),
  doneAt: v.nullable(Instant),
  closedAt: v.nullable(Instant),
  /** Why it was closed or refunded, a sentence for the customer; '' while it lives. */
  closedReason: v.string(),
  refundedFen: FenAmount,
})
/** What `wx.requestPayment` takes, as `unifiedOrder` gave it. */
export const Payment = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.picklist(['MD5', 'HMAC-SHA256', 'RSA']),
  paySign: v.string(),
})
const Refreshed = v.object({
  order: OrderView,
  /** The page asks again after this, or not at all when null. */
  refreshAfterMs: v.nullable(Count),
})

/**
 * Places an order and holds what it needs. Idempotent by `key`: the same member and key is the same order, however
 * often it is sent. `payment` is null when nothing is to be paid (any more): the order tells why.
 * `expectPayFen` is what the customer saw: a fall in price is passed on, a rise is refused with the new quote.
 */
export const place = action({
  name: 'orders.place',
  input: v.strictObject({
    ...Basket,
    coupon: v.nullable(Id),
    key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/)),
    table: v.nullable(v.pipe(v.string(), v.maxLength(20))),
    note: FreeText(60),
    expectPayFen: FenAmount,
    /** What the person answered when asked on the submit tap: template name → answer. */
    consents: v.record(
      v.pipe(v.string(), v.maxLength(32)),
      v.picklist(['accept', 'reject', 'ban', 'filter']),
    ),
  }),
  output: v.object({ order: OrderView, payment: v.nullable(Payment) }),
  refusals: [...BASKET_REFUSALS, 'TABLE_UNKNOWN', 'NOTE_REJECTED', 'PRICE_ROSE', 'PAY_UNAVAILABLE'],
  details: {
    ...basketDetails,
    PRICE_ROSE: v.object({ quote: Quote }),
    PAY_UNAVAILABLE: v.object({ orderId: Id }),
  },
})
const OrderId = v.strictObject({ orderId: Id })

/** 继续支付: the payment of an unpaid order once more. */
export const pay = action({
  name: 'orders.pay',
  input: OrderId,
  output: v.object({ order: OrderView, payment: v.nullable(Payment) }),
  refusals: ['ORDER_NOT_FOUND', 'ORDER_CLOSED', 'ALREADY_PAID', 'PAY_UNAVAILABLE'],
})
/** The customer gives up an unpaid order. It closes at once for them; what it holds is released when WeChat closed the payment. */
export const cancel = action({
  name: 'orders.cancel',
  input: OrderId,
  output: Refreshed,
  refusals: ['ORDER_NOT_FOUND', 'ALREADY_PAID'],
})
/** One order of the caller. Someone else's order is ORDER_NOT_FOUND: not even its existence is told. */
export const get = action({
  name: 'orders.get',
  input: OrderId,
  output: Refreshed,
  refusals: ['ORDER_NOT_FOUND'],
})
/** The caller's orders, newest first, at most 20 a page; `before` is the `placedAt` of the last one seen. */
export const list = action({
  name: 'orders.list',
  input: v.strictObject({ before: v.nullable(Instant) }),
  output: v.object({ orders: v.array(OrderView), more: v.boolean() }),
  refusals: [],
})

/** Payload of the delayed call that ends an unpaid order; carries an id and no authority: everything is read again. */
export const CloseTask = v.strictObject({ task: v.literal('orders.close'), orderId: Id })

export type CartLine = v.InferOutput<typeof CartLine>
export type QuoteLine = v.InferOutput<typeof QuoteLine>
export type CouponVerdict = v.InferOutput<typeof CouponVerdict>
export type Quote = v.InferOutput<typeof Quote>
export type OrderState = v.InferOutput<typeof OrderState>
export type OrderView = v.InferOutput<typeof OrderView>
export type Payment = v.InferOutput<typeof Payment>
