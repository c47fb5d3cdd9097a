import type { Fen } from '../kernel/money'
import type { Budget } from './campaign-contract'

/** What one shard of a budget has issued and may still issue; `null` left: no limit of that kind. */
export type Shard = {
  readonly countLeft: number | null
  readonly fenLeft: Fen | null
  /** Coupons issued and not revoked, and what they may cost at the most. */
  readonly issued: number
  readonly issuedFen: Fen
}
/** A campaign without limits is only counted, so that nobody needs to look for a shard: claims rarely meet on one of so many. */
const UNLIMITED_SHARDS = 8

const isUnlimited = ({ count, fen }: Budget): boolean => count === null && fen === null

/** How many shards a budget needs, given those that exist: there are never fewer, for coupons come back to theirs. */
export const shardsFor = (budget: Budget, existing: number): number =>
  Math.max(existing, isUnlimited(budget) ? UNLIMITED_SHARDS : budget.shards)

/** Whether a shard has what one more coupon may cost. */
export const affords = ({ countLeft, fenLeft }: Shard, costFen: Fen): boolean =>
  (countLeft === null || countLeft >= 1) && (fenLeft === null || fenLeft >= costFen)

/** A shard after one coupon of this cost went out (`by` 1) or came back (`by` −1). */
export const afterIssue = (shard: Shard, costFen: Fen, by: 1 | -1): Shard => ({
  countLeft: shard.countLeft === null ? null : shard.countLeft - by,
  fenLeft: shard.fenLeft === null ? null : shard.fenLeft - by * costFen,
  issued: shard.issued + by,
  issuedFen: shard.issuedFen + by * costFen,
})

/** What a campaign has issued, all shards together. */
export const issuedOf = (shards: readonly Shard[]): { issued: number; issuedFen: Fen } =>
  shards.reduce((sum, s) => ({ issued: sum.issued + s.issued, issuedFen: sum.issuedFen + s.issuedFen }), {
    issued: 0,
    issuedFen: 0,
  })

/** How many coupons of this cost can still be had; null: no limit. */
export function couponsLeft(shards: readonly Shard[], costFen: Fen): number | null {
  if (shards.some((s) => s.countLeft === null && s.fenLeft === null)) return null
  return shards.reduce((sum, s) => sum + ofShard(s, costFen), 0)
}

function ofShard({ countLeft, fenLeft }: Shard, costFen: Fen): number {
  const byFen = fenLeft === null ? Infinity : costFen > 0 ? Math.floor(fenLeft / costFen) : Infinity
  return Math.max(0, Math.min(countLeft ?? Infinity, byFen))
}

/**
 * Deals a budget out to its shards: what is issued stays where it was issued, what is left is shared anew in whole
 * coupons, so that no shard is left with a piece that buys none; the piece that remains goes to the first.
 *
 * Law 5: Σ (left + issued) = budget. Needs budget ≥ issued (`budgetFaults` sees to it), else RangeError.
 */
export function dealt(
  budget: Pick<Budget, 'count' | 'fen'>,
  shards: readonly Shard[],
  costFen: Fen,
): Shard[] {
  const { issued, issuedFen } = issuedOf(shards)
  const counts = budget.count === null ? null : evenly(budget.count - issued, shards.length)
  const fens = budget.fen === null ? null : inCoupons(budget.fen - issuedFen, costFen, shards.length)
  return shards.map((s, i) => ({
    ...s,
    countLeft: counts?.[i] ?? null,
    fenLeft: fens?.[i] ?? null,
  }))
}

function inCoupons(leftFen: Fen, costFen: Fen, parts: number): number[] {
  const whole = Math.floor(leftFen / costFen)
  const shares = evenly(whole, parts).map((n) => n * costFen)
  return shares.map((share, i) => (i === 0 ? share + leftFen - whole * costFen : share))
}

/** `n` in `parts` parts that differ by one at the most, the larger ones first. */
function evenly(n: number, parts: number): number[] {
  if (!(n >= 0)) throw new RangeError(`a budget below what is issued: ${n}`)
  return Array.from({ length: parts }, (_, i) => Math.floor(n / parts) + (i < n % parts ? 1 : 0))
}
