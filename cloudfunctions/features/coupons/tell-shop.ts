import type { CampaignRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { campaignRepository } from './campaign-repository'

/**
 * Keeps what `settings/shop` says of a campaign, so that placing and paying an order need not look for it: the nth order
 * with which a coupon comes. In the transaction that changes the campaign; one write, for such campaigns alone.
 */
export async function tellShop(db: TxDb, { _id, entry, state }: CampaignRow): Promise<void> {
  if (entry.kind !== 'nthOrder') return
  await campaignRepository(db).setNthOrder(_id, state === 'running' ? entry.nth : null)
}
