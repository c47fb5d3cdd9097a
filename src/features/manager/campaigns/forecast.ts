import { largestCostFen } from '@shared/coupons/benefit'
import type { CampaignDraft, CampaignView } from '@shared/coupons/campaign-contract'
import type { Fen } from '@shared/kernel/money'

export type Forecast = {
  /** The most that one coupon can cost. */
  readonly eachFen: Fen
  /** How many can still be issued; null: without end. */
  readonly left: number | null
  /** How many there are in all, issued ones included; null: without end. */
  readonly count: number | null
  /** What the coupons that can still be issued may cost at the most; null: without end. */
  readonly leftFen: Fen | null
  /** The same with what is issued. */
  readonly mostFen: Fen | null
}
type Issued = Pick<CampaignView, 'issued' | 'issuedFen'>
const NOTHING: Issued = { issued: 0, issuedFen: 0 }

/**
 * What a campaign may cost. Every coupon counts with the most that it can cost, as the budget counts it; of an amount that
 * is no multiple of that the rest buys nothing.
 */
export function forecastOf(
  { terms, budget }: Pick<CampaignDraft, 'terms' | 'budget'>,
  { issued, issuedFen }: Issued = NOTHING,
): Forecast {
  const eachFen = largestCostFen(terms.benefit)
  const byCount = budget.count === null ? Infinity : budget.count - issued
  const byFen =
    budget.fen === null || eachFen <= 0 ? Infinity : Math.floor((budget.fen - issuedFen) / eachFen)
  const least = Math.max(0, Math.min(byCount, byFen))
  if (least === Infinity) return { eachFen, left: null, count: null, leftFen: null, mostFen: null }
  const leftFen = least * eachFen
  return { eachFen, left: least, count: issued + least, leftFen, mostFen: issuedFen + leftFen }
}
