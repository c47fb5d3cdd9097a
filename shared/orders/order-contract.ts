import * as v from 'valibot'
import { Way } from '../catalogue/store-contract'
import { Count, FenAmount, Id, Instant, ShopDay } from '../kernel/fields'
import { Quote, QuoteLine } from './quote-contract'

/**
 * 'pendingPay' unpaid, holds what it needs until `payBefore` · 'closing' no longer payable, holds not yet released ·
 * 'closed' ended unpaid · 'paid' waits for the shop · 'making' accepted · 'ready' 可取, or waits for its rider ·
 * 'delivering' on its way · 'done' handed over · 'refunding' / 'refunded' given back whole: the customer or the shop gave
 * it up, or the money arrived too late.
 */
export const OrderState = v.picklist([
  'pendingPay',
  'closing',
  'closed',
  'paid',
  'making',
  'ready',
  'delivering',
  'done',
  'refunding',
  'refunded',
])
/** So many units of a line of the order (from 0). */
export const LineUnits = v.object({ line: Count, units: v.pipe(Count, v.minValue(1)) })
export const RefundBy = v.picklist(['customer', 'shop', 'system'])
/** Money on its way back for an order, or a part of it. */
export const RefundView = v.object({
  /** WeChat's `out_refund_no`; the same number again is the same refund. */
  no: v.string(),
  at: Instant,
  by: RefundBy,
  /** For the customer. */
  reason: v.string(),
  units: v.array(LineUnits),
  /** What of packaging and delivery goes back with it. */
  packagingFen: FenAmount,
  deliveryFen: FenAmount,
  /** Everything together. */
  payFen: FenAmount,
  /** Points that came back with it. */
  points: Count,
  /** 'asked' not yet taken by WeChat · 'processing' on its way · 'success' arrived · 'trouble' a person must see to it. */
  state: v.picklist(['asked', 'processing', 'success', 'trouble']),
})
/** Where a delivery goes; emptied when the person leaves (注销). */
export const Destination = v.object({
  name: v.string(),
  phone: v.string(),
  /** 学府路 18 号 3 号楼 502 */
  address: v.string(),
  lat: v.number(),
  lng: v.number(),
  distanceM: Count,
})
/** The slot of a pre-order as it was when it was placed. */
export const OrderSlot = v.object({
  slotId: Id,
  day: ShopDay,
  /** When it is handed out. */
  at: Instant,
  pointName: v.string(),
  pointAddress: v.string(),
})
/** 发票抬头 */
export const Invoice = v.object({
  kind: v.picklist(['person', 'company']),
  title: v.string(),
  /** Companies only; '' for a person. */
  taxNo: v.string(),
  email: v.string(),
})
const {
  lines: _lines,
  verdicts: _verdicts,
  hash: _hash,
  usablePoints: _u,
  usablePointsFen: _uf,
  ...sums
} = Quote.entries
export const OrderView = v.object({
  id: Id,
  /** The number called at the counter; unique per store and day. */
  pickupCode: v.string(),
  state: OrderState,
  storeId: Id,
  storeName: v.string(),
  way: Way,
  table: v.nullable(v.string()),
  destination: v.nullable(Destination),
  slot: v.nullable(OrderSlot),
  packaging: v.string(),
  note: v.string(),
  lines: v.array(QuoteLine),
  /** Units of goods, all lines together. */
  units: Count,
  ...sums,
  /** Points that this order earns when it is paid. */
  earns: Count,
  placedAt: Instant,
  payBefore: Instant,
  paidAt: v.nullable(Instant),
  /** The shop accepts until then, or it is refunded by itself; null before it is paid. */
  acceptBefore: v.nullable(Instant),
  acceptedAt: v.nullable(Instant),
  readyAt: v.nullable(Instant),
  deliveringAt: v.nullable(Instant),
  doneAt: v.nullable(Instant),
  closedAt: v.nullable(Instant),
  /** Why it was closed or refunded, a sentence for the customer; '' while it lives. */
  closedReason: v.string(),
  refundedFen: FenAmount,
  refunds: v.array(RefundView),
  /** null: none was asked for. */
  invoice: v.nullable(Invoice),
})

export type OrderState = v.InferOutput<typeof OrderState>
export type LineUnits = v.InferOutput<typeof LineUnits>
export type RefundBy = v.InferOutput<typeof RefundBy>
export type RefundView = v.InferOutput<typeof RefundView>
export type Destination = v.InferOutput<typeof Destination>
export type OrderSlot = v.InferOutput<typeof OrderSlot>
export type Invoice = v.InferOutput<typeof Invoice>
export type OrderView = v.InferOutput<typeof OrderView>
