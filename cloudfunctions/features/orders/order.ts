import { closesAt } from '@shared/catalogue/closing'
import type { OpenSlot } from '@shared/catalogue/slots'
import { acceptBefore } from '@shared/orders/acceptance'
import type { OrderSlot, OrderView, Quote, RefundView } from '@shared/orders/contract'
import type { Instant } from '@shared/kernel/time'
import { recoveryDates, type RecoveryPlan } from '@shared/recovery/plan'
import type { Earnings } from '@shared/points/earn'
import type { BoundRow, OrderRow, PayVia, RefundRow } from '../../database/rows'
import type { Basket } from './basket'
import { changed } from './due'

/** Everything an order is made of. */
export type Draft = {
  readonly id: string
  readonly memberId: string
  readonly openid: string
  readonly basket: Basket
  readonly way: OrderRow['way']
  readonly table: string | null
  readonly note: string
  readonly quote: Quote
  /** Points that it spends: lot → points. */
  readonly pointsTaken: OrderRow['pointsTaken']
  readonly earnings: Earnings
  readonly pickupCode: string
  readonly consents: Readonly<Record<string, boolean>>
  readonly now: Instant
  readonly payWithinMs: number
  readonly acceptance: OrderRow['acceptance']
  readonly uploadsShipping: boolean
  readonly payVia: PayVia
  readonly nthCampaigns: Readonly<Record<string, number>>
  /** Who brought the buyer. */
  readonly bound: BoundRow | null
  /** How the shop answers orders that are left; undefined: it does not, or the buyer is no member. */
  readonly recoveryPlan: RecoveryPlan | undefined
}

/** What has not happened to a new order yet. */
const UNTOUCHED = {
  deliveringAt: null,
  refunds: [],
  invoice: null,
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
  const { basket } = d
  const sums = sumsOfQuote(d.quote)
  const payBefore = d.now + d.payWithinMs
  const free = sums.payFen === 0
  const order: OrderRow = {
    ...UNTOUCHED,
    _id: d.id,
    memberId: d.memberId,
    openid: d.openid,
    memberName: `顾客 ${d.memberId.slice(-4)}`,
    state: free ? 'paid' : 'pendingPay',
    ...storeOf(basket),
    way: d.way,
    table: d.table,
    packaging: basket.packaging.name,
    note: d.note,
    destination: basket.destination,
    slot: basket.slot && frozenSlot(basket.slot),
    ...sums,
    units: basket.units,
    pointsTaken: d.pointsTaken,
    ...d.earnings,
    stockHeld: basket.counted,
    stockDay: basket.day,
    ...broughtBy(d.bound),
    pickupCode: d.pickupCode,
    pickupKey: `${basket.store.id}:${basket.day}:${d.pickupCode}`,
    ...(Object.keys(d.nthCampaigns).length > 0 ? { nthCampaigns: d.nthCampaigns } : {}),
    placedAt: d.now,
    payBefore,
    paidAt: free ? d.now : null,
    acceptance: d.acceptance,
    acceptBefore: free ? acceptBefore(d.now, basket.slot?.at ?? null, d.acceptance) : null,
    closesAt: closesAt(basket.store, basket.slot?.at ?? d.now),
    consents: d.consents,
    ...(free ? {} : toBePaid(d)),
  }
  return changed(order, {}).row
}

/** Frozen: whatever becomes of the binding's people, the order says what was so when it was placed. */
function broughtBy(bound: BoundRow | null): Pick<OrderRow, 'promoter' | 'boundBy'> {
  if (bound === null) return { promoter: null }
  const { promoter, ...boundBy } = bound
  return { promoter, boundBy }
}

/** Where the payment lives, when it is answered if it does not come, and whether WeChat waits to hear that it was handed over: only where money moves. */
const toBePaid = ({ payVia, uploadsShipping, recoveryPlan, now, payWithinMs }: Draft) => ({
  payVia,
  ...(recoveryPlan && { recovery: recoveryDates(recoveryPlan, now, now + payWithinMs) }),
  ...(uploadsShipping ? { shipping: { state: 'awaited' } as const } : {}),
})

const storeOf = ({ store }: Basket) => ({
  storeId: store.id,
  storeName: store.name,
  secondsPerUnit: store.secondsPerUnit,
})

function sumsOfQuote({
  verdicts: _verdicts,
  hash: _hash,
  usablePoints: _points,
  usablePointsFen: _fen,
  ...sums
}: Quote) {
  return sums
}

/** A slot as the order remembers it, whatever becomes of the store's slots. */
const frozenSlot = ({ slotId, day, at, point }: OpenSlot): OrderSlot => ({
  slotId,
  day,
  at,
  pointName: point.name,
  pointAddress: point.address,
})

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
    destination: o.destination,
    slot: o.slot,
    ...sumsOf(o),
    lines: [...o.lines],
    units: o.units,
    earns: o.earns,
    placedAt: o.placedAt,
    payBefore: o.payBefore,
    paidAt: o.paidAt,
    acceptBefore: o.acceptBefore,
    acceptedAt: o.acceptedAt,
    readyAt: o.readyAt,
    deliveringAt: o.deliveringAt,
    doneAt: o.doneAt,
    closedAt: o.closedAt,
    closedReason: o.closedReason,
    refundedFen: o.refundedFen,
    refunds: o.refunds.map(refundView),
    invoice: o.invoice,
  }
}

const sumsOf = (o: OrderRow) => ({
  goodsFen: o.goodsFen,
  memberOffFen: o.memberOffFen,
  itemOffFen: o.itemOffFen,
  orderOffFen: o.orderOffFen,
  pointsOffFen: o.pointsOffFen,
  packagingFen: o.packagingFen,
  deliveryFen: o.deliveryFen,
  deliveryOffFen: o.deliveryOffFen,
  couponFen: o.couponFen,
  payFen: o.payFen,
  couponIds: [...o.couponIds],
  points: o.points,
})

const refundView = ({ no, at, by, reason, units, state, ...sums }: RefundRow): RefundView => ({
  no,
  at,
  by,
  reason,
  units: [...units],
  packagingFen: sums.packagingFen,
  deliveryFen: sums.deliveryFen,
  payFen: sums.payFen,
  points: sums.points,
  state,
})

/** The number called at the counter: four digits, and six when a store's day is so full that these keep colliding. */
export function pickupCode(random: () => number, attempt: number): string {
  const digits = attempt < 6 ? 4 : 6
  return String(Math.floor(random() * 10 ** digits)).padStart(digits, '0')
}
