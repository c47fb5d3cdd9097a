import { SECOND_MS, type Instant } from '../kernel/time'
import { isSlotNear } from './ahead'
import type { LineUnits, OrderState } from './contract'

/** An order that a store still has to make, or that it makes at this moment. */
export type InLine = {
  readonly id: string
  readonly state: OrderState
  /** Units of goods as they were ordered. */
  readonly units: number
  /** What was given back since: nobody makes it any more. */
  readonly refunds: readonly { readonly units: readonly LineUnits[] }[]
  readonly paidAt: Instant | null
  readonly slot: { readonly at: Instant } | null
}
type Mine = InLine & {
  readonly acceptedAt: Instant | null
  /** How long its store takes for one unit. */
  readonly secondsPerUnit: number
}
/** Units of goods that are still made before it, and when it should be ready. */
export type Queue = { readonly ahead: number; readonly readyAt: Instant }

/** Units of goods that are still to be made of an order: what was given back meanwhile is not. Never below 0. */
export const unitsToMake = ({ units, refunds }: Pick<InLine, 'units' | 'refunds'>): number =>
  refunds.flatMap((refund) => refund.units).reduce((left, given) => left - given.units, units)

const isWaiting = ({ state }: InLine): boolean => state === 'paid' || state === 'making'

/**
 * Whether a store makes `a` before `b`: what it is at goes before what waits, the earlier payment before the later. A
 * pre-order that nobody has accepted, or whose slot is more than an hour away, waits for it and keeps nobody from being
 * served.
 */
function goesBefore(a: InLine, b: InLine, now: Instant): boolean {
  if (!isWaiting(a)) return false
  if (a.slot && (a.state === 'paid' || !isSlotNear(a.slot, now))) return false
  if (a.state !== b.state) return a.state === 'making'
  const [first, second] = [a.paidAt ?? 0, b.paidAt ?? 0]
  return first < second || (first === second && a.id < b.id)
}

/**
 * What a customer waits for, while their order is paid or being made; null otherwise. `others` are the orders on the
 * board of its store, itself among them or not. The estimate counts from now, or, when nothing is before it any more, from
 * the moment at which the shop began with it, and is never in the past. A pre-order is ready at its slot.
 */
export function queueOf(mine: Mine, others: readonly InLine[], now: Instant): Queue | null {
  if (!isWaiting(mine)) return null
  if (mine.slot) return { ahead: 0, readyAt: Math.max(now, mine.slot.at) }
  const ahead = others
    .filter((other) => other.id !== mine.id && goesBefore(other, mine, now))
    .reduce((sum, other) => sum + unitsToMake(other), 0)
  const since = ahead === 0 ? (mine.acceptedAt ?? now) : now
  const makingMs = (ahead + unitsToMake(mine)) * mine.secondsPerUnit * SECOND_MS
  return { ahead, readyAt: Math.max(now, since + makingMs) }
}
