import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { EntryKind, PayoutWay, PromoterState, WithdrawalState } from '@shared/promoters/contract'
import type { MaterialCard } from '@shared/promoters/materials-contract'
import type { TransferTrouble } from '@shared/promoters/office-contract'
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
  /** When the turn goes on with it; present while it is sent or waits, but for cash. */
  readonly dueAt?: Instant
  /** What a transfer knows of itself; absent for the other ways. */
  readonly transfer?: TransferRow
}
export type TransferRow = {
  /** Who receives it: kept with the payout as long as it is open, so that it is the same request each time it is sent. */
  readonly openid?: string
  /** With what the recipient confirms, and until when; present once WeChat has told. */
  readonly packageInfo?: string
  readonly confirmBy: Instant | null
  /** When it was first sent; null: not yet. */
  readonly sentAt: Instant | null
  /** As long as a request of ours may still be on its way to WeChat nobody sends another, nor believes that there is none. */
  readonly busyUntil: Instant
  /** It is to come back as this, if WeChat has not paid it. */
  readonly stop: { readonly as: 'failed' | 'cancelled'; readonly note: string } | null
  readonly trouble: TransferTrouble | null
}
/** `materials/shop`: the library from which promoters pass on, newest first. */
export type LibraryRow = { readonly _id: string; readonly materials: readonly MaterialCard[] }
