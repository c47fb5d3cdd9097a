import { claimHindrance } from '@shared/coupons/claimable'
import { isOffered } from '@shared/coupons/campaign-state'
import { numberedKey, onlyKeyOf } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import type { claim as contract } from '@shared/coupons/contract'
import type { OutputOf, RefusalOf } from '@shared/kernel/action'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { CampaignRow, CouponRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { Busy } from '../../platform/errors'
import type { UseCase } from '../../platform/router'
import { exchangePoints } from '../points'
import { recordConsents } from '../reach'
import { readFunded, type Funded } from './campaign-repository'
import { readClaimant, type Claimant } from './claimant-repository'
import { issueCoupon, onceOnly } from './issue-coupon'
import { couponView } from './repository'

const ATTEMPTS = 10

/** 领取 or 兑换 in the claim centre. Two reads, and a transaction of one read and two writes, what points take, and one
 * write where the person accepted a message with the tap. */
export const claimCoupon: UseCase<typeof contract> = async ({ campaignId, key, consents }, ctx) => {
  const funded = await readFunded(ctx.db, campaignId)
  if (!funded || !isOffered(funded.campaign.entry)) return refuse('OFFER_GONE')
  const answer = await claimFrom(funded, key, ctx)
  if (!isRefused(answer)) await recordConsents(consents ?? {}, key, ctx)
  return answer
}

export type ClaimAnswer = OutputOf<typeof contract> | RefusalOf<typeof contract>

/**
 * Gives the caller a coupon of a campaign that they found. The key that comes again is answered with the coupon that it
 * made, even when the campaign is over by then. Coupons of a campaign that gives several are numbered: of two claims at
 * once, one meets a taken number, looks again, and takes the next or is told that there is none.
 */
export async function claimFrom(funded: Funded, key: string, ctx: Ctx): Promise<ClaimAnswer> {
  const { campaign } = funded
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const claimant = await readClaimant(ctx.db, ctx.memberId, [campaign._id])
    if (!claimant) return refuse('NOT_A_MEMBER')
    const before = claimant.coupons.find((coupon) => coupon.claimKey === key)
    if (before) return { coupon: couponView(before), account: claimant.member.account }
    const issued = await issueTo(claimant, funded, key, ctx)
    if (!isRefused(issued)) return answerOf(issued, claimant, funded, ctx)
    if (issued.refused !== 'ALREADY') return issued
  }
  throw new Busy('claims of one member outlasted every attempt')
}

async function issueTo(claimant: Claimant, { campaign, shards }: Funded, key: string, ctx: Ctx) {
  const { now, random, memberId } = ctx
  if (!isRunning(campaign, now)) return refuse('OFFER_GONE')
  const { member, coupons, loyalty } = claimant
  const hadIds = coupons.map((coupon) => coupon._id)
  const hindrance = claimHindrance({ campaign, shards, member, hadIds, loyalty, now })
  if (hindrance) return refuse(hindrance)
  const grantKey = onlyKeyOf(campaign.entry, now) ?? numberedKey(coupons.length + 1)
  const issue = { campaign, memberId, grantKey, claimKey: key, now, random }
  return onceOnly(ctx, async (db) => {
    const coupon = await issueCoupon(db, issue)
    if (isRefused(coupon)) return coupon
    const paid = await payPoints(db, coupon, campaign)
    return isRefused(paid) ? paid : coupon
  })
}

/** Takes the points that a coupon costs, in the transaction that issues it. */
async function payPoints(db: TxDb, coupon: CouponRow, { entry, terms }: CampaignRow) {
  if (entry.kind !== 'points') return null
  const { _id, memberId, issuedAt } = coupon
  const id = `exchanged:${_id}`
  return exchangePoints(db, { id, memberId, at: issuedAt, points: entry.points, what: terms.title })
}

/** An exchange changed the account: it is read again, so that a payment in between shows. */
async function answerOf(coupon: CouponRow, before: Claimant, { campaign }: Funded, ctx: Ctx) {
  const changed = campaign.entry.kind === 'points'
  const after = changed ? await readClaimant(ctx.db, ctx.memberId, [campaign._id]) : before
  return { coupon: couponView(coupon), account: (after ?? before).member.account }
}
