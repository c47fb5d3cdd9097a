/** A customer of the test shop, and the books that must balance whatever customers, staff and WeChat do. */
import type { CouponRow, OrderRow, ShopRow, SlotRow, StockRow } from '../../cloudfunctions/database/rows'
import type { InputOf, OutputOf } from '@shared/kernel/action'
import type { place as contract } from '@shared/orders/contract'
import { CLOSED_REASONS } from '@shared/orders/sentences'
import type { Person, TestShop } from './shop'
import { STORE } from './shop-rows'

export type PlaceInput = InputOf<typeof contract>
export type Placed = OutputOf<typeof contract>

export const latte = { productId: 'latte', skuId: 'latte-l', choices: ['ice-less'], qty: 1 }
export const bagel = { productId: 'bagel', skuId: 'bagel', choices: [], qty: 1 }

/** A latte to take away, no coupon: ¥19. */
export const anOrder = (over: Partial<PlaceInput> = {}): PlaceInput => ({
  storeId: STORE,
  way: 'pickup',
  lines: [latte],
  coupons: [],
  usePoints: false,
  addressId: null,
  slot: null,
  packagingId: 'none',
  key: 'key-00001',
  table: null,
  note: '',
  expectPayFen: 1_000_000,
  consents: {},
  ...over,
})

/** The answer's data; a refusal fails the test with its code. */
export function ok<T>(reply: { ok: true; data: T } | { ok: false; code: string }): T {
  if (!reply.ok) throw new Error(`refused: ${reply.code}`)
  return reply.data
}

/** Joins; answers the id of the welcome coupon. */
export const join = async (person: Person): Promise<string> =>
  ok(await person.call('members.join', {})).welcomed?.id ?? ''

export const place = async (person: Person, over: Partial<PlaceInput> = {}): Promise<Placed> =>
  ok(await person.call('orders.place', anOrder(over)))

export const prepayOf = (placed: Pick<Placed, 'payment'>): string =>
  placed.payment?.package.replace('prepay_id=', '') ?? ''

/** The person pays on the sheet, and WeChat delivers its callback. */
export async function pay(shop: TestShop, placed: Placed): Promise<void> {
  shop.wechat.pay.confirm(prepayOf(placed))
  await shop.advance(1)
}

export const orderRow = (shop: TestShop, id: string): OrderRow => {
  const row = shop.row<OrderRow>('orders', id)
  if (!row) throw new Error(`no order ${id}`)
  return row
}
export const couponRow = (shop: TestShop, id: string): CouponRow | null => shop.row<CouponRow>('coupons', id)
export const bagels = (shop: TestShop): Pick<StockRow, 'available' | 'held' | 'sold'> => {
  const { available, held, sold } = shop.rows<StockRow>('stock')[0]!
  return { available, held, sold }
}

export const unpaid = (o: OrderRow) => o.state === 'pendingPay' || o.state === 'closing'
const givenBack = (o: OrderRow) =>
  (o.state === 'refunding' || o.state === 'refunded') && (o.acceptedAt === null || o.paidAt === null)
export const bought = (o: OrderRow) => !unpaid(o) && o.state !== 'closed' && !givenBack(o)

/**
 * What is wrong with the books; nothing if laws 4, 6 and 11 hold. Stock: what orders hold and have bought is what the
 * stock says, and nothing was made or lost. Coupons: held by exactly one unpaid order, redeemed by exactly one live one.
 */
export function wrongInTheBooks(shop: TestShop, bagelsAtFirst: number): string[] {
  const orders = shop.rows<OrderRow>('orders')
  const wrong: string[] = []
  const stock = bagels(shop)
  if (stock.available + stock.held + stock.sold !== bagelsAtFirst) wrong.push('stock was made or lost')
  wrong.push(...wrongInStock(shop, orders), ...wrongInSlots(shop, orders))
  for (const coupon of shop.rows<CouponRow>('coupons')) {
    const users = orders.filter((o) => o.couponIds.includes(coupon._id) && (unpaid(o) || bought(o)))
    if (users.length > 1) wrong.push(`${coupon._id} is used by ${users.length} orders`)
    if (!users[0] && coupon.state === 'revoked') continue
    // it came back from an earlier order, and does so once in its life
    const spent = coupon.returned && orders.some((o) => o._id === coupon.orderId && givenBack(o))
    if (!users[0] && coupon.state === 'redeemed' && spent) continue
    const should = !users[0] ? 'issued' : unpaid(users[0]) ? 'held' : 'redeemed'
    if (coupon.state !== should) wrong.push(`${coupon._id} is ${coupon.state}, should be ${should}`)
    if (coupon.orderId !== (users[0]?._id ?? null)) wrong.push(`${coupon._id} names another order`)
  }
  for (const o of orders) {
    const open = o.refunds.filter((refund) => refund.state !== 'success')
    const reporting = o.shipping?.state === 'due' || o.shipping?.state === 'trouble'
    const stuck = open.some((refund) => refund.state === 'trouble') || o.shipping?.state === 'trouble'
    const served = ['paid', 'making', 'ready', 'delivering'].includes(o.state)
    if ((o.boardFrom !== undefined) !== (served || stuck)) wrong.push(`${o._id}, boardFrom ${o.boardFrom}`)
    if ((o.boardOf === o.storeId) !== (served || stuck))
      wrong.push(`${o._id} is ${o.state}, boardOf ${o.boardOf}`)
    const left =
      o.state === 'closed' && o.recovery?.couponAt !== undefined && o.closedReason === CLOSED_REASONS.unpaid
    const due = left || unpaid(o) || ['paid', 'ready', 'delivering'].includes(o.state)
    if ((o.dueAt !== undefined) !== (due || reporting || open.length > 0))
      wrong.push(`${o._id} is ${o.state}, dueAt ${o.dueAt}`)
    wrong.push(...wrongInRefunds(o))
  }
  return wrong
}

