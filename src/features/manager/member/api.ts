import type { InputOf } from '@shared/kernel/action'
import type { grantCoupon, revokeCoupon } from '@shared/coupons/campaign-contract'
import type { member } from '@shared/manager/member-contract'
import type { tag } from '@shared/members/contract'
import type { correct } from '@shared/points/contract'
import { call } from '@/platform/cloud'

/** The door of the member at the counter to the cloud. */
export const api = {
  find: (storeId: string, code: string) => call<typeof member>('manager.member', { storeId, code }),
  grant: (input: InputOf<typeof grantCoupon>) => call<typeof grantCoupon>('campaigns.grant', input),
  revoke: (couponId: string, reason: string) =>
    call<typeof revokeCoupon>('campaigns.revoke', { couponId, reason }),
  correct: (input: InputOf<typeof correct>) => call<typeof correct>('points.correct', input),
  tag: (memberId: string, name: string, on: boolean) =>
    call<typeof tag>('members.tag', { memberId, tag: name, on }),
}
