import * as v from 'valibot'
import { action } from '../kernel/action'
import { FenAmount, Id, Instant, ShopDay } from '../kernel/fields'
import { Invoice } from '../orders/order-contract'

/** What owner and managers see to besides the counter. All of it is FORBIDDEN to clerks. */

/** An invoice that a customer asked for. */
export const InvoiceView = v.object({
  orderId: Id,
  pickupCode: v.string(),
  paidAt: Instant,
  invoice: Invoice,
  /** What it is over: paid, less all that goes or went back. */
  amountFen: FenAmount,
  askedAt: Instant,
  /** null: not written yet. */
  issuedAt: v.nullable(Instant),
})
/** The invoices asked for at a store, the latest first, at most 20 before `before`. One read beyond that of the rights. */
export const invoices = action({
  name: 'manager.invoices',
  input: v.strictObject({ storeId: Id, before: v.nullable(Instant) }),
  output: v.object({ invoices: v.array(InvoiceView), more: v.boolean() }),
  refusals: [],
})
/** Marks one as written, or as not written after all. `askedAt` is the one on the screen: the customer may have changed it. */
export const issueInvoice = action({
  name: 'manager.issueInvoice',
  input: v.strictObject({ storeId: Id, orderId: Id, askedAt: Instant, issued: v.boolean() }),
  output: v.object({ invoice: InvoiceView }),
  refusals: ['ORDER_NOT_FOUND', 'CHANGED_MEANWHILE'],
  details: { CHANGED_MEANWHILE: v.object({ invoice: InvoiceView }) },
})

/** A payment or refund that our books and WeChat's tell differently. */
export const Alert = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  day: ShopDay,
  orderId: Id,
  pickupCode: v.string(),
  /**
   * 'notThere' paid here, not at WeChat · 'notHere' paid at WeChat, not here · 'amount' another sum · 'transaction' another
   * payment than the one booked · 'refund' a refund that only one side knows.
   */
  kind: v.picklist(['notThere', 'notHere', 'amount', 'transaction', 'refund']),
  hereFen: FenAmount,
  /** null: WeChat tells no amount. */
  thereFen: v.nullable(FenAmount),
  /** What could be done was done by itself: the money was booked, or is on its way back. */
  handled: v.boolean(),
})
const Alerts = v.object({ alerts: v.array(Alert) })
/** What reconciliation found in the store's orders and nobody has put away yet, the newest first. One read. */
export const alerts = action({
  name: 'manager.alerts',
  input: v.strictObject({ storeId: Id }),
  output: Alerts,
  refusals: [],
})
/** Puts one away, once somebody has seen to it; twice is the same as once. The day's record keeps it. */
export const putAwayAlert = action({
  name: 'manager.putAwayAlert',
  input: v.strictObject({ storeId: Id, alertId: v.pipe(v.string(), v.maxLength(100)) }),
  output: Alerts,
  refusals: [],
})

export type Alert = v.InferOutput<typeof Alert>
export type InvoiceView = v.InferOutput<typeof InvoiceView>

/** Payload of the delayed call that compares a day's next orders. */
export const ReconcileTask = v.strictObject({ task: v.literal('manager.reconcile'), day: ShopDay })
