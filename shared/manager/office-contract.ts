import * as v from 'valibot'
import { action } from '../kernel/action'
import { FenAmount, Id, Instant } from '../kernel/fields'
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

export type InvoiceView = v.InferOutput<typeof InvoiceView>
