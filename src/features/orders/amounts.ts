import type { Fen } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'

/** The amounts that a quote and an order have in common. */
export type Sums = Pick<
  Quote,
  | 'goodsFen'
  | 'memberOffFen'
  | 'itemOffFen'
  | 'orderOffFen'
  | 'pointsOffFen'
  | 'packagingFen'
  | 'deliveryFen'
  | 'deliveryOffFen'
  | 'payFen'
  | 'points'
>
export type Amount = {
  readonly label: string
  /** Above zero: it costs; below: it is taken off. */
  readonly fen: Fen
}
/**
 * What a delivery costs: `none` nothing is delivered · `unknown` nobody knows where to yet · `tooFar` the store doesn't go
 * there · `known` the amount says it.
 */
export type Fee = 'none' | 'unknown' | 'tooFar' | 'known'

/**
 * A price row by row, in the order in which it comes about. Rows of nothing are left out, goods and the fee of a delivery
 * excepted. Law: the rows add up to `payFen`.
 */
export function amountsOf(sums: Sums, fee: Fee): Amount[] {
  const rows = [
    { label: '商品', fen: sums.goodsFen },
    { label: '会员价', fen: -sums.memberOffFen },
    { label: '单品券', fen: -sums.itemOffFen },
    { label: '订单券', fen: -sums.orderOffFen },
    { label: `${sums.points} 积分`, fen: -sums.pointsOffFen },
    { label: '打包费', fen: sums.packagingFen },
    { label: FEE, fen: sums.deliveryFen },
    { label: '配送券', fen: -sums.deliveryOffFen },
  ]
  return rows.filter(({ label, fen }) => fen !== 0 || label === '商品' || (label === FEE && fee !== 'none'))
}
export const FEE = '配送费'

/** Everything that was taken off. */
export const savedOf = (sums: Pick<Quote, 'memberOffFen' | 'couponFen' | 'pointsOffFen'>): Fen =>
  sums.memberOffFen + sums.couponFen + sums.pointsOffFen
