import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import { tierOf } from '../points/account'
import type { Account, Loyalty } from '../points/contract'
import type { GoodsLine } from './goods'

/** A line with what this customer pays for one unit, before coupons: `0 ≤ memberUnitFen ≤ unitFen`. */
export type PricedLine = GoodsLine & { readonly memberUnitFen: Fen }

/**
 * Lines at the prices of a member: for each unit the lower of the menu's member price and the tier's share of the list
 * price, never both. Fen; the tier's share is rounded up. `account` null: no member, list prices.
 */
export function pricedForMember(
  lines: readonly GoodsLine[],
  account: Account | null,
  loyalty: Pick<Loyalty, 'tiers'>,
  now: Instant,
): PricedLine[] {
  if (account === null) return lines.map((line) => ({ ...line, memberUnitFen: line.unitFen }))
  const payBp = tierOf(account, loyalty, now)?.priceBp ?? 10_000
  return lines.map((line) => {
    const tierUnitFen = Math.ceil((line.unitFen * payBp) / 10_000)
    return { ...line, memberUnitFen: Math.min(line.unitFen, line.memberSkuUnitFen, tierUnitFen) }
  })
}

/** What they cost together at list prices. */
export const goodsTotal = (lines: readonly GoodsLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.listFen, 0)

/** What they cost this customer before coupons. */
export const memberTotal = (lines: readonly PricedLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.memberUnitFen * line.qty, 0)
