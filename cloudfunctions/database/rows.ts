/** Documents as they lie in the database. Repositories map them; the seed and migrations write them. */
import type { Category, Packaging, Product, Store, Way } from '@shared/catalogue/contract'
import type { CouponState, Terms } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { Role } from '@shared/members/contract'
import type { OrderState, QuoteLine } from '@shared/orders/contract'

/** `settings/shop`. Stores are a map, so that one store's switch is one field's update. */
export type ShopRow = {
  readonly _id: 'shop'
  readonly name: string
  readonly notice: string
  readonly menuVersion: number
  readonly stores: Readonly<Record<string, StoreRow>>
  readonly packaging: readonly Packaging[]
  /** Template name (`ORDER_READY`, `ORDER_REFUNDED`) → WeChat template id and our field → the template's key. */
  readonly templates: Readonly<Record<string, { id: string; fields: Readonly<Record<string, string>> }>>
  readonly welcomeCampaignId: string | null
  readonly payWithinMs: number
  readonly subMchId: string
}
/** `soldOut` is a map sku → true for the same reason. `order` sorts the stores. */
export type StoreRow = Omit<Store, 'soldOut'> & {
  readonly order: number
  readonly soldOut: Readonly<Record<string, boolean>>
}
/** `catalogue/menu` */
export type MenuRow = {
  readonly _id: 'menu'
  readonly version: number
  readonly categories: readonly Category[]
  readonly products: readonly Product[]
}
/** `counters/<storeId>` */
export type CounterRow = {
  readonly _id: string
  /** member id → role and the name that colleagues see */
  readonly staff: Readonly<Record<string, { readonly role: Role; readonly name: string }>>
  /** The store's name and switch as copies, so that the counter's board is one read; `settings/shop` has the say. */
  readonly storeName?: string
  readonly paused?: boolean
}
/** `stock/<storeId>:<skuId>`; available + held + sold stays what was put in. */
export type StockRow = {
  readonly _id: string
  /** Ties it to `settings/shop`, so that one read brings the shop and what ran out. */
  readonly shopId: 'shop'
  readonly available: number
  readonly held: number
  readonly sold: number
}
export type MemberRow = {
  readonly _id: string
  readonly openid: string
  readonly nickname: string
  readonly avatar: string
  readonly phone: string | null
  readonly joinedAt: Instant
  readonly worksAt: readonly string[]
  /** Set by 注销: personal fields are emptied, the id stays as a tombstone. */
  readonly leftAt: Instant | null
}
/** `campaigns/<id>`. The full engine is a later issue; this kind is the welcome coupon. */
export type CampaignRow = {
  readonly _id: string
  readonly kind: 'welcome'
  readonly terms: Terms
  readonly validDays: number
  readonly startAt: Instant
  readonly endAt: Instant
}
/** `coupons/<campaign>:<member>:<grantKey>` */
export type CouponRow = {
  readonly _id: string
  readonly campaignId: string
  readonly memberId: string
  readonly terms: Terms
  readonly state: CouponState
  readonly issuedAt: Instant
  readonly expiresAt: Instant
  readonly orderId: string | null
  /** Set when a full refund brought it back: that happens once. */
  readonly returned?: boolean
}
export type NoticeState = 'none' | 'noConsent' | 'asked' | 'failed'
/** Why a refund does not arrive: WeChat closed it · a person must do it by hand · WeChat never took it on. */
type RefundTrouble = 'closed' | 'needsHand' | 'notAccepted'
export type OrderRow = {
  readonly _id: string
  readonly memberId: string
  readonly openid: string
  readonly memberName: string
  readonly state: OrderState
  readonly storeId: string
  readonly storeName: string
  readonly way: Way
  readonly table: string | null
  readonly packaging: string
  readonly note: string
  readonly lines: readonly QuoteLine[]
  readonly goodsFen: Fen
  readonly couponFen: Fen
  readonly packagingFen: Fen
  readonly payFen: Fen
  readonly couponId: string | null
  /** Stock this order holds or has bought: sku → units. */
  readonly stockHeld: Readonly<Record<string, number>>
  readonly pickupCode: string
  readonly pickupKey: string
  readonly boardOf?: string
  readonly dueAt?: Instant
  readonly placedAt: Instant
  readonly payBefore: Instant
  readonly paidAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly readyAt: Instant | null
  readonly doneAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedReason: string
  /** Member ids of the staff who took it on, handed it over, or refused it and so gave the money back. Never sent to phones. */
  readonly acceptedBy?: string
  readonly doneBy?: string
  readonly refusedBy?: string
  readonly transactionId: string | null
  readonly refundedFen: Fen
  /** When it began to be given back; absent before. */
  readonly refundingAt?: Instant
  /** Set while the refund is stuck: the order is then on the counter's board once more, so that a person sees to it. */
  readonly refundTrouble?: RefundTrouble
  /** Template name → whether one message may be sent for this order. */
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
