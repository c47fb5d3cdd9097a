import type { Instant } from '@shared/kernel/time'
import { rfc3339Ms } from './beijing-time'
import { sdkErrorCode } from './errors'
import type { CallWechat } from './sdk'

/** An order that has been handed over, as WeChat wants to hear of it before it pays the money out. */
export type Shipment = {
  /** WeChat Pay's number of the payment. */
  readonly transactionId: string
  /** Who paid. */
  readonly openid: string
  readonly kind: 'pickup' | 'sameCity'
  /** What was handed over: `拿铁（大杯）×1、贝果×2`. Cut to WeChat's 120 characters. */
  readonly itemDesc: string
  /** When it was handed over. A later report of the same order needs a later time. */
  readonly at: Instant
  /** The receiver's number with the middle hidden, the last four digits shown: `138****0018`. */
  readonly contactMasked?: string
}
/**
 * `tooSoon`: WeChat does not know the payment yet, try again in a minute. `already`: it was reported before. `refused`:
 * WeChat will not take it; `code` says why, and a person can still enter it in the console. `unknown`: no answer; trying
 * again is safe.
 */
export type Uploaded =
  | { readonly uploaded: true }
  | { readonly uploaded: false; readonly why: 'tooSoon' | 'already' | 'refused'; readonly code: number }
  | { readonly uploaded: false; readonly why: 'unknown'; readonly code?: number }

/** 发货信息管理: reports what was handed over, else the money of the order stays frozen. */
export type Shipping = { upload(shipment: Shipment): Promise<Uploaded> }

const SAME_CITY = 2
const SELF_PICKUP = 4
const ITEM_DESC_MOST = 120

const TOO_SOON = 10060001
/** Shipped already · its one correction is used · nothing changed. */
const ALREADY: ReadonlySet<number> = new Set([10060002, 10060003, 10060023])
/** WeChat's own troubles. */
const TROUBLES: ReadonlySet<number> = new Set([-1, 10060012, 10060019])

export function wechatShipping(
  openapi: CallWechat,
  onTrouble: (transactionId: string, error: unknown) => void,
): Shipping {
  return {
    async upload(shipment) {
      try {
        await openapi('wxa.sec.order.uploadShippingInfo', shippingInfo(shipment))
        return { uploaded: true }
      } catch (error) {
        const answer = notUploaded(sdkErrorCode(error))
        if (answer.why === 'refused' || answer.why === 'unknown') onTrouble(shipment.transactionId, error)
        return answer
      }
    },
  }
}

function shippingInfo({ transactionId, openid, kind, itemDesc, at, contactMasked }: Shipment): object {
  const contact = contactMasked === undefined ? {} : { contact: { receiverContact: contactMasked } }
  return {
    // by WeChat Pay's own number: which merchant number a payment through the cloud bears is not documented
    orderKey: { orderNumberType: 2, transactionId },
    logisticsType: kind === 'pickup' ? SELF_PICKUP : SAME_CITY,
    deliveryMode: 1,
    shippingList: [{ itemDesc: fitted(itemDesc), ...contact }],
    uploadTime: rfc3339Ms(at),
    payer: { openid },
  }
}

function fitted(text: string): string {
  const characters = [...text]
  return characters.length <= ITEM_DESC_MOST ? text : `${characters.slice(0, ITEM_DESC_MOST - 1).join('')}…`
}

function notUploaded(code: number | null): Exclude<Uploaded, { uploaded: true }> {
  if (code === null) return { uploaded: false, why: 'unknown' }
  if (TROUBLES.has(code)) return { uploaded: false, why: 'unknown', code }
  if (code === TOO_SOON) return { uploaded: false, why: 'tooSoon', code }
  return { uploaded: false, why: ALREADY.has(code) ? 'already' : 'refused', code }
}
