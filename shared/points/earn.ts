import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import { lotOf, tierOf } from './account'
import type { Account, Loyalty } from './contract'

/** What an order freezes when it is placed: the points it earns when it is paid, and the lot they go into. */
export type Earnings = { readonly earns: number; readonly earnsLot: string }

const NOTHING: Earnings = { earns: 0, earnsLot: '' }

/** What is paid for the goods of an order: after every discount, points among them; without packaging and delivery. */
export const goodsPaidOf = ({ lines }: { readonly lines: readonly { readonly payFen: Fen }[] }): Fen =>
  lines.reduce((sum, line) => sum + line.payFen, 0)

/**
 * ⌊whole yuan · points per yuan · tier's rate⌋. A member of a shop without points earns 0 but has a lot: the order still
 * counts towards their tier. Who is no member (null) has none.
 */
export function earnsOf(
  { goodsPaidFen }: { readonly goodsPaidFen: Fen },
  account: Account | null,
  loyalty: Loyalty,
  now: Instant,
): Earnings {
  if (account === null) return NOTHING
  const rateBp = tierOf(account, loyalty, now)?.pointsBp ?? 10_000
  const earns = Math.floor((Math.floor(goodsPaidFen / 100) * loyalty.pointsPerYuan * rateBp) / 10_000)
  return { earns, earnsLot: lotOf(now, loyalty) }
}

/**
 * Points of those an order earned that are taken back when what was refunded of its goods grows from `beforeFen` to
 * `afterFen`. Law 9: the order keeps ⌊earns · what is still paid / what was paid⌋, so it is the same in any partition of
 * the refunds, never goes down, and a full refund takes everything.
 */
export function takeBackOf(
  { earns, goodsPaidFen }: { readonly earns: number; readonly goodsPaidFen: Fen },
  beforeFen: Fen,
  afterFen: Fen,
): number {
  const kept = (refundedFen: Fen) =>
    refundedFen >= goodsPaidFen ? 0 : Math.floor((earns * (goodsPaidFen - refundedFen)) / goodsPaidFen)
  return kept(beforeFen) - kept(afterFen)
}
