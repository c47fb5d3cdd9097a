import { fitsAudience } from '@shared/coupons/audience'
import { couponIdOf, onlyKeyOf } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import { isRefused } from '@shared/kernel/refusal'
import type { CampaignRow, MemberRow, OrderRow } from '../../database/rows'
import type { CloudCtx, Reaction } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { campaignRepository } from './campaign-repository'
import { liveMember } from './claimant-repository'
import { issueCoupon } from './issue-coupon'
import { couponRepository, loyaltyOf } from './repository'

/**
 * `order.paid`: the coupon that comes with a member's nth paid order, in the transaction that books the payment (decision
 * 0009). The order names the campaigns that ran when it was placed, so an ordinary order costs nothing here. Those that
 * run cost one read, of the member whom the points room has just counted this order for; parallel payments of one member
 * write that document one after the other, so exactly one of them is the nth.
 */
export const giveForNthOrder: Reaction<OrderRow> = async (db, order, ctx) => {
  const running = Object.entries(order.nthCampaigns ?? {})
  if (running.length === 0) return
  const member = await liveMember(db, order.memberId)
  if (!member) return
  for (const [campaignId, nth] of running)
    if (member.account.paidOrders === nth) await giveOne(db, campaignId, member, ctx)
}

/** A payment is booked whatever becomes of the coupon: it is looked for before it is written, and may be sold out. */
async function giveOne(db: TxDb, campaignId: string, member: MemberRow, ctx: CloudCtx): Promise<void> {
  const { now, random } = ctx
  const campaign = await campaignRepository(db).campaign(campaignId)
  const grantKey = campaign && onlyKeyOf(campaign.entry, now)
  if (!campaign || !grantKey || !isRunning(campaign, now)) return
  if (!(await isFor(db, campaign, member, now))) return
  const memberId = member._id
  if (await couponRepository(db).coupon(couponIdOf(campaignId, memberId, grantKey))) return
  const coupon = await issueCoupon(db, { campaign, memberId, grantKey, now, random })
  if (isRefused(coupon)) ctx.log('warn', 'coupons.ruleSoldOut', { campaignId, memberId })
}

async function isFor(db: TxDb, { audience }: CampaignRow, member: MemberRow, now: number): Promise<boolean> {
  const loyalty = audience.tierIds.length > 0 ? await loyaltyOf(db) : { tiers: [] }
  return fitsAudience(audience, member, loyalty, now)
}
