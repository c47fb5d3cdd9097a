import type { CampaignState, Entry } from './campaign-contract'

const NEXT: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ['running', 'ended'],
  running: ['paused', 'ended'],
  paused: ['running', 'ended'],
  ended: [],
}

/** draft → running; running ⇄ paused; any → ended, for good. */
export const canBecome = (from: CampaignState, to: CampaignState): boolean => NEXT[from].includes(to)

/** Campaigns whose coupons a member takes in the claim centre. */
export const isOffered = ({ kind }: Entry): boolean =>
  kind === 'claim' || kind === 'monthly' || kind === 'points'

/** Ways in of which one member may have several; every other gives each member one (a month, a year, an absence). */
export const mayRepeat = ({ kind }: Entry): boolean =>
  kind === 'claim' || kind === 'points' || kind === 'grant'
