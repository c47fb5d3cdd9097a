/**
 * Public face of the referral room: codes that lead somewhere, who came through them, and who brought whom (decision
 * 0012). Later rooms hook onto `member.bound` (subject `MemberBound`, in the transaction of the signup) and read
 * `promoter` and `boundBy` of an order; they never ask today's binding.
 */
import * as contract from '@shared/referral/contract'
import * as shopCodes from '@shared/referral/shop-codes-contract'
import { route, type Route } from '../../platform/router'
import { countOrder } from './channel-counts'
import { forgetOldTouches } from './forget-touches'
import { land } from './land'
import { makeCode } from './make-code'
import { changeShopCode, listShopCodes, makeShopCode } from './shop-codes'
import type { TargetFacts } from './target'

export const referralRoutes = (facts: TargetFacts): readonly Route[] => [
  route(contract.code, makeCode(facts)),
  route(contract.land, land),
  route(shopCodes.shopCode, makeShopCode(facts)),
  route(shopCodes.shopCodes, listShopCodes),
  route(shopCodes.changeShopCode, changeShopCode),
]
export const referralReactions = { 'order.paid': [countOrder] }
export const referralSweeps = [forgetOldTouches]

export { readArrival, settleArrival, type Arriving, type MemberBound } from './bind-friend'
export { originJoins, originOf } from './origin'
export { countFriends, forgetTouches } from './repository'
