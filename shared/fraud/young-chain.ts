import { DAY_MS } from '../kernel/time'
import type { FraudRule } from './facts'

/** An account is young for so long. */
export const YOUNG_MS = 3 * DAY_MS

/**
 * A ring among young accounts: bindings form a forest, so a ring shows as a chain in which each link is new, was itself
 * brought, never bought, and brings the next.
 */
export const youngChain: FraudRule = {
  id: 'youngChain',
  verdict: 'hold',
  look({ promoter, now }) {
    const young = now - promoter.joinedAt < YOUNG_MS
    return young && promoter.brought && promoter.paidOrders === 0
      ? '邀请人自己也是刚被邀请来的，还没有下过单'
      : null
  },
}
