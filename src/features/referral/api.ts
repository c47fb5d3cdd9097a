import type { code, land, MemberChannel, WantedTarget } from '@shared/referral/contract'
import { call } from '@/platform/cloud'

/** The referral room's only door to the cloud. */
export const api = {
  code: (target: WantedTarget, channel: MemberChannel) =>
    call<typeof code>('referral.code', { target, channel }),
  land: (brought: string) => call<typeof land>('referral.land', { code: brought }),
}
