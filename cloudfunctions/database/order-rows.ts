import type { Way } from '@shared/catalogue/contract'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type {
  Destination,
  Invoice,
  LineUnits,
  OrderSlot,
  OrderState,
  Quote,
  QuoteLine,
  RefundBy,
} from '@shared/orders/contract'
import type { CommissionTerms } from '@shared/promoters/rates'
import type { PayVia } from './pay-rows'
import type { RewardTerms } from '@shared/rewards/terms'
import type { BoundRow } from './referral-rows'

export type NoticeState = 'none' | 'noConsent' | 'asked' | 'failed'
/** Why a refund does not arrive: WeChat closed it · a person must do it by hand · WeChat never took it on. */
export type RefundTrouble = 'closed' | 'needsHand' | 'notAccepted'
/** One giving back, of the whole order or a part. */
export type RefundRow = {
  /** WeChat's `out_refund_no`; the same number again is the same refund. */
  readonly no: string
  readonly at: Instant
  readonly by: RefundBy
  /** The member id of the staff who did it; '' for customer and system. Never sent to phones. */
  readonly byId: string
  readonly reason: string
  readonly units: readonly LineUnits[]
  /** What of packaging and delivery goes back with it. */
  readonly packagingFen: Fen
  readonly deliveryFen: Fen
  /** Everything together. */
  readonly payFen: Fen
  readonly points: number
  /** Its goods went back into stock with it: nothing had been made of them. */
  readonly restocked: boolean
  /** `asked`: WeChat has not taken it yet. `trouble`: a person must see to it, so the order is on the counter's board. */
  readonly state: 'asked' | 'processing' | 'success' | 'trouble'
  readonly trouble?: RefundTrouble
  /** When it is looked at again; absent once the money has arrived. */
  readonly lookAt?: Instant
}
/**
 * What WeChat must hear of before it pays the money out (发货信息管理): `awaited` until it is handed over, then `due` until
 * it was told, `trouble` when it won't take it. The report itself waits here to be carried out, so it is never forgotten.
 */
export type ShippingRow = {
  readonly state: 'awaited' | 'due' | 'uploaded' | 'trouble'
  readonly kind?: 'pickup' | 'sameCity'
  /** When it was handed over, or set out. */
  readonly at?: Instant
  /** When it is tried again; absent unless due. */
  readonly lookAt?: Instant
}
type Sums = Omit<Quote, 'lines' | 'verdicts' | 'hash' | 'usablePoints' | 'usablePointsFen'>
export type OrderRow = Sums & {
  readonly _id: string
  readonly memberId: string
  readonly openid: string
  readonly memberName: string
  readonly state: OrderState
  readonly storeId: string
  readonly storeName: string
  /** What the store says one unit takes, for the customer's estimate. */
  readonly secondsPerUnit: number
  readonly way: Way
  readonly table: string | null
  readonly destination: Destination | null
  readonly slot: OrderSlot | null
  readonly packaging: string
  readonly note: string
  readonly lines: readonly QuoteLine[]
  /** Units of goods, all lines together. */
  readonly units: number
  /** Stock this order holds or has bought: sku → units, of the day `stockDay`. */
  readonly stockHeld: Readonly<Record<string, number>>
  readonly stockDay: string
  /** Points it holds or has spent: lot → points. */
  readonly pointsTaken: Readonly<Record<string, number>>
  /** Points that it earns when it is paid, and the lot they go into; 0 for who is no member. */
  readonly earns: number
  readonly earnsLot: string
  /** Campaigns that ran when it was placed and give a coupon with a member's nth paid order; absent: none did. */
  readonly nthCampaigns?: Readonly<Record<string, number>>
  /** Who had brought the buyer when it was placed; it never changes. null: nobody, or the buyer was no member. */
  readonly promoter: string | null
  /** How and since when they are bound; absent without a promoter. */
  readonly boundBy?: Omit<BoundRow, 'promoter'>
  /** The shop's own code that its buyer came through; `first`: they had paid for nothing yet. Absent: through none. */
  readonly cameBy?: { readonly code: string; readonly first: boolean }
  /** What it pays its promoter, frozen likewise; absent: nothing. */
  readonly commissionTerms?: CommissionTerms
  /** What it brings friend and promoter if it is the order that counts, frozen likewise; absent: nothing can come of it. */
  readonly rewardTerms?: RewardTerms
  readonly pickupCode: string
  readonly pickupKey: string
  readonly boardOf?: string
  /** There with `boardOf`: from when the board's own list has it; a later day's pre-orders stand beside it until then. */
  readonly boardFrom?: Instant
  readonly dueAt?: Instant
  /**
   * When it is answered if it is left unpaid, by the plan under which it was placed: `remindAt` while it can be paid,
   * `couponAt` when it ended unpaid. Each is taken away once it was seen to. Absent: never.
   */
  readonly recovery?: { readonly version: number; readonly remindAt?: Instant; readonly couponAt?: Instant }
  readonly placedAt: Instant
  readonly payBefore: Instant
  readonly paidAt: Instant | null
  /** How long the shop has to accept it, frozen when it was placed, so that booking the payment reads no settings. */
  readonly acceptance: { readonly remindMs: number; readonly refundMs: number }
  readonly acceptBefore: Instant | null
  /** The staff were told a second time; absent: not yet. */
  readonly remindedAt?: Instant
  /** When the store closes on the day on which it is handed out, frozen likewise: what nobody fetched by then is done. */
  readonly closesAt: Instant
  readonly acceptedAt: Instant | null
  readonly readyAt: Instant | null
  readonly deliveringAt: Instant | null
  readonly doneAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedReason: string
  /** Member ids of the staff who took it on and handed it over; who gave money back stands on the refund. Never sent to phones. */
  readonly acceptedBy?: string
  readonly doneBy?: string
  /** Where its payment lives, frozen when it was placed; absent: nothing was to be paid, or it is older than this. */
  readonly payVia?: PayVia
  readonly transactionId: string | null
  /** Absent where the shop need not report, and where nothing was paid. */
  readonly shipping?: ShippingRow
  /** What has arrived back, of all refunds. */
  readonly refundedFen: Fen
  readonly refunds: readonly RefundRow[]
  readonly invoice: Invoice | null
  /** The store whose list it stands in, since when, and when the owner wrote it; absent while none was asked for. */
  readonly invoiceOf?: string
  readonly invoiceAt?: Instant
  readonly invoiceIssuedAt?: Instant
  /** Template name → whether one message may (still) be sent for this order. */
  readonly consents: Readonly<Record<string, boolean>>
  readonly notice: NoticeState
  /** Effects still to be carried out beyond this document, each idempotent; drained after commit, and by the sweep. */
  readonly outbox: readonly OutboxEntry[]
}
export type OutboxEntry = {
  readonly id: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}
/** `payEvents/<transactionId>`: money that did not fit. */
export type PayEventRow = {
  readonly _id: string
  readonly orderId: string
  readonly paidFen: Fen
  readonly why: 'late' | 'twice' | 'wrongAmount' | 'unknownOrder'
  readonly receivedAt: Instant
  readonly handledAt: Instant | null
}
