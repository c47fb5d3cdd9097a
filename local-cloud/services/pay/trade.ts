import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import type { Fen } from '@shared/kernel/money'

/** How WeChat Pay keeps time. */
export const PREPAY_LIFE_MS = 2 * HOUR_MS
export const CLOSE_NOT_WITHIN_MS = 5 * MINUTE_MS
export const REFUND_WITHIN_MS = 365 * DAY_MS
export const MAX_REFUNDS = 50
/** How long a refund is PROCESSING. */
export const REFUND_TAKES_MS = 5 * SECOND_MS
/** Pauses before the callback comes again, in seconds, as WeChat Pay lists them; then every six hours for two days. */
const NOTIFY_PAUSES_SECONDS = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
]
export const NOTIFY_FOR_MS = 2 * DAY_MS

/** When the callback of a payment comes after its `attempt`-th failed delivery (from 1); null when WeChat gives up. */
export function nextNotify(paidAt: Instant, failedAt: Instant, attempt: number): Instant | null {
  const at = failedAt + (NOTIFY_PAUSES_SECONDS[attempt - 1] ?? 21600) * SECOND_MS
  return at - paidAt > NOTIFY_FOR_MS ? null : at
}

/** How a refund ends, in the words of v3; v2 says REFUNDCLOSE and CHANGE for the last two. */
export type RefundEnd = 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
export type Refund = {
  readonly outRefundNo: string
  readonly refundId: string
  readonly refundFen: Fen
  readonly acceptedAt: Instant
  /** Until then it is PROCESSING; absent in older data: `REFUND_TAKES_MS` after it was accepted. */
  readonly endsAt?: Instant
  /** Absent in older data: SUCCESS. */
  readonly ends?: RefundEnd
}
/** One merchant order at WeChat Pay; its key is the outTradeNo. */
export type Trade = {
  readonly outTradeNo: string
  readonly subMchId: string
  readonly openid: string
  readonly body: string
  readonly totalFen: Fen
  readonly attach: string
  readonly functionName: string
  /** By which route it was created; absent: `cloudPay`. */
  readonly via?: 'workflow'
  /** Everything that must be the same when the order is asked for again. */
  readonly fingerprint: string
  readonly state: TradeState
  readonly createdAt: Instant
  readonly prepayId: string
  readonly prepaidAt: Instant
  /** `timeExpire` of the order, else null. */
  readonly expiresAt: Instant | null
  readonly paidAt: Instant | null
  readonly transactionId: string | null
  readonly refunds: readonly Refund[]
  /** The callback was answered with `{errcode: 0}`. */
  readonly notified: boolean
}

export const refundState = (one: Refund, now: Instant): RefundEnd | 'PROCESSING' =>
  now < (one.endsAt ?? one.acceptedAt + REFUND_TAKES_MS) ? 'PROCESSING' : (one.ends ?? 'SUCCESS')

/** What has gone back or is on its way; a closed refund gave nothing back. */
export const refundedFen = (trade: Trade, now: Instant): Fen =>
  trade.refunds
    .filter((one) => refundState(one, now) !== 'CLOSED')
    .reduce((sum, one) => sum + one.refundFen, 0)
export const isPaid = (trade: Trade) => trade.state === 'SUCCESS' || trade.state === 'REFUND'

/** `yyyyMMddHHmmss` in China's time, as WeChat Pay writes and reads instants. */
export const payTime = (at: Instant): string =>
  new Date(at + 8 * HOUR_MS).toISOString().slice(0, 19).replace(/\D/g, '')

/** The same as v3 writes it: `2026-11-23T00:35:09+08:00`. */
export const rfc3339 = (at: Instant): string =>
  `${new Date(at + 8 * HOUR_MS).toISOString().slice(0, 19)}+08:00`

/** Null when the text is no such time. v3 takes whole seconds and an offset. */
export function fromRfc3339(text: string): Instant | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(at) ? null : at
}

/** Null when the text is no such time. */
export function fromPayTime(text: string): Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!parts) return null
  const at = Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}+08:00`)
  return Number.isNaN(at) ? null : at
}
