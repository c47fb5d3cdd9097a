import type {
  InvoiceView,
  invoices as listContract,
  issueInvoice as contract,
} from '@shared/manager/office-contract'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import type { OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { unset } from '../../platform/query'
import { changeOrderIf, invoicesOf, wholePage } from '../orders'
import { storesOrder } from './change-order'
import { readCounter } from './repository'

const PAGE = 20

/** What the owner has to write, with the amount that stays after all refunds, those on their way included. */
function invoiceView(row: OrderRow): InvoiceView {
  const { invoice, invoiceAt, paidAt } = row
  if (!invoice || invoiceAt === undefined || paidAt === null)
    throw new Defect('an order without an invoice in the list of invoices', { orderId: row._id })
  return {
    orderId: row._id,
    pickupCode: row.pickupCode,
    paidAt,
    invoice,
    amountFen: row.payFen - row.refunds.reduce((sum, refund) => sum + refund.payFen, 0),
    askedAt: invoiceAt,
    issuedAt: row.invoiceIssuedAt ?? null,
  }
}

export const listInvoices: UseCase<typeof listContract> = async ({ storeId, before }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  if (isRefused(counter)) return counter
  if (counter.role === 'clerk') return refuse('FORBIDDEN')
  const rows = await invoicesOf(ctx.db, storeId, before ?? ctx.now + 1, PAGE + 1)
  const page = wholePage(rows, PAGE, (row) => row.invoiceAt ?? 0)
  return { invoices: page.map(invoiceView), more: rows.length > PAGE }
}

/** Who wrote it stands in the log; a title that was changed meanwhile is not marked as written. */
export const issueInvoice: UseCase<typeof contract> = async ({ askedAt, issued, ...at }, ctx) => {
  const counter = await readCounter(at.storeId, ctx)
  if (isRefused(counter)) return counter
  if (counter.role === 'clerk') return refuse('FORBIDDEN')
  const mark = { invoiceIssuedAt: issued ? ctx.now : unset() }
  const done = await changeOrderIf(ctx.db, at.orderId, { invoiceOf: at.storeId, invoiceAt: askedAt }, mark)
  const order = await storesOrder(at, ctx)
  if (!order?.invoice) return refuse('ORDER_NOT_FOUND')
  if (order.invoiceAt !== askedAt) return refuse('CHANGED_MEANWHILE', { invoice: invoiceView(order) })
  if (done) ctx.log('info', 'manager.invoiceMarked', { ...at, issued, by: ctx.memberId })
  return { invoice: invoiceView(order) }
}
