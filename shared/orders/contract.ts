import * as v from 'valibot'
import { Hours, Way } from '../catalogue/store-contract'
import { action } from '../kernel/action'
import { Count, FenAmount, FreeText, Id, Instant, Key, ShopDay, SomeText } from '../kernel/fields'
import { ConsentAnswers } from '../reach/contract'
import { Invoice, OrderView } from './order-contract'
import { CartLine, Quote } from './quote-contract'

/** At most this many distinct lines. */
const Lines = v.pipe(v.array(CartLine), v.minLength(1), v.maxLength(20))
/** Coupons by id, at most one a slot; none: []. */
const CouponIds = v.pipe(v.array(Id), v.maxLength(3))
const SlotChoice = v.strictObject({ day: ShopDay, slotId: Id })
const Basket = {
  storeId: Id,
  way: Way,
  lines: Lines,
  packagingId: Id,
  /** Whether points are to pay what they can. */
  usePoints: v.boolean(),
  /** Of the caller's address book; needed for a delivery, ignored otherwise. */
  addressId: v.nullable(Id),
  /** Needed for a pre-order, ignored otherwise. */
  slot: v.nullable(SlotChoice),
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
  'BELOW_MINIMUM',
  'ADDRESS_NEEDED',
  'TOO_FAR',
  'SLOT_NEEDED',
  'SLOT_CLOSED',
  'SLOT_FULL',
] as const
const basketDetails = {
  /** Today's opening hours, for the sentence. */
  STORE_CLOSED: v.object({ hours: v.array(Hours) }),
  PRODUCT_GONE: v.object({ lines: v.array(Count) }),
  BAD_CHOICE: v.object({ lines: v.array(Count) }),
  /** Line numbers that can't be had, and how many are left of each. */
  SOLD_OUT: v.object({ lines: v.array(v.object({ line: Count, left: Count })) }),
  BELOW_MINIMUM: v.object({ minimumFen: FenAmount, shortFen: FenAmount }),
  TOO_FAR: v.object({ distanceM: Count, radiusM: Count }),
  SLOT_FULL: v.object({ left: Count }),
}

/** What an order costs now. Changes nothing. `coupons`: `best` lets the cloud choose. */
export const quote = action({
  name: 'orders.quote',
  input: v.strictObject({ ...Basket, coupons: v.union([v.literal('best'), CouponIds]) }),
  output: v.object({ quote: Quote }),
  refusals: BASKET_REFUSALS,
  details: basketDetails,
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
  /** While it is waited for: units of goods before it, and when it should be ready; null otherwise. */
  queue: v.nullable(v.object({ ahead: Count, readyAt: Instant })),
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
    coupons: CouponIds,
    key: Key,
    table: v.nullable(v.pipe(v.string(), v.maxLength(20))),
    note: FreeText(60),
    expectPayFen: FenAmount,
    /** What the person answered when asked on the submit tap: template name → answer. */
    consents: ConsentAnswers,
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

/** The customer gives up a paid order that nobody has accepted: everything goes back. Twice is the same as once. */
export const refund = action({
  name: 'orders.refund',
  input: OrderId,
  output: Refreshed,
  refusals: ['ORDER_NOT_FOUND', 'TOO_LATE'],
})
/**
 * 确认收到: the customer says that a delivery has arrived; it is done, and on the counter's board no more. Twice is the same
 * as once, and as the store's own 已送达.
 */
export const confirmReceipt = action({
  name: 'orders.confirmReceipt',
  input: OrderId,
  output: Refreshed,
  refusals: ['ORDER_NOT_FOUND', 'NOT_ON_ITS_WAY'],
})
/** 开发票: recorded for the owner; sent again it replaces what was there. */
export const requestInvoice = action({
  name: 'orders.requestInvoice',
  input: v.strictObject({
    orderId: Id,
    kind: v.picklist(['person', 'company']),
    title: SomeText(100),
    taxNo: v.pipe(v.string(), v.trim(), v.regex(/^([0-9A-Z]{15,20})?$/)),
    email: v.pipe(v.string(), v.trim(), v.maxLength(100), v.email()),
  }),
  output: v.object({ invoice: Invoice }),
  refusals: ['ORDER_NOT_FOUND', 'NOT_PAID', 'TAX_NO_NEEDED', 'TEXT_REJECTED'],
})
/** What can be ordered ahead at a store: slots that are not cut off, soonest first. One read beyond the shop's. */
export const slots = action({
  name: 'orders.slots',
  input: v.strictObject({ storeId: Id }),
  output: v.object({
    slots: v.array(
      v.object({ slotId: Id, pointId: Id, day: ShopDay, at: Instant, cutoffAt: Instant, left: Count }),
    ),
  }),
  refusals: ['STORE_NOT_FOUND'],
})

/** Payload of the delayed call that does what an order needs by then (its payment or its acceptance is overdue); carries an id and no authority: everything is read again. */
export const CloseTask = v.strictObject({ task: v.literal('orders.close'), orderId: Id })

export type Payment = v.InferOutput<typeof Payment>
export type {
  Destination,
  Invoice,
  LineUnits,
  OrderSlot,
  OrderState,
  OrderView,
  RefundBy,
  RefundView,
} from './order-contract'
export type { CartLine, CouponSlot, CouponVerdict, Quote, QuoteLine } from './quote-contract'
