import { isRefused } from '@shared/kernel/refusal'
import type { Gift, PartNote } from '@shared/rewards/contract'
import type { RewardPartRow, RewardRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { derivedId } from '../../platform/identity'
import { issueReward } from '../coupons'
import { givePoints } from '../points'
import { rewardRepository } from './repository'

export type Side = 'promoter' | 'friend'
export const SIDES = ['promoter', 'friend'] as const

/** What a part needs to know of its reward. */
export type Giving = Pick<RewardRow, '_id' | 'campaignId' | 'validMonths'> & {
  readonly side: Side
  readonly memberId: string
}

export const notGiven = (gift: Gift, state: 'held' | 'rejected', note: PartNote): RewardPartRow => ({
  gift,
  state,
  note,
  given: null,
  fen: 0,
})

/**
 * Gives one side what was promised, in the transaction that writes the reward. Whether this was done before is the
 * reward's to know. What can't be given any more (sold out, the campaign gone, no member) is a part that says so, and
 * never keeps the order from being paid.
 */
export async function givePart(
  db: TxDb,
  giving: Giving,
  gift: Gift,
  ctx: Pick<CloudCtx, 'now' | 'random' | 'log'>,
): Promise<RewardPartRow> {
  const given =
    gift.kind === 'coupon' ? await giveCoupon(db, giving, gift, ctx) : await points(db, giving, gift, ctx)
  if (!isRefused(given)) return { gift, state: 'granted', note: '', ...given }
  const { _id: rewardId, side } = giving
  ctx.log('warn', 'rewards.notGiven', { rewardId, side, why: given.refused })
  return notGiven(gift, 'rejected', given.refused === 'NOT_A_MEMBER' ? 'gone' : 'soldOut')
}

async function giveCoupon(
  db: TxDb,
  { _id, side, memberId }: Giving,
  { campaignId }: Extract<Gift, { kind: 'coupon' }>,
  ctx: Pick<CloudCtx, 'now' | 'random'>,
) {
  const coupon = await issueReward(db, { campaignId, memberId, grantKey: grantKeyOf(_id, side) }, ctx)
  return isRefused(coupon) ? coupon : { given: coupon._id, fen: coupon.reservedFen }
}

async function points(
  db: TxDb,
  { _id, campaignId, side, memberId, validMonths }: Giving,
  { points: n }: Extract<Gift, { kind: 'points' }>,
  { now }: Pick<CloudCtx, 'now'>,
) {
  const rewards = rewardRepository(db)
  const left = (await rewards.counts(campaignId))?.pointsLeft ?? 0
  if (left < n) return { refused: 'SOLD_OUT' as const }
  const id = pointsIdOf(_id, side)
  const entry = { id, memberId, at: now, why: 'reward' as const, what: '', points: n }
  const given = await givePoints(db, entry, { validMonths })
  if (isRefused(given)) return given
  await rewards.count(campaignId, { pointsLeft: -n })
  return { given: id, fen: 0 }
}

/** Short, because a coupon's id has 64 characters: 75 bits of what the reward's id says. */
export const grantKeyOf = (rewardId: string, side: Side): string =>
  derivedId('r', rewardId, side).slice(0, 16)
export const pointsIdOf = (rewardId: string, side: Side): string => derivedId('rw', rewardId, side)
