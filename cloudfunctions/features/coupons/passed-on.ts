import { isOffered } from '@shared/coupons/campaign-state'
import type { TxDb } from '../../platform/db'
import { secretOf } from './campaign-codes'
import { campaignRepository } from './campaign-repository'

/**
 * What opens a campaign to whoever comes through a code: `claimCode`, or null when the claim centre offers it. Null
 * instead of an answer: no such campaign, it has ended, or nobody may be led there. `byShop`: its secret may be handed
 * out; members pass on only what everybody is offered.
 */
export async function passedOn(
  db: TxDb,
  campaignId: string,
  byShop: boolean,
): Promise<{ readonly claimCode: string | null; readonly title: string } | null> {
  const campaign = await campaignRepository(db).campaign(campaignId)
  if (!campaign || campaign.state === 'ended') return null
  const { title } = campaign.terms
  if (isOffered(campaign.entry)) return { claimCode: null, title }
  const secret = secretOf(campaign.entry)
  return byShop && secret !== null ? { claimCode: secret, title } : null
}
