import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { PayVia } from '../database/rows'

/**
 * What is paid for. Everything here is stored with the order and never changes: calling `create` again with the same
 * values is then the same request to WeChat (which refuses a re-entry whose parameters differ).
 */
export type Charge = PayVia & {
  /** `out_trade_no`: at most 32 of `[A-Za-z0-9_-]`. */
  readonly orderId: string
  readonly body: string
  readonly payFen: Fen
  /** Who pays. */
  readonly openid: string
  readonly placedAt: Instant
  readonly payBefore: Instant
}
/** What `wx.requestPayment` takes. */
export type PaymentParams = {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA'
  readonly paySign: string
}
export type Created =
  | { readonly created: true; readonly payment: PaymentParams }
  /** `paid`: it is paid already; `closed`: it can't be paid any more; `unavailable`: WeChat did not take it now. */
  | { readonly created: false; readonly why: 'paid' | 'closed' | 'unavailable'; readonly detail: string }
export type PayQuery = PayVia & { readonly orderId: string }
export type PayStatus =
  | { readonly state: 'paid'; readonly transactionId: string; readonly paidFen: Fen }
  /** `notPaid` can still be paid; `closed` can't; `refunded`: it was paid, and at least a part went back. */
  | { readonly state: 'notPaid' | 'closed' | 'refunded' | 'unknown'; readonly detail: string }
/** `tooEarly`: WeChat closes a payment only five minutes after it was created. `paid`: it was paid meanwhile. */
export type Closed = 'closed' | 'paid' | 'tooEarly' | 'unknown'
export type RefundRequest = PayVia & {
  readonly orderId: string
  /** The same number again is the same refund. At most 64 of `[A-Za-z0-9_\-|*@]`. */
  readonly refundNo: string
  readonly totalFen: Fen
  readonly refundFen: Fen
  readonly reason: string
}
/** `accepted`: WeChat took it, the money is on its way; ask `queryRefund` whether it arrived. */
export type Refunding = { readonly accepted: true } | { readonly accepted: false; readonly detail: string }
export type RefundStatus = 'success' | 'processing' | 'closed' | 'needsHand' | 'unknown'

/** A payment that WeChat reports. Not yet believed: the amount is compared with the order's. */
export type PaidNotice = {
  readonly orderId: string
  readonly transactionId: string
  readonly paidFen: Fen
}

/** What WeChat, asked, says of a notice. `denied`: it knows no such payment. `unknown`: it gave no answer. */
export type Proof = 'proven' | 'denied' | 'unknown'

/** How the shop is paid: through the cloud (`cloudPay`) or through the cloud's payment workflows. */
export type PayProvider = {
  create(charge: Charge): Promise<Created>
  query(query: PayQuery): Promise<PayStatus>
  close(query: PayQuery): Promise<Closed>
  refund(request: RefundRequest): Promise<Refunding>
  queryRefund(query: PayVia & { readonly refundNo: string }): Promise<RefundStatus>
  /**
   * What went back of a payment or is on its way, whoever asked for it, also by hand on the merchant platform. Fen; null
   * when WeChat doesn't tell. Absent: it can't be asked (v3 knows refunds by their own numbers alone).
   */
  refundedFen?(query: PayQuery): Promise<Fen | null>
  /** The payment that a callback event reports; null when it reports none (a refund's notice, a failure). */
  parseNotify(event: unknown): PaidNotice | null
  /**
   * Asks WeChat about a notice that came from within the cloud but not as WeChat Pay's own callback: a workflow hands it
   * on, and its source proves nothing. Absent: such notices are never believed.
   */
  prove?(notice: PaidNotice): Promise<Proof>
}
