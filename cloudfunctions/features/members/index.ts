/** Public face of the members room. */
import * as contract from '@shared/members/contract'
import { route, type Route } from '../../platform/router'
import { bindPhone } from './bind-phone'
import { join } from './join'
import { leave, type MemberTraces } from './leave'
import { tagMember } from './tag-member'
import { updateProfile } from './update-profile'

export const memberRoutes = (traces: MemberTraces): readonly Route[] => [
  route(contract.join, join),
  route(contract.updateProfile, updateProfile),
  route(contract.bindPhone, bindPhone),
  route(contract.tag, tagMember),
  route(contract.leave, leave(traces)),
]

export { meView, readBuyer, readMember, readMemberWith, type Buyer } from './repository'
export type { MemberTraces } from './leave'
