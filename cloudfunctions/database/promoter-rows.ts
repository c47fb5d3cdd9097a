import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { EntryKind, PayoutWay, PromoterState, WithdrawalState } from '@shared/promoters/contract'
import type { MaterialCard } from '@shared/promoters/materials-contract'
import type { Balances, Posting } from '@shared/promoters/ledger'
import type { CommissionTerms } from '@shared/promoters/rates'

/** `promoters/<memberId>` */
export type PromoterRow = {
  readonly _id: string
  /** Ties it to `settings/shop`, so that one read brings the promoter, their account and the programme. */
  readonly shopId: 'shop'
  readonly state: PromoterState
  readonly name: string
  readonly note: string
  /** The terms that they accepted. */
  readonly termsVersion: number | null
  readonly changedAt: Instant
  readonly reason: string
}
/**
 * `accounts/<promoter>`: always the fold of its entries, and the document that whoever moves money writes. It comes into
 * being with the first acceptance.
 */
export type AccountRow = Balances & {
  readonly _id: string
  /** How many entries it has; the last one's `n`. */
  readonly entries: number
  /** Accepted and in good standing: paid orders credit it. Written with the promoter's state. */
  readonly earning: boolean
  /** What was set aside for payouts on that day of the shop and did not come back: the daily cap. */
  readonly drawn: { readonly day: string; readonly fen: Fen }
}
/**
 * `ledger/<kind>:<source>`: appended, never changed. The source is the order, the refund or the payout, so nothing is
 * booked twice.
 */
export type LedgerRow = {
  readonly _id: string
  readonly promoter: string
  /** Its place among the promoter's entries, from 1 on, without a gap. */
  readonly n: number
  readonly at: Instant
  /** The shop's month of `at`, `YYYYMM`. */
  readonly month: string
  readonly kind: EntryKind
  readonly source: string
  /** What it is about, above zero. */
  readonly fen: Fen
  /** Σ = 0 */
  readonly postings: readonly Posting[]
}
/** `commissions/<orderId>` */
export type CommissionRow = CommissionTerms & {
  readonly _id: string
  readonly promoter: string
  /** What was paid for the goods. */
  readonly baseFen: Fen
  readonly amountFen: Fen
  readonly clawedFen: Fen
  readonly paidAt: Instant
  /** 'clawed': nothing is left of it that could be released. */
  readonly state: 'pending' | 'released' | 'clawed'
  /** null: not received yet. */
  readonly availableAt: Instant | null
  /** When the daily turn looks at it; present while it is pending. */
  readonly dueAt?: Instant
}
/** `withdrawals/<out_bill_no>` */
export type WithdrawalRow = {
  readonly _id: string
  readonly promoter: string
  readonly fen: Fen
  readonly way: PayoutWay
  /** The coupon's campaign; null for the other ways. */
  readonly campaignId: string | null
  /** What it is exchanged for, frozen when it was requested; 0 for the other ways. */
  readonly points: number
  readonly state: WithdrawalState
  /** The shop day against whose cap it counts. */
  readonly day: string
  readonly requestedAt: Instant
  readonly endedAt: Instant | null
  readonly note: string
  /** `shop` while it is open: the owner's list. */
  readonly openOf?: 'shop'
  /** When the daily turn goes on with it; present while it waits for no person. */
  readonly dueAt?: Instant
}
/** `materials/shop`: the library from which promoters pass on, newest first. */
export type LibraryRow = { readonly _id: string; readonly materials: readonly MaterialCard[] }
