import { claimHindrance } from '@shared/coupons/claimable'
import { numberedKey } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import type { grantCoupon as contract } from '@shared/coupons/campaign-contract'
import type { InputOf } from '@shared/kernel/action'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { Ctx } from '../../platform/ctx'
import { Busy } from '../../platform/errors'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { readFunded, type Funded } from './campaign-repository'
import { readClaimant, type Claimant } from './claimant-repository'
import { issueCoupon, onceOnly } from './issue-coupon'
import { couponView } from './repository'

const ATTEMPTS = 10

/** One coupon by the staff's hand, with its reason on the record. The key that comes again is the same grant. */
export const grantCoupon: UseCase<typeof contract> = async (input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const funded = await readFunded(ctx.db, input.campaignId)
  if (!funded || funded.campaign.entry.kind !== 'grant') return refuse('CAMPAIGN_NOT_FOUND')
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const claimant = await readClaimant(ctx.db, input.memberId, [input.campaignId])
    if (!claimant) return refuse('MEMBER_NOT_FOUND')
    const before = claimant.coupons.find((coupon) => coupon.claimKey === input.key)
    if (before) return { coupon: couponView(before) }
    const granted = await grantTo(claimant, funded, input, ctx)
    if (!isRefused(granted) || granted.refused !== 'ALREADY') return granted
  }
  throw new Busy('grants to one member outlasted every attempt')
}

async function grantTo(
  { member, coupons, loyalty }: Claimant,
  { campaign, shards }: Funded,
  { key, reason }: InputOf<typeof contract>,
  ctx: Ctx,
) {
  const { now, random } = ctx
  if (!isRunning(campaign, now)) return refuse('OFFER_GONE')
  const hadIds = coupons.map((coupon) => coupon._id)
  const hindrance = claimHindrance({ campaign, shards, member, hadIds, loyalty, now })
  if (hindrance === 'NOT_A_MEMBER') return refuse('MEMBER_NOT_FOUND')
  // points stand between a member and an exchange, never between the staff and a grant
  if (hindrance !== null && hindrance !== 'POINTS_SHORT') return refuse(hindrance)
  const grantKey = numberedKey(coupons.length + 1)
  const issue = { campaign, memberId: member._id, grantKey, claimKey: key, now, random }
  return onceOnly(ctx, async (db) => {
    const coupon = await issueCoupon(db, issue)
    if (isRefused(coupon)) return coupon
    await record(db, ctx, {
      storeId: null,
      what: 'coupon.granted',
      subject: coupon._id,
      before: null,
      after: { memberId: member._id, title: campaign.terms.title, reservedFen: coupon.reservedFen, reason },
    })
    return { coupon: couponView(coupon) }
  })
}
