import type { Instant } from '../kernel/time'
import type { OrderState } from './contract'

/** How a state is watched: the first wait, how it grows with each refresh, where it stops growing, how many there are. */
type Pace = {
  readonly firstMs: number
  readonly growth: number
  readonly longestMs: number
  readonly refreshes: number
}

const MACHINE: Pace = { firstMs: 1_500, growth: 1.8, longestMs: 60_000, refreshes: 7 }
const COUNTER: Pace = { firstMs: 10_000, growth: 1.35, longestMs: 60_000, refreshes: 10 }

/** Ended states and 可取 (the customer comes to the counter) have no pace: the page asks on show and on pull alone. */
const PACES: Readonly<Partial<Record<OrderState, Pace>>> = {
  /** Seconds after paying, the callback is there; who doesn't pay is not watched for long. */
  pendingPay: MACHINE,
  refunding: { ...MACHINE, refreshes: 5 },
  /** Reads as cancelled already; the money may have been faster. Within five minutes WeChat has decided. */
  closing: { firstMs: 10_000, growth: 3, longestMs: 90_000, refreshes: 3 },
  paid: COUNTER,
  making: COUNTER,
  /** On the road for half an hour: seldom, and the customer is the first to know that it has arrived. */
  delivering: { firstMs: 240_000, growth: 2, longestMs: 900_000, refreshes: 3 },
}

/** After the deadline has passed, one last look: the delayed call that closes the order has run by then. */
const AFTER_DEADLINE_MS = 5_000

/** The most that one order page asks by itself, however long it stays open: each state is entered at most once. */
export const MOST_CUSTOMER_REFRESHES = Object.values(PACES).reduce((sum, pace) => sum + pace.refreshes, 1)

/**
 * When the customer's open order page asks again, in ms from `now`, or null: not by itself any more.
 *
 * `nth` counts the page's own refreshes since it last saw the state change (0 = none yet). Quick where a change is
 * likely (just after paying), slower with each look, and bounded: at most `MOST_CUSTOMER_REFRESHES` for an order's life.
 * It starts over on show and on pull, which are the customer's own doing.
 */
export function customerRefreshAfterMs(
  order: { readonly state: OrderState; readonly payBefore: Instant },
  now: Instant,
  nth: number,
): number | null {
  const pace = PACES[order.state]
  if (!pace) return null
  if (nth < pace.refreshes) return Math.round(Math.min(pace.longestMs, pace.firstMs * pace.growth ** nth))
  if (order.state === 'pendingPay' && nth === pace.refreshes && now < order.payBefore)
    return order.payBefore - now + AFTER_DEADLINE_MS
  return null
}
