import { largestCostFen } from '@shared/coupons/benefit'
import { couponsLeft } from '@shared/coupons/budget'
import { isRunning } from '@shared/coupons/welcome'
import type { Instant } from '@shared/kernel/time'
import type { Db } from '../../platform/db'
import { fundedGrants } from './campaign-repository'

/**
 * Running campaigns of which staff give coupons by hand, with how many are left (null: no limit), those that have none
 * left included. At most 100; two reads, one where there are none.
 */
export async function grantableNow(db: Db, now: Instant) {
  const funded = await fundedGrants(db)
  return funded
    .filter(({ campaign }) => isRunning(campaign, now))
    .map(({ campaign: { _id, terms }, shards }) => ({
      campaignId: _id,
      terms,
      left: couponsLeft(shards, largestCostFen(terms.benefit)),
    }))
}
