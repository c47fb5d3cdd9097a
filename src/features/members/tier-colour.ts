import type { Instant } from '@shared/kernel/time'
import type { Account, Loyalty } from '@shared/points/contract'
import { standingOf } from '@shared/points/standing'

/** Colours there are for tiers (`$tiers` of the tokens); what is above them wears the last. */
const COLOURS = 4

/** The colour of a member's tier, from 0. */
export const tierColour = (account: Account, loyalty: Loyalty, now: Instant): number =>
  Math.min(standingOf(account, loyalty, now)?.rank ?? 0, COLOURS - 1)
