import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'

/** A transfer as it is asked for. The same under one number each time, else WeChat refuses it as another one's. */
export type TransferBill = {
  /** `out_bill_no`: letters and digits, at most 32. */
  readonly no: string
  /** Who receives it. */
  readonly openid: string
  readonly fen: Fen
}
/** A transfer as WeChat knows it. `fen` is null where the answer does not tell. */
export type TransferStatus = {
  readonly state:
    /** Taken, and its money not set aside yet; sent again under its number it goes on. */
    | 'accepted'
    /** The recipient has to confirm. */
    | 'waiting'
    /** Confirmed, or being called back: it ends by itself. */
    | 'moving'
    | 'paid'
    /** Not paid, and never will be: `reason` says why. */
    | 'failed'
    /** Nobody confirmed in time. */
    | 'expired'
    | 'cancelled'
  readonly fen: Fen | null
  readonly createdAt: Instant | null
  /** With what the recipient confirms; '' where the answer does not tell: only sending does. */
  readonly packageInfo: string
  /** WeChat's code of a failure; '' else. */
  readonly reason: string
}
/**
 * `no`: this request was not taken; whether there is a bill of this number `query` alone tells. `none`: there is no bill of
 * this number. `unknown`: nobody knows; the request may still take effect.
 */
export type TransferAnswer =
  | { readonly became: 'known'; readonly status: TransferStatus }
  | {
      readonly became: 'no'
      readonly why: 'balance' | 'limit' | 'setup' | 'refused'
      readonly detail: string
    }
  | { readonly became: 'none' }
  | { readonly became: 'unknown'; readonly detail: string }

/** WeChat's merchant transfer (商家转账, 用户确认模式) of one merchant. */
export type Transfers = {
  readonly mchId: string
  readonly appId: string
  /** Creates the bill; the same again is the same bill, and says how it stands. */
  send(bill: TransferBill): Promise<TransferAnswer>
  /** How the bill of this number stands. WeChat remembers it for 30 days. */
  query(no: string): Promise<TransferAnswer>
  /** Asks to call it back; that it was called back `query` alone tells. */
  cancel(no: string): Promise<TransferAnswer>
  /** The end of a bill, as a callback tells it; null: it is not WeChat's, or not about a transfer of ours. */
  readNotice(headers: Readonly<Record<string, string>>, body: string): TransferNotice | null
}
export type TransferNotice = { readonly no: string; readonly status: TransferStatus }
