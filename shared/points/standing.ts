import type { Fen } from '../kernel/money'
import { DAY_MS, shopDateTime, type Instant } from '../kernel/time'
import { liveLots, lotEndsAt, spentLately, tierOf } from './account'
import type { Account, Loyalty, Tier } from './contract'

/** Where a member stands among the shop's tiers. */
export type Standing = {
  readonly tier: Tier
  /** Of all tiers, from 0. */
  readonly rank: number
  /** null: there is none above. */
  readonly next: Tier | null
  /** Paid for goods in the last 90 days. */
  readonly spentFen: Fen
  /** What is still to be paid for the next tier; 0 when there is none. */
  readonly missingFen: Fen
  /** How far on the way from this tier to the next, 0–10000; full when there is none. */
  readonly progressBp: number
}

/** null in a shop without tiers. */
export function standingOf(account: Account, loyalty: Loyalty, now: Instant): Standing | null {
  const tier = tierOf(account, loyalty, now)
  if (tier === null) return null
  const rank = loyalty.tiers.indexOf(tier)
  const next = loyalty.tiers[rank + 1] ?? null
  const spentFen = spentLately(account, now)
  if (next === null) return { tier, rank, next, spentFen, missingFen: 0, progressBp: 10_000 }
  const way = next.fromFen - tier.fromFen
  const progressBp = Math.floor(((spentFen - tier.fromFen) * 10_000) / way)
  return { tier, rank, next, spentFen, missingFen: next.fromFen - spentFen, progressBp }
}

/** A benefit in two words: what, and how much. */
export type Perk = { readonly name: string; readonly value: string }

/** What members of this tier have over somebody who only looks in. `tier` null: a shop without tiers. */
export function perksOf(
  tier: Pick<Tier, 'priceBp' | 'pointsBp'> | null,
  { pointsPerYuan }: Pick<Loyalty, 'pointsPerYuan'>,
): Perk[] {
  const { priceBp, pointsBp } = tier ?? { priceBp: 10_000, pointsBp: 10_000 }
  const perks: Perk[] = []
  if (priceBp < 10_000) perks.push({ name: '会员价', value: `${priceBp / 1000} 折` })
  if (pointsPerYuan > 0 && pointsBp > 0)
    perks.push(
      pointsBp === 10_000
        ? { name: '攒积分', value: `1 元 ${pointsPerYuan} 分` }
        : { name: '积分', value: `${pointsBp / 10_000} 倍` },
    )
  return perks
}

/** Points that end first, and when; null when there are none. */
export function endingNext(
  account: Pick<Account, 'lots'>,
  now: Instant,
): { readonly points: number; readonly endsAt: Instant } | null {
  const [first] = liveLots(account, now)
  return first === undefined ? null : { points: first[1], endsAt: lotEndsAt(first[0]) }
}

/** Points that end within so long are worth a word outside the points page. */
export const SOON_MS = 45 * DAY_MS

/** 12 月 31 日; with the year where it is another one. `endsAt` itself is no longer valid: the day is the one before. */
export function lastDayText(endsAt: Instant, now: Instant): string {
  const [year, month, day] = shopDateTime(endsAt - 1)
    .slice(0, 10)
    .split('-')
    .map(Number)
  const thisYear = Number(shopDateTime(now).slice(0, 4))
  return `${year === thisYear ? '' : `${year} 年 `}${month} 月 ${day} 日`
}

/** "120 积分将在 12 月 31 日过期", or null when none end soon. */
export function endingSoonText(account: Pick<Account, 'lots'>, now: Instant): string | null {
  const ending = endingNext(account, now)
  if (ending === null || ending.endsAt - now > SOON_MS) return null
  return `${ending.points} 积分将在 ${lastDayText(ending.endsAt, now)}过期`
}
