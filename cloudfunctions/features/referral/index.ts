/**
 * Public face of the referral room: codes that lead somewhere, who came through them, and who brought whom (decision
 * 0012). Later rooms hook onto `member.bound` (subject `MemberBound`, in the transaction of the signup) and read
 * `promoter` and `boundBy` of an order; they never ask today's binding.
 */
import * as contract from '@shared/referral/contract'
import { route, type Route } from '../../platform/router'
import { bindingOf } from './binding-of'
import { forgetOldTouches } from './forget-touches'
import { land } from './land'
import { makeCode, makeShopCode } from './make-code'
import type { TargetFacts } from './target'

export const referralRoutes = (facts: TargetFacts): readonly Route[] => [
  route(contract.code, makeCode(facts)),
  route(contract.shopCode, makeShopCode(facts)),
  route(contract.land, land),
  route(contract.bindingOf, bindingOf),
]
export const referralSweeps = [forgetOldTouches]

export { bindFriend, boundOf, readBinding, type MemberBound } from './bind-friend'
export { forgetTouches } from './repository'