/** Law 2: never more than was paid, and what is given up whole gives everything back. */
function wrongInRefunds(o: OrderRow): string[] {
  const wrong: string[] = []
  const sum = (of: (refund: OrderRow['refunds'][number]) => number) =>
    o.refunds.reduce((all, refund) => all + of(refund), 0)
  const promised = sum((refund) => refund.payFen)
  const arrived = sum((refund) => (refund.state === 'success' ? refund.payFen : 0))
  if (promised > o.payFen) wrong.push(`${o._id}: ${promised} go back of ${o.payFen}`)
  if (o.refundedFen !== arrived) wrong.push(`${o._id}: ${arrived} arrived, it says ${o.refundedFen}`)
  const whole = o.state === 'refunding' || o.state === 'refunded'
  if (whole && promised !== o.payFen) wrong.push(`${o._id} is ${o.state}, ${promised} of ${o.payFen} go back`)
  if (new Set(o.refunds.map((refund) => refund.no)).size < o.refunds.length)
    wrong.push(`${o._id}: one number twice`)
  const units = o.lines.map((line, i) => {
    const back = o.refunds.flatMap((r) => r.units).reduce((n, u) => n + (u.line === i ? u.units : 0), 0)
    return line.qty - back
  })
  if (units.some((left) => left < 0)) wrong.push(`${o._id} gives back units that it never had`)
  return wrong
}

/** Law 6 for each store, sku and day: what orders hold and have bought is what the stock says, and all of it adds up. */
function wrongInStock(shop: TestShop, orders: readonly OrderRow[]): string[] {
  return shop
    .rows<StockRow>('stock')
    .flatMap(({ _id, storeId, skuId, day, supply, available, held, sold }) => {
      const mine = orders.filter((o) => o.storeId === storeId && o.stockDay === day)
      const units = (which: (o: OrderRow) => boolean) =>
        mine.filter(which).reduce((sum, o) => sum + (o.stockHeld[skuId] ?? 0), 0)
      return [
        ...(available < 0 ? [`${_id} below zero: ${available}`] : []),
        ...(held !== units(unpaid) ? [`${_id} held ${held}, orders hold otherwise`] : []),
        ...(sold !== units(bought) ? [`${_id} sold ${sold}, orders bought otherwise`] : []),
        ...(available + held + sold !== supply ? [`${_id}: stock was made or lost`] : []),
      ]
    })
}

/** The same for slots: what is taken of a slot is what orders for it hold and have bought, never more than it takes. */
function wrongInSlots(shop: TestShop, orders: readonly OrderRow[]): string[] {
  const capacities = new Map(
    shop
      .rows<ShopRow>('settings')
      .flatMap(({ stores }) => Object.values(stores))
      .flatMap(({ id, preorder }) =>
        (preorder?.slots ?? []).map((s) => [`${id}:${s.id}`, s.capacity] as const),
      ),
  )
  return shop.rows<SlotRow>('slots').flatMap(({ _id, storeId, day, slotId, held, sold }) => {
    const mine = orders.filter(
      (o) => o.storeId === storeId && o.slot?.day === day && o.slot.slotId === slotId,
    )
    const units = (which: (o: OrderRow) => boolean) => mine.filter(which).reduce((sum, o) => sum + o.units, 0)
    const restocked = mine
      .filter(bought)
      .flatMap((o) => o.refunds.filter((refund) => refund.restocked))
      .reduce((sum, { units: back }) => sum + back.reduce((n, u) => n + u.units, 0), 0)
    return [
      ...(held !== units(unpaid) ? [`${_id} held ${held}, orders hold otherwise`] : []),
      ...(sold !== units(bought) - restocked ? [`${_id} sold ${sold}, orders bought otherwise`] : []),
      ...(held + sold > (capacities.get(`${storeId}:${slotId}`) ?? 0) ? [`${_id} is overfull`] : []),
    ]
  })
}
