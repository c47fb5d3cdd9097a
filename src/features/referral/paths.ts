import type { WantedTarget } from '@shared/referral/contract'

/** Pages of the referral room. */
export const INVITE = '/features/referral/pages/invite/index'
const POSTER = '/features/referral/pages/poster/index'

/** The page that draws a target's poster. */
export function posterPath(target: WantedTarget): string {
  if (target.kind === 'product') return `${POSTER}?product=${target.productId}`
  return target.kind === 'campaign' ? `${POSTER}?campaign=${target.campaignId}` : POSTER
}
