import type { Instant } from '../kernel/time'
import type { CouponState, CouponView, WalletTab } from './contract'

/** What the rules look at; a row and a view both fit. */
export type CouponFacts = Pick<CouponView, 'state' | 'startsAt' | 'expiresAt' | 'orderId'> & {
  /** Whether a refund has brought it back already. */
  readonly returned?: boolean
}
/** The fields that a move changes. The expiry is never among them: time goes on, whatever happens to an order. */
export type CouponStep = {
  readonly state: CouponState
  readonly orderId?: string | null
  readonly returned?: true
}
/**
 * `hold` issued → held, by the order that wants it · `redeem` held → redeemed, when that order is paid · `release`
 * held → issued, when it ends unpaid · `giveBack` redeemed → issued, when it is refunded whole, once in a coupon's life.
 */
export type CouponMove = 'hold' | 'redeem' | 'release' | 'giveBack'

/** What each move writes. */
export function stepOf(move: CouponMove, orderId: string): CouponStep {
  switch (move) {
    case 'hold':
      return { state: 'held', orderId }
    case 'redeem':
      return { state: 'redeemed' }
    case 'release':
      return { state: 'issued', orderId: null }
    case 'giveBack':
      return { state: 'issued', orderId: null, returned: true }
  }
}

export type MoveRefusal = { readonly refused: 'NOT_USABLE' | 'NOT_HELD' | 'NOT_REDEEMED' | 'RETURNED_BEFORE' }

/**
 * The whole life of a coupon: what a move by this order writes, or why it can't be made. Laws: at most one order has a
 * coupon at a time; only that order can move it on; it is given back at most once; its expiry never changes. Redeeming
 * does not ask the clock: what was held in time is honoured when the money arrives later.
 */
export function moved(
  c: CouponFacts,
  move: CouponMove,
  orderId: string,
  now: Instant,
): CouponStep | MoveRefusal {
  const refusal = hindranceOf(c, move, orderId, now)
  return refusal ? { refused: refusal } : stepOf(move, orderId)
}

function hindranceOf(
  c: CouponFacts,
  move: CouponMove,
  orderId: string,
  now: Instant,
): MoveRefusal['refused'] | null {
  if (move === 'hold') return isUsable(c, now) ? null : 'NOT_USABLE'
  if (move === 'giveBack') {
    if (c.state !== 'redeemed' || c.orderId !== orderId) return 'NOT_REDEEMED'
    return c.returned ? 'RETURNED_BEFORE' : null
  }
  return c.state === 'held' && c.orderId === orderId ? null : 'NOT_HELD'
}

/** Whether it can be put on an order now: `[startsAt, expiresAt)`. *Expired* is derived from the clock, never stored. */
export const isUsable = (c: Pick<CouponFacts, 'state' | 'startsAt' | 'expiresAt'>, now: Instant): boolean =>
  c.state === 'issued' && c.startsAt <= now && now < c.expiresAt

/** Under which tab of the wallet it lies; null for a revoked one. A held coupon lies where it lay before. */
export function tabOf(c: Pick<CouponFacts, 'state' | 'expiresAt'>, now: Instant): WalletTab | null {
  if (c.state === 'revoked') return null
  if (c.state === 'redeemed') return 'used'
  return now < c.expiresAt ? 'usable' : 'expired'
}
