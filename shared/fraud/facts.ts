import type { Instant } from '../kernel/time'

/** A friend whom the promoter brought before, as the tally keeps the newest of them. */
export type FriendMark = {
  readonly friend: string
  /** When the reward for them was decided. */
  readonly at: Instant
  /** Where their first order went; '' for one that was fetched. A fingerprint, never the address. */
  readonly place: string
  /** Their order was given back whole. */
  readonly back: boolean
}
type Person = { readonly joinedAt: Instant; readonly phone: string | null }
/** What the rules look at: everything is read by id, in the transaction that decides. */
export type FraudFacts = {
  readonly now: Instant
  readonly friend: Person
  readonly promoter: Person & {
    /** Somebody brought them as well. */
    readonly brought: boolean
    readonly paidOrders: number
    /** Fingerprints of their address book, and the phones in it. */
    readonly places: readonly string[]
    readonly phones: readonly string[]
  }
  /** Where the friend's order goes; null for one that is fetched, and for a signup. */
  readonly delivery: { readonly place: string; readonly phone: string } | null
  /** The promoter's earlier friends. */
  readonly marks: readonly FriendMark[]
}
/**
 * One rule: answers the sentence that the owner reads when it fires, else null. `hold`: a person decides; `reject`: it is
 * certain enough to need none.
 */
export type FraudRule = {
  readonly id: string
  readonly verdict: 'hold' | 'reject'
  readonly look: (facts: FraudFacts) => string | null
}
