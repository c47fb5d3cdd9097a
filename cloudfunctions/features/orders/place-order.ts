import type { CouponView } from '@shared/coupons/contract'
import type { place } from '@shared/orders/contract'
import type { InputOf, OutputOf, RefusalOf } from '@shared/kernel/action'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import { price } from '@shared/pricing/price'
import type { OrderRow, ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import type { RunTx } from '../../platform/tx'
import { couponView, holdCoupon, redeemCoupon } from '../coupons'
import { soldOut, type Basket } from './basket'
import { takeStock } from './holds'
import { newOrder, orderView, pickupCode } from './order'
import { bookQueried } from './pay-order'
import { createPayment, startPayment } from './payment'
import { priceFacts, quoteBasket, readyBasket, tableOf } from './quote-order'
import { orderRepository } from './repository'
import { shopSettings } from './shop-settings'

type Input = InputOf<typeof place>
type Answer = OutputOf<typeof place> | RefusalOf<typeof place>
/** The order as its input and the shop of this moment make it; price and coupon are settled in the transaction. */
type Plan = {
  readonly id: string
  readonly basket: Basket
  readonly table: string | null
  readonly consents: Record<string, boolean>
}

const PICKUP_ATTEMPTS = 10

/**
 * Places an order: price, coupon, stock and the order itself in one transaction (decision 0002), the payment after it.
 * The id is a function of member and key, so whatever fails may be sent again: an order that exists is the answer, even
 * when the shop would by now refuse it (closed meanwhile, or sold out by this very order).
 */
export const placeOrder: UseCase<typeof place> = async (input, ctx) => {
  const id = derivedId('o', ctx.memberId, input.key)
  const placed = await tryToPlace(input, id, ctx)
  if (!isRefused(placed)) return answerWith(placed.order, placed.shop, startPayment, ctx)
  const before = await orderRepository(ctx.db).order(id)
  // the attempt that wrote it has asked for the delayed call; if it died before, the sweep comes
  if (before) return answerWith(before, await shopSettings(ctx), createPayment, ctx)
  if (placed.refused === 'ALREADY') throw new Defect('an order whose id is taken is not there', { id })
  return placed
}

async function tryToPlace(input: Input, id: string, ctx: Ctx) {
  const ready = await readyBasket(input, ctx)
  if (isRefused(ready)) return ready
  const { basket, shop } = ready
  const seat = tableOf(basket.store, input.way, input.table)
  if (isRefused(seat)) return seat
  const opinion = await ctx.texts.check(ctx.openid, input.note, 'comment')
  if (opinion === 'rejected') return refuse('NOTE_REJECTED')
  const plan: Plan = { id, basket, table: seat.table, consents: consentsOf(input, shop) }
  const order = await writeOrder(input, plan, shop, ctx)
  if (!isRefused(order)) return { order, shop }
  if (order.refused !== 'PRICE_ROSE') return order
  // the quote that the customer has to agree to names all their coupons; the transaction knows one
  const whole = await quoteBasket(input, input.coupons, ctx)
  return isRefused(whole) ? whole : refuse('PRICE_ROSE', whole)
}

/** Writes the order under a free pickup number. Refused as ALREADY when this order exists. */
async function writeOrder(input: Input, plan: Plan, shop: ShopRow, ctx: Ctx) {
  // an order that holds nothing is a single document, and one write needs no transaction
  const holdsNothing = input.coupons.length === 0 && Object.keys(plan.basket.counted).length === 0
  const atOnce: RunTx = holdsNothing ? (work) => work(ctx.db) : ctx.tx
  for (let attempt = 0; attempt < PICKUP_ATTEMPTS; attempt++) {
    const code = pickupCode(ctx.random, attempt)
    try {
      return await atOnce((db) => holdAndAdd(db, input, plan, shop, code, ctx))
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e
      if (!e.index.startsWith('pickupKey')) return refuse('ALREADY')
    }
  }
  throw new Defect('no free pickup number', { storeId: input.storeId })
}

async function holdAndAdd(db: TxDb, input: Input, plan: Plan, shop: ShopRow, code: string, ctx: Ctx) {
  const { basket, id } = plan
  const coupons: CouponView[] = []
  for (const couponId of input.coupons) {
    const coupon = await holdCoupon(db, couponId, ctx.memberId, id, ctx.now)
    if (isRefused(coupon)) return coupon
    coupons.push(couponView(coupon))
  }
  const priced = price({
    ...priceFacts({ shop }, input, ctx),
    lines: basket.lines,
    coupons,
    choice: input.coupons,
    packaging: basket.packaging,
  })
  if (isRefused(priced)) return priced
  if (priced.quote.payFen > input.expectPayFen) return refuse('PRICE_ROSE', { quote: priced.quote })
  const order = newOrder({
    ...plan,
    store: basket.store,
    packaging: basket.packaging.name,
    stockHeld: basket.counted,
    memberId: ctx.memberId,
    openid: ctx.openid,
    way: input.way,
    note: input.note,
    quote: priced.quote,
    pickupCode: code,
    now: ctx.now,
    payWithinMs: shop.payWithinMs,
  })
  const stock = await takeStock(db, order, basket.store)
  if (isRefused(stock)) return soldOut(basket.lines, stock.details)
  if (order.state === 'paid') for (const couponId of order.couponIds) await redeemCoupon(db, couponId, id)
  await orderRepository(db).add(order)
  return order
}

/** Only templates that the shop has, and only a plain yes. */
function consentsOf(input: Input, shop: ShopRow): Record<string, boolean> {
  const names = Object.keys(shop.templates).filter((name) => input.consents[name] === 'accept')
  return Object.fromEntries(names.map((name) => [name, true]))
}

/** The order with its payment; what is paid already, and only its news is slow, is booked and answered as paid. */
async function answerWith(
  order: OrderRow,
  shop: Pick<ShopRow, 'subMchId'>,
  payment: typeof createPayment,
  ctx: Ctx,
): Promise<Answer> {
  if (order.state !== 'pendingPay') return { order: orderView(order), payment: null }
  const made = await payment(order, shop, ctx)
  if (made.created) return { order: orderView(order), payment: made.payment }
  if (made.why === 'paid' && (await bookQueried(order._id, shop, ctx))) {
    const now = await orderRepository(ctx.db).order(order._id)
    if (now && now.state !== 'pendingPay') return { order: orderView(now), payment: null }
  }
  return refuse('PAY_UNAVAILABLE', { orderId: order._id })
}
