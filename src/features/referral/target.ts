import type { WantedTarget } from '@shared/referral/contract'

/** What the poster's page is asked for: `?product=<id>`, `?campaign=<id>`, or nothing for the shop itself. */
export function targetIn(params: Readonly<Record<string, string | undefined>>): WantedTarget {
  const { product, campaign } = params
  if (product !== undefined && product !== '') return { kind: 'product', productId: product }
  if (campaign !== undefined && campaign !== '') return { kind: 'campaign', campaignId: campaign }
  return { kind: 'shop' }
}
