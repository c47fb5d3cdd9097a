import type { Fen } from '@shared/kernel/money'
import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant } from '@shared/kernel/time'
import { rfc3339 } from '../pay/trade'

export type BillState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED'
/** A transfer at WeChat Pay; its key is the merchant's number. */
export type Bill = {
  readonly outBillNo: string
  readonly transferBillNo: string
  readonly openid: string
  readonly fen: Fen
  readonly remark: string
  readonly notifyUrl: string
  /** All that was asked for, to tell the same request from another one of the same number. */
  readonly asked: string
  readonly packageInfo: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly state: BillState
  /** '' for none. */
  readonly failReason: string
}

/** The recipient confirms within a day; then WeChat closes the bill, in its own time. */
export const CONFIRM_WITHIN_MS = DAY_MS
export const CLOSING_TAKES_MS = 30 * MINUTE_MS
/** How long a transfer is TRANSFERING, and a bill CANCELING. */
export const MOVING_TAKES_MS = 3 * SECOND_MS
/** Queries know bills of this long. */
export const REMEMBERED_MS = 30 * DAY_MS

export const isEnded = ({ state }: Bill): boolean =>
  state === 'SUCCESS' || state === 'FAIL' || state === 'CANCELLED'
export const mayConfirm = ({ state, createdAt }: Bill, now: Instant): boolean =>
  state === 'WAIT_USER_CONFIRM' && now < createdAt + CONFIRM_WITHIN_MS

/** What sending answers. */
export const createdOf = (bill: Bill): object => ({
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  create_time: rfc3339(bill.createdAt),
  state: bill.state,
  ...(bill.state === 'WAIT_USER_CONFIRM' && { package_info: bill.packageInfo }),
  ...(bill.failReason !== '' && { fail_reason: bill.failReason }),
})

/** What a query answers, and what the callback holds. */
export const billOf = (bill: Bill, mchId: string, appId: string): object => ({
  mch_id: mchId,
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  appid: appId,
  state: bill.state,
  transfer_amount: bill.fen,
  transfer_remark: bill.remark,
  openid: bill.openid,
  ...(bill.failReason !== '' && { fail_reason: bill.failReason }),
  create_time: rfc3339(bill.createdAt),
  update_time: rfc3339(bill.updatedAt),
})
