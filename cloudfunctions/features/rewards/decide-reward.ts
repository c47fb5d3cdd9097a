import { isRefused, refuse } from '@shared/kernel/refusal'
import type { decideReward as contract, PartNote } from '@shared/rewards/contract'
import type { RewardPartRow, RewardRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { unset } from '../../platform/query'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { countsOf } from './count'
import { givePart, SIDES, type Side } from './give-part'
import { rewardRepository } from './repository'

/** Releases or rejects a held reward, both sides of it, with the reason on the record. */
export const decideReward: UseCase<typeof contract> = async ({ rewardId, release, reason }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return ctx.tx(async (db) => {
    const before = await rewardRepository(db).reward(rewardId)
    if (!before) return refuse('REWARD_NOT_FOUND')
    if (before.state !== 'held') {
      const asWanted = release ? before.state === 'granted' : before.state === 'rejected'
      return asWanted && before.fired.length > 0 ? answerOf(before) : refuse('DECIDED_OTHERWISE')
    }
    const after = await endHold(db, before, release, 'owner', ctx)
    await record(db, ctx, {
      storeId: null,
      what: release ? 'reward.released' : 'reward.rejected',
      subject: rewardId,
      before: { state: 'held', fired: before.fired },
      after: { state: after.state, reason },
    })
    return answerOf(after)
  })
}

const answerOf = ({ state, parts }: Pick<RewardRow, 'state' | 'parts'>) => ({
  state,
  missed: SIDES.filter((side) => parts[side]?.note === 'soldOut').length,
})

/**
 * Ends a hold: gives what was promised, as far as there is some left, or nothing. `note` says who decided that. The
 * reward was read in this transaction and is held.
 */
export async function endHold(
  db: TxDb,
  reward: RewardRow,
  release: boolean,
  note: PartNote,
  ctx: CloudCtx,
): Promise<Pick<RewardRow, 'state' | 'parts'>> {
  const part = async (side: Side): Promise<RewardPartRow | null> => {
    const held = reward.parts[side]
    if (held?.state !== 'held') return held
    const memberId = side === 'promoter' ? reward.promoter : reward.friend
    return release
      ? givePart(db, { ...reward, side, memberId }, held.gift, ctx)
      : { ...held, state: 'rejected', note }
  }
  const parts = { promoter: await part('promoter'), friend: await part('friend') }
  const granted = SIDES.some((side) => parts[side]?.state === 'granted')
  const state = granted ? 'granted' : 'rejected'
  const rewards = rewardRepository(db)
  await rewards.changeReward(reward._id, { parts, state, heldOf: unset(), dueAt: unset() })
  await rewards.count(reward.campaignId, countsOf(reward, { parts }))
  return { state, parts }
}
