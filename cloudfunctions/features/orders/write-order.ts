import type { CouponView } from '@shared/coupons/contract'
import type { InputOf } from '@shared/kernel/action'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import type { place } from '@shared/orders/contract'
import { earnsOf, goodsPaidOf } from '@shared/points/earn'
import { termsFor } from '@shared/promoters/rates'
import { termsForOrder } from '@shared/rewards/terms'
import { price } from '@shared/pricing/price'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import type { RunTx } from '../../platform/tx'
import { couponView, holdCoupon, redeemCoupon } from '../coupons'
import { takePoints } from '../points'
import { soldOut } from './basket'
import { takeHolds } from './holds'
import { newOrder, pickupCode, type Draft } from './order'
import type { Plan, Planned } from './plan-order'
import { priceFacts } from './quote-order'
import { orderRepository } from './repository'
import { payViaOfShop } from './shop-settings'

type Input = InputOf<typeof place>
const ATTEMPTS = 30

/**
 * Writes the order with everything that it holds, or nothing (decision 0002). Refused as ALREADY when this order exists.
 * Runs again under another number when its pickup number is taken, and when somebody else was the first to take
 * something of a day's stock or slot, whose document is then there.
 *
 * What is known to need a transaction begins it while the plan is still being made: beginning takes no snapshot, so the
 * wait makes no conflict likelier, and a plan that is refused rolls it back.
 */
export async function writeOrder(input: Input, planned: Promise<Planned>, ctx: Ctx) {
  // it may fail before the transaction that asks for it has begun
  planned.catch(() => undefined)
  const atOnce: RunTx = (await isOneDocument(input, planned, ctx)) ? (work) => work(ctx.db) : ctx.tx
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = pickupCode(ctx.random, attempt)
    try {
      return await atOnce(async (db) => {
        const plan = await planned
        return isRefused(plan) ? plan : holdAndAdd(db, input, plan, code, ctx)
      })
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e
      if (e.table === 'orders' && !e.index.startsWith('pickupKey')) return refuse('ALREADY')
    }
  }
  throw new Defect('no free pickup number', { storeId: input.storeId })
}

/** An order that holds nothing and is still to be paid: one write needs no transaction. A refused plan needs none either. */
async function isOneDocument(input: Input, planned: Promise<Planned>, ctx: Ctx) {
  if (input.coupons.length > 0 || input.usePoints) return false
  const plan = await planned
  if (isRefused(plan)) return true
  const { basket, buyer } = plan
  if (basket.slot || Object.keys(basket.counted).length > 0) return false
  const priced = price({ ...priceFacts({ basket, buyer }, input, ctx), coupons: [], choice: [] })
  return isRefused(priced) || priced.quote.payFen > 0
}

async function holdAndAdd(db: TxDb, input: Input, plan: Plan, code: string, ctx: Ctx) {
  const { memberId, now } = ctx
  const coupons = await holdCoupons(db, input.coupons, plan.id, ctx)
  if (isRefused(coupons)) return coupons
  const priced = price({ ...priceFacts(plan, input, ctx), coupons, choice: input.coupons })
  if (isRefused(priced)) return priced
  const { quote } = priced
  if (quote.payFen > input.expectPayFen) return refuse('PRICE_ROSE', { quote })
  const points = await takePoints(db, memberId, quote.points, now)
  if (isRefused(points)) return points
  const order = draftOrder(input, plan, { quote, pointsTaken: points.taken, pickupCode: code }, ctx)
  const held = await takeHolds(db, order, plan.basket)
  if (isRefused(held)) return held.refused === 'SHORT' ? soldOut(plan.basket.lines, held.details) : held
  await orderRepository(db).add(order)
  if (order.state === 'paid') await completeFree(db, order, ctx)
  return order
}

type Settled = Pick<Draft, 'quote' | 'pointsTaken' | 'pickupCode'>
function draftOrder({ way, note }: Input, plan: Plan, settled: Settled, { memberId, openid, now }: Ctx) {
  const { shop, account, bound, cameBy } = plan.buyer
  const { payWithinMs, acceptance, uploadsShipping, loyalty, nthOrderCampaigns: nthCampaigns } = shop
  const recoveryPlan = account !== null && shop.recovery?.on ? shop.recovery : undefined
  const payVia = payViaOfShop(shop)
  const frozen = { payWithinMs, acceptance, uploadsShipping, nthCampaigns, payVia, recoveryPlan }
  const earnings = earnsOf({ goodsPaidFen: goodsPaidOf(settled.quote) }, account, loyalty, now)
  const who = { memberId, openid, bound, earnings }
  const order = newOrder({ ...plan, ...settled, ...frozen, ...who, way, note, now })
  const commissionTerms = termsFor(order, shop.programme)
  const friend = { promoter: bound?.promoter ?? null, paidOrders: account?.paidOrders ?? null }
  const rewardTerms = termsForOrder(shop.bringFriend, friend, now)
  const first = account?.paidOrders === 0
  return {
    ...order,
    ...(commissionTerms && { commissionTerms }),
    ...(rewardTerms && { rewardTerms }),
    ...(cameBy && { cameBy: { code: cameBy.code, first } }),
  }
}

async function holdCoupons(db: TxDb, couponIds: readonly string[], orderId: string, ctx: Ctx) {
  const coupons: CouponView[] = []
  for (const couponId of couponIds) {
    const coupon = await holdCoupon(db, couponId, ctx.memberId, orderId, ctx.now)
    if (isRefused(coupon)) return coupon
    coupons.push(couponView(coupon))
  }
  return coupons
}

/** Nothing is to be paid: what a payment would bring about happens at once. Stock, slot and points are gone already. */
async function completeFree(db: TxDb, order: ReturnType<typeof newOrder>, ctx: Ctx): Promise<void> {
  for (const couponId of order.couponIds) await redeemCoupon(db, couponId, order._id)
  await ctx.react('order.paid', db, order)
}
