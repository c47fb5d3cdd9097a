import type { Fen } from '../kernel/money'
import { DAY_MS, HOUR_MS, startOfShopDay, type Instant } from '../kernel/time'
import { costOfFirst } from '../pricing/split-discount'

/** A line as far as commission looks at it: `payFen` is what was paid for it after every discount, points among them. */
export type PaidLine = { readonly qty: number; readonly payFen: Fen }
export type UnitsBack = { readonly units: readonly { readonly line: number; readonly units: number }[] }

/**
 * The commission that is left of an order after these refunds: Σ over its rates of ⌊(base − R) · rate / 10⁴⌋, where base
 * is what was paid for the goods of that rate and R what of it goes back, all refunds together. Freight and packaging
 * count for nothing. One rate for the whole order is the plain formula ⌊base · bp / 10⁴⌋; lines of one rate are summed
 * before they are rounded, so that a promoter loses no fen to the number of lines.
 *
 * Law 9: it depends on the units that went back and not on the order in which they did, never grows with a refund, and is
 * 0 once everything went back. `rateBps` are by line; a line without one pays nothing.
 */
export function commissionLeft(
  lines: readonly PaidLine[],
  rateBps: readonly number[],
  refunds: readonly UnitsBack[] = [],
): Fen {
  const keptByRate = new Map<number, Fen>()
  for (const [i, { qty, payFen }] of lines.entries()) {
    const rate = rateBps[i] ?? 0
    const back = unitsBack(refunds, i)
    keptByRate.set(rate, (keptByRate.get(rate) ?? 0) + payFen - costOfFirst(back, qty, payFen))
  }
  return [...keptByRate].reduce((sum, [rate, fen]) => sum + Math.floor((fen * rate) / 10_000), 0)
}

const unitsBack = (refunds: readonly UnitsBack[], line: number): number =>
  refunds
    .flatMap((refund) => refund.units)
    .reduce((sum, back) => sum + (back.line === line ? back.units : 0), 0)

/** What is to be clawed back now: C − what is left − what was clawed before. Never below zero while refunds only grow. */
export const clawBackDue = (
  { amountFen, clawedFen }: { readonly amountFen: Fen; readonly clawedFen: Fen },
  leftFen: Fen,
): Fen => amountFen - leftFen - clawedFen

/** Commission is released by one turn a day, at ten in the shop's morning. */
const TEN_MS = 10 * HOUR_MS

/** When a commission becomes available: the first ten o'clock of the shop at or after receipt and the return window. */
export function availableAt(receivedAt: Instant, returnDays: number): Instant {
  const earliest = receivedAt + returnDays * DAY_MS
  const ten = startOfShopDay(earliest) + TEN_MS
  return ten >= earliest ? ten : ten + DAY_MS
}
