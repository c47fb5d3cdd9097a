import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { TransferTrouble } from '@shared/promoters/office-contract'
import type { CloudCtx } from './ctx'

/** What is to be paid out. Under its number it is one payout, however often it is sent. */
export type Payout = {
  /** `out_bill_no`: letters and digits, at most 32. */
  readonly no: string
  readonly memberId: string
  readonly fen: Fen
}
/**
 * What became of a payout. 'open': it waits for somebody, or is on its way · 'waiting': for its recipient, who confirms with
 * `packageInfo` by `confirmBy` · 'stuck': it can't go on for now · 'unknown': nobody knows; it is asked again under
 * the same number, and never sent under another · 'refused': it won't be taken, and whether there is one of this number is
 * asked once more · the others are its end.
 */
export type PayoutOutcome =
  | { readonly became: 'open' }
  | { readonly became: 'waiting'; readonly packageInfo: string; readonly confirmBy: Instant }
  | { readonly became: 'unknown' | 'stuck'; readonly trouble: TransferTrouble; readonly detail: string }
  | { readonly became: 'refused'; readonly detail: string }
  | PayoutEnd
export type PayoutEnd = {
  readonly became: 'paid' | 'failed' | 'cancelled' | 'expired'
  readonly note: string
  /** It holds only if nobody has sent it since: then `busyUntil` is still this. */
  readonly ifBusyUntil?: Instant
}
/** A way in which money leaves the account. */
export type PayoutProvider<P extends Payout = Payout> = {
  /** Sends it, or asks what became of it when it was sent before: the two are the same call. */
  readonly send: (payout: P, ctx: CloudCtx) => Promise<PayoutOutcome>
}
