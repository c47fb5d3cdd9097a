import type { Arm } from '@shared/experiments/arm'
import { isHeldOut } from '@shared/experiments/holdout'
import { switchedOff } from '@shared/catalogue/sold-out'
import { couponIdOf } from '@shared/coupons/grant-keys'
import { isRefused } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import { KINDS } from '@shared/reach/kinds'
import { DEFAULT_RULES } from '@shared/reach/quiet'
import { shutGates } from '@shared/recovery/gate'
import { limitsOf, OUTCOME_MS } from '@shared/recovery/plan'
import type { Aside, ExperimentRow, ExposureRow, OrderRow, ShopRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { DuplicateKey } from '../../platform/errors'
import { readMenu, readShop } from '../catalogue'
import { issueOnce } from '../coupons'
import { planJobs, wasPushed } from '../reach'
import { lookBack, type LookBack } from './look-back'
import { experimentIdOf, recoveryRepository } from './repository'
import { unpaidJobOf } from './remind-unpaid'

/**
 * Answers an order that ended unpaid, about a day later: gates first, then the arm, and both arms are written down before
 * anything is given. For the treated a coupon is issued in that very transaction; then, if this cart has brought no message
 * yet, one says that it is in the wallet.
 *
 * Whoever bought something meanwhile was not lost and is not compared. Safe to repeat: what was decided stands.
 */
export async function answerLeft(order: OrderRow, ctx: CloudCtx): Promise<void> {
  const repo = recoveryRepository(ctx.db)
  const version = order.recovery?.version ?? 0
  const [shop, experiment, before] = await Promise.all([
    readShop(ctx.db),
    repo.experiment(experimentIdOf(version)),
    repo.exposure(order._id),
  ])
  if (!experiment || !shop.recovery?.on) return
  const row = before ?? (await decide(order, experiment, shop, ctx))
  if (row?.couponId && !(await wasPushed(ctx.db, unpaidJobOf(order._id))))
    await planJobs(KINDS.orderLeft, [planFor(order, row.couponId, ctx)], ctx)
}

const planFor = ({ _id, memberId }: OrderRow, couponId: string, { now }: CloudCtx) => ({
  subject: _id,
  stage: '2',
  memberId,
  about: [couponId, _id],
  dueAt: now,
})

async function decide(
  order: OrderRow,
  experiment: ExperimentRow,
  shop: ShopRow,
  ctx: CloudCtx,
): Promise<ExposureRow | null> {
  const member = await recoveryRepository(ctx.db).member(order.memberId)
  if (!member || member.leftAt !== null) return null
  const seen = await lookBack(order, experiment, ctx)
  if (seen.cameBack) return null
  const why = [...(await asides(order, experiment, seen, shop, ctx)), ...gatesOf(experiment, seen)]
  const arm = armOf(why)
  return write(
    {
      _id: order._id,
      experiment: experiment._id,
      memberId: order.memberId,
      at: ctx.now,
      arm,
      why,
      marginFen: seen.facts.marginFen,
      paidOrders: member.account.paidOrders,
      ...(arm === null ? {} : { dueAt: ctx.now + OUTCOME_MS }),
    },
    order,
    experiment,
    ctx,
  )
}

const gatesOf = ({ plan }: ExperimentRow, { facts }: LookBack) => shutGates(facts, limitsOf(plan))

/** Whoever passes all is treated; whom only the draw holds back is the comparison; everybody else is in neither. */
function armOf(why: ExposureRow['why']): Arm | null {
  if (why.length === 0) return 'treated'
  return why.every((one) => one === 'chance') ? 'control' : null
}

/** What stands in the way before any gate is asked. */
async function asides(
  order: OrderRow,
  { plan }: ExperimentRow,
  { recent }: LookBack,
  shop: ShopRow,
  ctx: CloudCtx,
): Promise<Aside[]> {
  const { holdoutBp } = shop.reach ?? DEFAULT_RULES
  return [
    ...(plan.coupon === null ? (['noCoupon'] as const) : []),
    ...(isHeldOut(order.memberId, holdoutBp) ? (['heldOut'] as const) : []),
    ...(recent ? (['recent'] as const) : []),
    ...((await stillSold(order, shop, ctx)) ? [] : (['goodsGone'] as const)),
  ]
}

/** Whether everything in it is still on the menu and not sold out in its store. */
async function stillSold({ lines, storeId }: OrderRow, shop: ShopRow, ctx: CloudCtx): Promise<boolean> {
  const store = shop.stores[storeId]
  if (!store) return false
  const day = shopDay(ctx.now)
  const { products } = await readMenu(ctx.db, ctx.memory, shop.menuVersion)
  const skus = new Set(products.flatMap((product) => product.skus.map((sku) => sku.id)))
  return lines.every(({ skuId }) => skus.has(skuId) && switchedOff(store.soldOut[skuId], day) === null)
}

/** The decision, and the coupon with it: together or not at all. Whoever comes second finds what the first decided. */
async function write(
  row: ExposureRow,
  order: OrderRow,
  { plan }: ExperimentRow,
  ctx: CloudCtx,
): Promise<ExposureRow | null> {
  try {
    return await ctx.tx(async (db) => {
      const repo = recoveryRepository(db)
      const before = await repo.exposure(row._id)
      if (before) return before
      const whole = row.arm === 'treated' ? { ...row, couponId: await give(order, plan, db, ctx) } : row
      await repo.expose(whole)
      return whole
    })
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error
    return recoveryRepository(ctx.db).exposure(row._id)
  }
}

/** Short, because a coupon's id has 64 characters: 75 bits of the order's. */
const grantKeyOf = (orderId: string): string => orderId.slice(0, 16)

/** The coupon's id, for this cart alone; null where its campaign has ended or its budget is used up. */
async function give(
  { _id, memberId, lines }: OrderRow,
  { coupon }: ExperimentRow['plan'],
  db: Parameters<typeof issueOnce>[0],
  ctx: CloudCtx,
): Promise<string | null> {
  if (coupon === null) return null
  const wish = { campaignId: coupon.campaignId, memberId, grantKey: grantKeyOf(_id) }
  const productIds = [...new Set(lines.map((line) => line.productId))]
  const issued = await issueOnce(db, { ...wish, narrowedTo: productIds }, ctx)
  if (!isRefused(issued)) return couponIdOf(coupon.campaignId, memberId, grantKeyOf(_id))
  ctx.log('warn', 'recovery.noCoupon', { orderId: _id, why: issued.refused })
  return null
}
