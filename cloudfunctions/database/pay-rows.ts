/** By which route WeChat Pay is reached; flows are ids of the cloud's payment workflows. */
export type PayRoute =
  | { readonly kind: 'cloudPay' }
  | {
      readonly kind: 'workflow'
      readonly flows: {
        readonly create: string
        readonly query: string
        readonly close: string
        readonly refund: string
        readonly queryRefund: string
      }
    }
/** Where a payment lives: whoever asks about it, closes it or gives it back goes this way, whatever the shop is on by then. */
export type PayVia = {
  readonly subMchId: string
  /** Absent: the one that the shop is on. */
  readonly route?: PayRoute
}
