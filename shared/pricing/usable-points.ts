import type { Fen } from '../kernel/money'
import type { Instant } from '../kernel/time'
import { balanceOf } from '../points/account'
import type { Account, Loyalty } from '../points/contract'

/**
 * The most points that can be spent on goods that still cost `restFen`, and what they take off: the balance, or as many
 * whole points as fit into the share that the shop allows. None without an account, or where the shop has no points.
 */
export function usablePoints(restFen: Fen, account: Account | null, loyalty: Loyalty, now: Instant) {
  const { pointFen, pointsPerYuan, mostShareBp } = loyalty
  if (account === null || pointFen <= 0 || pointsPerYuan <= 0) return { points: 0, fen: 0 }
  const allowedFen = Math.floor((restFen * mostShareBp) / 10_000)
  const points = Math.min(balanceOf(account, now), Math.floor(allowedFen / pointFen))
  return { points, fen: points * pointFen }
}
