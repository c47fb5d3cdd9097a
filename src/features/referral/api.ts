import type { offers } from '@shared/coupons/contract'
import type { Instant } from '@shared/kernel/time'
import type { code, land, MemberChannel, WantedTarget } from '@shared/referral/contract'
import type { myRewards } from '@shared/rewards/contract'
import { call } from '@/platform/cloud'

/** The referral room's only door to the cloud. */
export const api = {
  code: (target: WantedTarget, channel: MemberChannel) =>
    call<typeof code>('referral.code', { target, channel }),
  land: (brought: string) => call<typeof land>('referral.land', { code: brought }),
  mine: (before: Instant | null) => call<typeof myRewards>('rewards.mine', { before }),
  /** What a coupon's poster says stands in the claim centre. */
  offers: () => call<typeof offers>('coupons.offers', {}),
}
