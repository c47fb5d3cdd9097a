import { DAY_MS } from '@shared/kernel/time'
import type { OrderRow, RefundRow, RewardPartRow, RewardRow } from '../../database/rows'
import type { CloudCtx, Reaction } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { unset } from '../../platform/query'
import { takeBackReward } from '../coupons'
import { takeBackPoints } from '../points'
import { countsOf } from './count'
import { SIDES, type Side } from './give-part'
import { rewardRepository } from './repository'
import { rewardIdOf } from './settle-reward'

type Ctx = Pick<CloudCtx, 'now' | 'log'>

/**
 * `order.refunded`: when nothing is left of a friend's order, what it brought goes back: an unused coupon with its budget,
 * points, to their budget, as far as they are there and the rest as a debt, as for points of the order itself. A used coupon stays, with a
 * note. In whatever order refunds come, it is the one that takes the last unit. `order` is the row before it or with it.
 */
export const takeBackRewards: Reaction<{ readonly order: OrderRow; readonly refund: RefundRow }> = async (
  db,
  { order, refund },
  ctx,
) => {
  const { rewardTerms: terms } = order
  if (terms === undefined || order.paidAt === null) return
  const earlier = order.refunds.filter(({ no }) => no !== refund.no)
  if (unitsOf([...earlier, refund]) < order.units) return
  const rewards = rewardRepository(db)
  for (const event of terms.second ? (['first', 'second'] as const) : (['first'] as const)) {
    const reward = await rewards.reward(rewardIdOf(terms.campaignId, order.memberId, event))
    if (reward?.orderId !== order._id) continue
    if (event === 'first') await markBack(db, reward)
    await takeBack(db, reward, ctx)
  }
}

const unitsOf = (refunds: readonly RefundRow[]): number =>
  refunds.flatMap((r) => r.units).reduce((sum, { units }) => sum + units, 0)

/** The fraud rules remember it. One read, one write. */
async function markBack(db: TxDb, { promoter, friend }: RewardRow): Promise<void> {
  const rewards = rewardRepository(db)
  const tally = await rewards.tally(promoter)
  if (!tally) return
  const marks = tally.marks.map((mark) => (mark.friend === friend ? { ...mark, back: true } : mark))
  await rewards.putTally({ ...tally, marks })
}

/** Takes back both sides of a reward. Safe to repeat: what is not granted or held stays as it is. */
export async function takeBack(db: TxDb, reward: RewardRow, ctx: Ctx): Promise<void> {
  if (reward.state !== 'granted' && reward.state !== 'held') return
  const parts = {
    promoter: await partBack(db, reward, 'promoter', ctx),
    friend: await partBack(db, reward, 'friend', ctx),
  }
  const all = SIDES.flatMap((side) => parts[side] ?? [])
  const rewards = rewardRepository(db)
  const again = all.some(({ note }) => note === 'inUse')
  await rewards.changeReward(reward._id, {
    parts,
    state: all.some(({ state }) => state === 'granted') ? 'granted' : 'revoked',
    heldOf: unset(),
    dueAt: again ? ctx.now + DAY_MS : unset(),
  })
  const moves = countsOf(reward, { parts })
  await rewards.count(reward.campaignId, { ...moves, pointsLeft: -(moves.points ?? 0) })
}

async function partBack(db: TxDb, reward: RewardRow, side: Side, ctx: Ctx): Promise<RewardPartRow | null> {
  const part = reward.parts[side]
  if (part?.state === 'held') return { ...part, state: 'revoked', note: 'refunded' }
  if (part?.state !== 'granted' || part.note === 'used' || part.given === null) return part
  if (part.gift.kind === 'points') {
    const memberId = side === 'promoter' ? reward.promoter : reward.friend
    await takeBackPoints(db, { given: part.given, memberId, at: ctx.now, why: 'rewardBack', what: '' })
    return { ...part, state: 'revoked', note: 'refunded' }
  }
  const coupon = await takeBackReward(db, part.given)
  return coupon === 'revoked' ? { ...part, state: 'revoked', note: 'refunded' } : { ...part, note: coupon }
}
