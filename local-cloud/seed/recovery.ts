import { DAY_MS, startOfShopDay, type Instant } from '@shared/kernel/time'
import { DEFAULT_RULES, type ReachRules } from '@shared/reach/quiet'
import { DEFAULTS, type RecoveryPlan } from '@shared/recovery/plan'
import type { ExperimentRow } from '../../cloudfunctions/database/rows'

const NOBODY = { n: 0, bought: 0, redeemed: 0 }

/** Four people are too few to hold one of them out. */
export const reachRules: ReachRules = { ...DEFAULT_RULES, holdoutBp: 0 }

/** Orders that are left are reminded of; a coupon for them is the owner's to choose. */
export function recoveryRows(now: Instant): {
  readonly recovery: RecoveryPlan & { readonly on: boolean }
  readonly experiments: readonly ExperimentRow[]
} {
  const startedAt = startOfShopDay(now)
  const plan: RecoveryPlan = {
    ...DEFAULTS,
    version: 1,
    coupon: null,
    startedAt,
    readoutAt: startedAt + 63 * DAY_MS,
  }
  return {
    recovery: { ...plan, on: true },
    experiments: [{ _id: 'recovery:1', plan, arms: { treated: NOBODY, control: NOBODY } }],
  }
}
