import { MINUTE_MS } from '@shared/kernel/time'
import type { CloudCtx } from '../../platform/ctx'
import { onceADay } from '../../platform/tick'
import { record } from '../staff'
import { endHold } from './decide-reward'
import { DUE_PAGE, dueRewards, rewardRepository } from './repository'
import { takeBack } from './take-back'

const TASK = 'rewards.end-holds'
/** Half past five: no other daily turn begins then. */
const HALF_PAST_FIVE = 5 * 60 + 30

/** Holds that nobody decided in 30 days, and coupons that were on an unpaid order when they should have gone back. */
export const sweepHolds = onceADay(TASK, HALF_PAST_FIVE, endHolds)

/**
 * One turn, found by index: one read while nothing is due. Each reward ends in a transaction of its own, which looks again
 * whether it is still due, so a turn that runs twice or dies anywhere changes nothing twice. More than a page goes on in a
 * minute.
 */
export async function endHolds(ctx: CloudCtx): Promise<void> {
  const due = await dueRewards(ctx.db, ctx.now)
  for (const { _id } of due) await ctx.tx((db) => endOne(_id, db, ctx))
  if (due.length === DUE_PAGE) await ctx.tasks.later({ task: TASK }, MINUTE_MS)
}

async function endOne(id: string, db: Parameters<typeof endHold>[0], ctx: CloudCtx): Promise<void> {
  const reward = await rewardRepository(db).reward(id)
  if (!reward || (reward.dueAt ?? Infinity) > ctx.now) return
  if (reward.state !== 'held') return takeBack(db, reward, ctx)
  const after = await endHold(db, reward, reward.holdEnds === 'release', 'overdue', ctx)
  await record(
    db,
    { ...ctx, memberId: 'system' },
    {
      storeId: null,
      what: reward.holdEnds === 'release' ? 'reward.released' : 'reward.rejected',
      subject: id,
      before: { state: 'held', fired: reward.fired },
      after: { state: after.state, reason: '超过 30 天没有核对' },
    },
  )
}
