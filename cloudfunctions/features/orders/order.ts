import type { OrderView, Quote } from '@shared/orders/contract'
import { shopDay, type Instant } from '@shared/kernel/time'
import type { OrderRow, StoreRow } from '../../database/rows'

/** Everything an order is made of. */
export type Draft = {
  readonly id: string
  readonly memberId: string
  readonly openid: string
  readonly store: StoreRow
  readonly way: OrderRow['way']
  readonly table: string | null
  readonly packaging: string
  readonly note: string
  readonly quote: Quote
  /** Units of each sku whose stock is counted. */
  readonly stockHeld: Readonly<Record<string, number>>
  readonly pickupCode: string
  readonly consents: Readonly<Record<string, boolean>>
  readonly now: Instant
  readonly payWithinMs: number
}

/** What has not happened to a new order yet. */
const UNTOUCHED = {
  acceptedAt: null,
  readyAt: null,
  doneAt: null,
  closedAt: null,
  closedReason: '',
  transactionId: null,
  refundedFen: 0,
  notice: 'none',
  outbox: [],
} as const

/** The order as it is first written. When nothing is to be paid it is paid at once, and on the counter's board. */
export function newOrder(d: Draft): OrderRow {
  const { lines, goodsFen, couponFen, packagingFen, payFen, couponId } = d.quote
  const payBefore = d.now + d.payWithinMs
  const free = payFen === 0
  return {
    ...UNTOUCHED,
    _id: d.id,
    memberId: d.memberId,
    openid: d.openid,
    memberName: `顾客 ${d.memberId.slice(-4)}`,
    state: free ? 'paid' : 'pendingPay',
    storeId: d.store.id,
    storeName: d.store.name,
    way: d.way,
    table: d.table,
    packaging: d.packaging,
    note: d.note,
    lines,
    goodsFen,
    couponFen,
    packagingFen,
    payFen,
    couponId,
    stockHeld: d.stockHeld,
    pickupCode: d.pickupCode,
    pickupKey: `${d.store.id}:${shopDay(d.now)}:${d.pickupCode}`,
    ...(free ? { boardOf: d.store.id } : { dueAt: payBefore }),
    placedAt: d.now,
    payBefore,
    paidAt: free ? d.now : null,
    consents: d.consents,
  }
}

/** What the customer sees of an order. */
export function orderView(o: OrderRow): OrderView {
  return {
    id: o._id,
    pickupCode: o.pickupCode,
    state: o.state,
    storeId: o.storeId,
    storeName: o.storeName,
    way: o.way,
    table: o.table,
    packaging: o.packaging,
    note: o.note,
    lines: [...o.lines],
    goodsFen: o.goodsFen,
    couponFen: o.couponFen,
    packagingFen: o.packagingFen,
    payFen: o.payFen,
    placedAt: o.placedAt,
    payBefore: o.payBefore,
    paidAt: o.paidAt,
    acceptedAt: o.acceptedAt,
    readyAt: o.readyAt,
    doneAt: o.doneAt,
    closedAt: o.closedAt,
    closedReason: o.closedReason,
    refundedFen: o.refundedFen,
  }
}

/** The number called at the counter: four digits, and six when a store's day is so full that these keep colliding. */
export function pickupCode(random: () => number, attempt: number): string {
  const digits = attempt < 6 ? 4 : 6
  return String(Math.floor(random() * 10 ** digits)).padStart(digits, '0')
}
