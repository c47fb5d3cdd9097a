import { drawsOf } from './chance'
import { always, gated, none, type Policy } from './policy'
import { play, type Played } from './play'
import type { Town } from './town'

export type Result = {
  /** What the coupons took off, by each order that would not have come without them; null: none were given. */
  readonly subsidyPerIncrementalOrderFen: number | null
  readonly marginFen: number
  /** Of the carts of the first hunters in the last 30 days, the share that they left; `hunterCarts` of them. */
  readonly hunterAbandonRate: number
  readonly hunterCarts: number
  readonly orders: number
  readonly couponsGiven: number
  readonly hunters: number
}
export type Comparison = { readonly none: Result; readonly always: Result; readonly gated: Result }

/** The three policies on the same towns, one for each seed; sums over the seeds. */
export function compare(town: Town, seeds: readonly number[]): Comparison {
  const all = (policy: (seed: number) => Policy) =>
    seeds.map((seed) => play(town, policy(seed), drawsOf(seed)))
  const base = all(none)
  return {
    none: result(base, base),
    always: result(
      all(() => always(town)),
      base,
    ),
    gated: result(
      all((seed) => gated(town, seed)),
      base,
    ),
  }
}

function result(played: readonly Played[], base: readonly Played[]): Result {
  const sum = (of: (one: Played) => number, list = played) => list.reduce((total, one) => total + of(one), 0)
  const added = sum(({ orders }) => orders) - sum(({ orders }) => orders, base)
  const subsidyFen = sum((one) => one.subsidyFen)
  return {
    subsidyPerIncrementalOrderFen:
      subsidyFen === 0 ? null : added > 0 ? Math.round(subsidyFen / added) : Infinity,
    marginFen: sum((one) => one.marginFen),
    hunterAbandonRate: sum(({ hunterLeft }) => hunterLeft) / sum(({ hunterCarts }) => hunterCarts),
    hunterCarts: sum(({ hunterCarts }) => hunterCarts),
    orders: sum(({ orders }) => orders),
    couponsGiven: sum((one) => one.couponsGiven),
    hunters: sum(({ hunters }) => hunters) / played.length,
  }
}
