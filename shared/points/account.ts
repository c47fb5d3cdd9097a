import { sortedCopy } from '../kernel/lists'
import { DAY_MS, shopDay, shopMonth, startOfShopMonth, type Instant } from '../kernel/time'
import type { Fen } from '../kernel/money'
import type { Account, Loyalty, Tier } from './contract'

/** Tiers look back this long. */
export const TIER_WINDOW_DAYS = 90

export const EMPTY_ACCOUNT: Account = { lots: {}, spend: {}, paidOrders: 0, lastPaidAt: null }

/** Lot (`YYYYMM`) → points; in a movement, below zero: gone. */
export type Lots = Readonly<Record<string, number>>

/** The lot, `YYYYMM`, into which points earned now go: they end with the last day of that month. */
export const lotOf = (now: Instant, { validMonths }: Pick<Loyalty, 'validMonths'>): string =>
  shopMonth(now, validMonths)

/** The instant at which a lot's points end: the first moment of the next month. */
export const lotEndsAt = (lot: string): Instant => startOfShopMonth(lot, 1)

/**
 * What a member has, as the sums of their lots tell it: what some lots lack is made up for by the others, those that end
 * first before those that end later. `lots` holds what is left in each then, whether it has ended or not; `owed` what
 * nothing makes up for. Laws: every lot ≥ 0; something left anywhere ⇒ owed = 0.
 */
export function settled({ lots }: Pick<Account, 'lots'>): { readonly lots: Lots; readonly owed: number } {
  let owed = Object.values(lots).reduce((sum, n) => sum + Math.max(0, -n), 0)
  const left: Record<string, number> = {}
  for (const [lot, n] of sortedCopy(Object.entries(lots), ([a], [b]) => (a < b ? -1 : 1))) {
    const used = Math.min(owed, Math.max(0, n))
    owed -= used
    if (n > used) left[lot] = n - used
  }
  return { lots: left, owed }
}

/** Points that can be spent at this instant, by the lot, `[now, end of the lot)`; what ends first stands first. */
export const liveLots = (account: Pick<Account, 'lots'>, now: Instant): (readonly [string, number])[] =>
  Object.entries(settled(account).lots).filter(([lot]) => now < lotEndsAt(lot))

/** Points that can be spent at this instant. Never below zero. */
export const balanceOf = (account: Pick<Account, 'lots'>, now: Instant): number =>
  liveLots(account, now).reduce((sum, [, n]) => sum + n, 0)

/** The shop day with which the tiers' window begins: 90 days of the shop's calendar, today included. */
export const firstSpendDay = (now: Instant): string => shopDay(now - (TIER_WINDOW_DAYS - 1) * DAY_MS)

/** Fen paid for goods within the tiers' window; never below zero. */
export function spentLately({ spend }: Pick<Account, 'spend'>, now: Instant): Fen {
  const first = firstSpendDay(now)
  const sum = Object.entries(spend).reduce((all, [day, fen]) => (day >= first ? all + fen : all), 0)
  return Math.max(0, sum)
}

/** The highest tier whose `fromFen` is reached; null in a shop without tiers. Derived, never stored. */
export function tierOf(
  account: Pick<Account, 'spend'>,
  { tiers }: Pick<Loyalty, 'tiers'>,
  now: Instant,
): Tier | null {
  const spent = spentLately(account, now)
  return tiers.reduce<Tier | null>((best, tier) => (tier.fromFen <= spent ? tier : best), null)
}
