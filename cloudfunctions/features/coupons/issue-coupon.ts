import { largestCostFen } from '@shared/coupons/benefit'
import { affords, afterIssue } from '@shared/coupons/budget'
import { couponIdOf } from '@shared/coupons/grant-keys'
import { spanOf } from '@shared/coupons/welcome'
import type { Fen } from '@shared/kernel/money'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { CampaignRow, CouponRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { campaignRepository } from './campaign-repository'
import { couponRepository } from './repository'

export type Issue = {
  readonly campaign: CampaignRow
  readonly memberId: string
  /** What makes it one: a second issue under the same key meets a taken id. */
  readonly grantKey: string
  /** The key of the claim or grant that asked for it, so that the same one again finds it. */
  readonly claimKey?: string
  readonly now: Instant
  readonly random: () => number
}
type SoldOut = { readonly refused: 'SOLD_OUT' }

/**
 * Issues one coupon, by whatever way in, inside a transaction: the budget is reserved at the most that the coupon can
 * cost, and the coupon written with the campaign's terms as they are now. Law 5: issued ≤ budget, no shard below zero.
 *
 * Whether the campaign runs and the member may have one is the caller's to know. SOLD_OUT after every shard was asked.
 * Throws DuplicateKey when it was issued before (`onceOnly` makes a value of it). One read and two writes while the
 * first shard has something left. What a shard's own document says of its limits counts, so that a limit which the owner
 * sets this very moment holds.
 */
export async function issueCoupon(db: TxDb, issue: Issue): Promise<CouponRow | SoldOut> {
  const { campaign, memberId, grantKey, claimKey, now } = issue
  const costFen = largestCostFen(campaign.terms.benefit)
  const shard = await reserve(db, campaign, costFen, issue.random)
  if (isRefused(shard)) return shard
  const coupon: CouponRow = {
    _id: couponIdOf(campaign._id, memberId, grantKey),
    campaignId: campaign._id,
    memberId,
    terms: campaign.terms,
    state: 'issued',
    issuedAt: now,
    ...spanOf(campaign.validity, now),
    orderId: null,
    shard: shard.shard,
    reservedFen: costFen,
    ...(claimKey === undefined ? {} : { claimKey }),
  }
  await couponRepository(db).issue(coupon)
  return coupon
}

/** Takes a coupon's cost from a shard that has it; they are asked in turn from a random one on. */
async function reserve(
  db: TxDb,
  { _id, shardsMade }: CampaignRow,
  costFen: Fen,
  random: () => number,
): Promise<{ readonly shard: number } | SoldOut> {
  const campaigns = campaignRepository(db)
  const first = Math.floor(random() * shardsMade)
  for (let turn = 0; turn < shardsMade; turn++) {
    const shard = (first + turn) % shardsMade
    const row = await campaigns.shard(_id, shard)
    if (!row || !affords(row, costFen)) continue
    await campaigns.changeShard(_id, shard, afterIssue(row, costFen, 1))
    return { shard }
  }
  return refuse('SOLD_OUT')
}

/** Gives what a coupon reserved back to its shard, inside the transaction that revokes it. One read, one write. */
export async function returnBudget(db: TxDb, coupon: CouponRow): Promise<void> {
  const campaigns = campaignRepository(db)
  const row = await campaigns.shard(coupon.campaignId, coupon.shard)
  if (row)
    await campaigns.changeShard(coupon.campaignId, coupon.shard, afterIssue(row, coupon.reservedFen, -1))
}

/** Runs a transaction that issues; ALREADY when the coupon, by its id, was issued before. */
export async function onceOnly<T>(
  { tx }: Pick<Ctx, 'tx'>,
  work: (db: TxDb) => Promise<T>,
): Promise<T | { readonly refused: 'ALREADY' }> {
  try {
    return await tx(work)
  } catch (e) {
    if (e instanceof DuplicateKey && e.table === 'coupons') return refuse('ALREADY')
    throw e
  }
}
