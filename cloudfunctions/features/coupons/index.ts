/** Public face of the coupons room. */
import * as campaigns from '@shared/coupons/campaign-contract'
import * as contract from '@shared/coupons/contract'
import { route, type Route } from '../../platform/router'
import { task } from '../../platform/tick'
import { claimCoupon } from './claim-coupon'
import { grantCoupon } from './grant-coupon'
import { listCampaigns } from './list-campaigns'
import { offers } from './offers'
import { remindTask, sweepReminders } from './plan-reminders'
import { redeemCode } from './redeem-code'
import { revokeCoupon } from './revoke-coupon'
import { sweepRules, turnRules } from './rule-turn'
import { saveCampaign } from './save-campaign'
import { setCampaignState } from './set-campaign-state'
import { wallet } from './wallet'

export const couponRoutes: readonly Route[] = [
  route(contract.wallet, wallet),
  route(contract.offers, offers),
  route(contract.claim, claimCoupon),
  route(contract.redeemCode, redeemCode),
  route(campaigns.campaigns, listCampaigns),
  route(campaigns.saveCampaign, saveCampaign),
  route(campaigns.setCampaignState, setCampaignState),
  route(campaigns.grantCoupon, grantCoupon),
  route(campaigns.revokeCoupon, revokeCoupon),
]
export const couponTasks = [task(campaigns.RulesTask, (_call, ctx) => turnRules(ctx)), remindTask]
export const couponSweeps = [sweepRules, sweepReminders]

export { givenCampaigns, givenNow, issueOnce } from './issue-once'
export { grantableNow } from './grantable'
export { giveForNthOrder } from './nth-order'
export { passedOn } from './passed-on'
export { remindExpiring } from './remind-expiring'
export { couponsById, couponView, findCoupon, liveCouponsOf, pastOf, walletOf } from './repository'
export { revokeCoupons } from './revoke-coupon'
export { issueReward, rewardCoupons, takeBackReward } from './reward-coupon'
export { giveBackCoupon, holdCoupon, redeemCoupon, releaseCoupon } from './use-coupon'
export { welcomeMember } from './welcome'
