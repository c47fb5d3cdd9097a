import { marginOf } from '@shared/recovery/margin'
import { OUTCOME_MS } from '@shared/recovery/plan'
import type { ExperimentRow, ExposureOutcome, ExposureRow, OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { onceADay } from '../../platform/tick'
import { ordersOfMemberFrom } from '../orders'
import { exposureQueries, recoveryRepository } from './repository'

const SIX = 6 * 60
const AT_ONCE = 100
const MOST_ORDERS = 200

/**
 * Reads what became of those whose time is over, once, in one turn of the day: whatever a member bought in the week after
 * counts, in both arms. One read while there is nobody; for each member a read, two reads and two writes.
 */
export const sweepOutcomes = onceADay('recovery.outcomes', SIX, async (ctx) => {
  for (const row of await exposureQueries(ctx.db).due(ctx.now, AT_ONCE)) {
    try {
      await readOutcome(row, ctx)
    } catch (error) {
      ctx.log('error', 'recovery.outcomeFailed', { exposure: row._id, error })
    }
  }
})

async function readOutcome(row: ExposureRow, ctx: CloudCtx): Promise<void> {
  const experiment = await recoveryRepository(ctx.db).experiment(row.experiment)
  if (!experiment) return
  const orders = await ordersOfMemberFrom(ctx.db, row.memberId, row.at, MOST_ORDERS)
  const outcome = outcomeOf(row, orders, experiment)
  await ctx.tx(async (db) => {
    const repo = recoveryRepository(db)
    const [exposure, counted] = [await repo.exposure(row._id), await repo.experiment(row.experiment)]
    if (!exposure?.arm || exposure.outcome || !counted) return
    const { n, bought, redeemed } = counted.arms[exposure.arm]
    await repo.setOutcome(row._id, outcome)
    await repo.count(row.experiment, exposure.arm, {
      n: n + 1,
      bought: bought + Number(outcome.bought),
      redeemed: redeemed + Number(outcome.redeemed),
    })
  })
}

/** Intention to treat: what was bought counts for the arm that was drawn, whatever reached them. */
function outcomeOf(
  { at, couponId }: ExposureRow,
  orders: readonly OrderRow[],
  { plan }: ExperimentRow,
): ExposureOutcome {
  const bought = orders.filter(
    ({ paidAt, refundedFen, payFen }) =>
      paidAt !== null && paidAt > at && paidAt <= at + OUTCOME_MS && (payFen === 0 || refundedFen < payFen),
  )
  const withIt = bought.find(({ couponIds }) => couponId != null && couponIds.includes(couponId))
  return {
    bought: bought.length > 0,
    marginFen: bought.reduce((sum, order) => sum + marginOf(order, plan.marginBp), 0),
    couponFen: withIt && plan.coupon ? takenOff(withIt, plan.coupon.slot) : 0,
    redeemed: withIt !== undefined,
  }
}

const takenOff = (order: OrderRow, slot: 'item' | 'order' | 'delivery') =>
  ({ item: order.itemOffFen, order: order.orderOffFen, delivery: order.deliveryOffFen })[slot]
