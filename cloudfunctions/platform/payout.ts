import type { Fen } from '@shared/kernel/money'
import type { CloudCtx } from './ctx'

/** What is to be paid out. Under its number it is one payout, however often it is sent. */
export type Payout = {
  /** `out_bill_no`: letters and digits, at most 32. */
  readonly no: string
  readonly memberId: string
  readonly fen: Fen
}
/**
 * What became of a payout. 'open': it waits for somebody · 'paid' and 'failed' are the end of it · 'unknown': nobody
 * knows; it is asked again under the same number, and never sent under another.
 */
export type PayoutOutcome =
  { readonly became: 'open' | 'unknown' } | { readonly became: 'paid' | 'failed'; readonly note: string }
/** A way in which money leaves the account. */
export type PayoutProvider<P extends Payout = Payout> = {
  /** Sends it, or asks what became of it when it was sent before: the two are the same call. */
  readonly send: (payout: P, ctx: CloudCtx) => Promise<PayoutOutcome>
}
