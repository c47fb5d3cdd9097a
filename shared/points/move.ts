import type { Instant } from '../kernel/time'
import { liveLots, lotEndsAt, settled, type Lots } from './account'
import type { Account } from './contract'

/**
 * A movement of points is a sum for each lot it touches: earning `{lot: +n}`, taking back what a refunded order earned
 * `{lot: −n}`, spending `negated(taken)`, giving back what was spent `taken`. An account's lots are the sums of all of
 * them, so they may come in any order: two refunds, a refund and the payment of another order, before or after a
 * month's end. What has ended is gone by a movement too (`endedLots`), never by time alone.
 */
export function plus(lots: Lots, movement: Lots): Lots {
  const sums: Record<string, number> = { ...lots }
  for (const [lot, n] of Object.entries(movement)) sums[lot] = (sums[lot] ?? 0) + n
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0))
}

export const negated = (movement: Lots): Lots =>
  Object.fromEntries(Object.entries(movement).map(([lot, n]) => [lot, -n]))

export const sumOf = (movement: Lots): number => Object.values(movement).reduce((sum, n) => sum + n, 0)

/**
 * From which lots `points` are spent now: those that end first go first. Null when there are not as many.
 * Law: Σ = points, and each lot gives at most what is left in it.
 */
export function lotsToTake(account: Pick<Account, 'lots'>, points: number, now: Instant): Lots | null {
  const taken: Record<string, number> = {}
  let missing = points
  for (const [lot, n] of liveLots(account, now)) {
    const share = Math.min(n, missing)
    if (share > 0) taken[lot] = share
    missing -= share
  }
  return missing > 0 ? null : taken
}

/** What has ended by now and nobody spent: lot → points. */
export const endedLots = (account: Pick<Account, 'lots'>, now: Instant): Lots =>
  Object.fromEntries(Object.entries(settled(account).lots).filter(([lot]) => now >= lotEndsAt(lot)))
