import { DAY_MS, MINUTE_MS, type Instant } from '../kernel/time'
import type { Channel, WantedTarget } from './contract'

/** Somebody came through a code. */
export type Touch = {
  readonly code: string
  readonly channel: Channel
  readonly target: WantedTarget['kind']
  /** null for a code of the shop's own: it tells how somebody came, and binds them to nobody. */
  readonly promoter: string | null
  readonly at: Instant
}

/** How long a touch counts. */
export const TOUCH_WINDOW_MS = 30 * DAY_MS
/** The same code again within this is the same visit. */
export const SAME_VISIT_MS = 30 * MINUTE_MS
/** So many are kept of a person. */
export const MOST_TOUCHES = 20

const isFresh = (touch: Touch, now: Instant): boolean => now - touch.at < TOUCH_WINDOW_MS

/**
 * The list with one more touch, the oldest first: only what still counts, and of too many the first and the last that name
 * a promoter and otherwise the newest. The very same list when it is the visit that was noted last.
 */
export function withTouch(touches: readonly Touch[], touch: Touch): readonly Touch[] {
  const last = touches[touches.length - 1]
  if (last?.code === touch.code && touch.at - last.at < SAME_VISIT_MS) return touches
  const fresh = [...touches, touch].filter((one) => isFresh(one, touch.at))
  const surplus = fresh.length - MOST_TOUCHES
  if (surplus <= 0) return fresh
  const kept = new Set([fresh.find(hasPromoter), fresh.filter(hasPromoter).pop()])
  const dropped = new Set(fresh.filter((one) => !kept.has(one)).slice(0, surplus))
  return fresh.filter((one) => !dropped.has(one))
}
const hasPromoter = ({ promoter }: Touch): boolean => promoter !== null

/** What is known of a promoter when a friend signs up. */
export type Promoter = {
  readonly id: string
  readonly joinedAt: Instant
  readonly leftAt: Instant | null
  /** The shop took the right to bring friends away. */
  readonly barredAt?: Instant
}

/** Law 10: a member strictly older than the friend who joins at `now`, there at this moment, and not barred. */
export const mayPromote = (promoter: Promoter, friendId: string, now: Instant): boolean =>
  promoter.id !== friendId &&
  promoter.leftAt === null &&
  promoter.joinedAt < now &&
  promoter.barredAt === undefined

/** How somebody who joins came to be there: to whom it binds them, and what it is counted for. */
export type Arrival = {
  /** The last touch of the last 30 days whose promoter may promote; null: the friend came by themselves. */
  readonly binding: (Touch & { readonly promoter: string }) | null
  /** Where nobody could be bound: the last member's touch, and why it did not count. */
  readonly unbound: { readonly touch: Touch & { readonly promoter: string }; readonly why: UnboundWhy } | null
  /** The touch of the shop's own code, where it is the last that counts at all; it may stand beside a binding. */
  readonly shop: Touch | null
}
/** lapsed: 30 days had passed. The others: who it was could bring nobody (any more). */
export type UnboundWhy = 'lapsed' | 'left' | 'barred' | 'newer'

/** What these touches come to when the friend joins at `now`. `promoters`: the members whom they name, as they are. */
export function arrivalOf(
  touches: readonly Touch[],
  promoters: readonly Promoter[],
  friendId: string,
  now: Instant,
): Arrival {
  const able = new Set(promoters.filter((p) => mayPromote(p, friendId, now)).map((p) => p.id))
  const fresh = touches.filter((touch) => touch.at <= now && isFresh(touch, now))
  const counting = fresh.filter(({ promoter }) => promoter === null || able.has(promoter))
  const last = counting[counting.length - 1]
  const binding = counting.filter(namesPromoter).pop() ?? null
  const missed = binding === null ? touches.filter(namesPromoter).pop() : undefined
  return {
    binding,
    unbound: missed ? { touch: missed, why: whyNot(missed, promoters, now) } : null,
    shop: last?.promoter === null ? last : null,
  }
}
const namesPromoter = (touch: Touch): touch is Touch & { readonly promoter: string } =>
  touch.promoter !== null

function whyNot(
  touch: Touch & { readonly promoter: string },
  promoters: readonly Promoter[],
  now: Instant,
): UnboundWhy {
  if (!isFresh(touch, now)) return 'lapsed'
  const promoter = promoters.find(({ id }) => id === touch.promoter)
  if (!promoter || promoter.leftAt !== null) return 'left'
  return promoter.barredAt === undefined ? 'newer' : 'barred'
}
