import type { CampaignDraft, Entry } from '@shared/coupons/campaign-contract'
import { refuse } from '@shared/kernel/refusal'
import type { CampaignRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { campaignRepository } from './campaign-repository'

/** What leads to a campaign whose coupons are had by code or by channel. */
export function secretOf(entry: Entry | undefined): string | null {
  if (entry?.kind === 'code') return entry.code
  return entry?.kind === 'channel' ? entry.channel : null
}

/** The draft with a channel that the cloud made: the campaign's own, or a new one. A phone's suggestion counts nothing. */
export function withSecret(draft: CampaignDraft, before: Entry | null, channel: string): CampaignDraft {
  if (draft.entry.kind !== 'channel') return draft
  const own = before?.kind === 'channel' ? before.channel : channel
  return { ...draft, entry: { kind: 'channel', channel: own } }
}

/**
 * Makes a code lead to this campaign: the document's id is the code, so two campaigns can't have it. One that has ended
 * gives its code away. The code that the campaign had before comes free.
 */
export async function takeSecret(db: TxDb, before: string | null, { _id, entry }: CampaignRow) {
  const campaigns = campaignRepository(db)
  const secret = secretOf(entry)
  if (secret === before) return null
  if (secret !== null) {
    const holder = await campaigns.code(secret)
    const other = holder && holder.campaignId !== _id && (await campaigns.campaign(holder.campaignId))
    if (other && other.state !== 'ended') return refuse('CODE_TAKEN')
    await campaigns.takeCode(secret, _id)
  }
  if (before !== null) await campaigns.freeCode(before)
  return null
}
