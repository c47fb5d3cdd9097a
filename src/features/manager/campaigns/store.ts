import { create } from 'zustand'
import type { CampaignView } from '@shared/coupons/campaign-contract'
import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import { CAMPAIGN_SENTENCES } from '@shared/coupons/sentences'
import { cloudNow } from '@/platform/clock'
import { sentence } from '@/platform/refusals'
import { api } from './api'

export type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  /** Newest first; null until the cloud was heard. While it is asked again, what was there stays. */
  readonly campaigns: readonly CampaignView[] | null
  /** Why the last call failed; null when it did not. */
  readonly failed: Failed | null
  /** When the list was last heard, the cloud's clock. */
  readonly heardAt: Instant
}

const STALE_MS = MINUTE_MS
export const useCampaigns = create<State>(() => ({ campaigns: null, failed: null, heardAt: 0 }))

// Replies may overtake each other: only the answer to the last question counts.
let asked = 0

/** Reads all campaigns. Who lost the right to see them sees them no more. */
export async function loadCampaigns(): Promise<void> {
  const mine = ++asked
  const answer = await api.list()
  if (asked !== mine) return
  if (answer.ok) {
    const { campaigns } = answer.data
    return useCampaigns.setState({ campaigns, failed: null, heardAt: cloudNow() })
  }
  const { code, requestId } = answer
  useCampaigns.setState({
    failed: { code, sentence: sentence(answer, CAMPAIGN_SENTENCES), requestId },
    ...(code === 'FORBIDDEN' ? { campaigns: null } : {}),
  })
}

/** Reads them when they are not known, or were read a while ago: coming back from a form costs nothing. */
export async function loadIfStale(): Promise<void> {
  const { campaigns, heardAt } = useCampaigns.getState()
  if (campaigns === null || cloudNow() - heardAt > STALE_MS) await loadCampaigns()
}

/** Takes what a save or a tap answered: the list shows it without being read again. */
export function putCampaign(campaign: CampaignView): void {
  const { campaigns } = useCampaigns.getState()
  if (campaigns === null) return
  // a list on its way was asked before this was known
  asked++
  const known = campaigns.some(({ id }) => id === campaign.id)
  useCampaigns.setState({
    campaigns: known
      ? campaigns.map((one) => (one.id === campaign.id ? campaign : one))
      : [campaign, ...campaigns],
  })
}
