import { DAY_MS, shopDay, shopMonth, startOfShopMonth, type Instant } from '../kernel/time'
import type { Fen } from '../kernel/money'
import type { Account, Loyalty, Tier } from './contract'

/** Tiers look back this long. */
export const TIER_WINDOW_DAYS = 90

export const EMPTY_ACCOUNT: Account = { lots: {}, debt: 0, spend: {}, paidOrders: 0, lastPaidAt: null }

/** The lot, `YYYYMM`, into which points earned now go: they end with the last day of that month. */
export const lotOf = (now: Instant, { validMonths }: Pick<Loyalty, 'validMonths'>): string =>
  shopMonth(now, validMonths)

/** The instant at which a lot's points end: the first moment of the next month. */
export const lotEndsAt = (lot: string): Instant => startOfShopMonth(lot, 1)

/** Points that can be spent at this instant: `[now, end of the lot)`, after what is owed. Never below zero. */
export function balanceOf({ lots, debt }: Account, now: Instant): number {
  const live = Object.entries(lots).reduce((sum, [lot, n]) => (now < lotEndsAt(lot) ? sum + n : sum), 0)
  return Math.max(0, live - debt)
}

/** Fen paid for goods on the last 90 days of the shop's calendar, today included; never below zero. */
export function spentLately({ spend }: Account, now: Instant): Fen {
  const first = shopDay(now - (TIER_WINDOW_DAYS - 1) * DAY_MS)
  const sum = Object.entries(spend).reduce((all, [day, fen]) => (day >= first ? all + fen : all), 0)
  return Math.max(0, sum)
}

/** The highest tier whose `fromFen` is reached; null in a shop without tiers. Derived, never stored. */
export function tierOf(account: Account, { tiers }: Pick<Loyalty, 'tiers'>, now: Instant): Tier | null {
  const spent = spentLately(account, now)
  return tiers.reduce<Tier | null>((best, tier) => (tier.fromFen <= spent ? tier : best), null)
}
