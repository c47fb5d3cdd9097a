import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import { tierOf } from '../points/account'
import type { Account, Loyalty } from '../points/contract'
import type { GoodsLine } from './goods'

/** A line with what this customer pays for one unit, before coupons: `0 ≤ memberUnitFen ≤ unitFen`. */
export type PricedLine = GoodsLine & { readonly memberUnitFen: Fen }

/**
 * What one unit costs a member whose tier pays `payBp` of a list price: the lower of the menu's member price and the
 * tier's share, never both. Fen; the tier's share is rounded up.
 */
export const memberUnit = (unitFen: Fen, memberSkuUnitFen: Fen, payBp: number): Fen =>
  Math.min(unitFen, memberSkuUnitFen, Math.ceil((unitFen * payBp) / 10_000))

/** Lines at the prices of a member (`memberUnit`). `account` null: no member, list prices. */
export function pricedForMember(
  lines: readonly GoodsLine[],
  account: Account | null,
  loyalty: Pick<Loyalty, 'tiers'>,
  now: Instant,
): PricedLine[] {
  if (account === null) return lines.map((line) => ({ ...line, memberUnitFen: line.unitFen }))
  const payBp = tierOf(account, loyalty, now)?.priceBp ?? 10_000
  return lines.map((line) => ({
    ...line,
    memberUnitFen: memberUnit(line.unitFen, line.memberSkuUnitFen, payBp),
  }))
}

/** What they cost together at list prices. */
export const goodsTotal = (lines: readonly GoodsLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.listFen, 0)

/** What they cost this customer before coupons. */
export const memberTotal = (lines: readonly PricedLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.memberUnitFen * line.qty, 0)
