import type { Fen } from '../kernel/money'
import { costOfFirst } from '../pricing/split-discount'
import { commissionLeft, type UnitsBack } from '../promoters/commission'

type Line = { readonly qty: number; readonly listFen: Fen; readonly payFen: Fen }
/** An order as far as its margin looks at it. */
export type Earning = {
  readonly lines: readonly Line[]
  readonly deliveryOffFen: Fen
  readonly refunds: readonly UnitsBack[]
  /** The promoter's rates by line, in basis points; absent: nobody is paid for it. */
  readonly commissionTerms?: { readonly rateBps: readonly number[] }
}

/**
 * What a paid order earned: what was paid for the units that stayed, less what those goods cost (`1 − marginBp` of their
 * list price, rounded up), less the commission on it and the delivery that a coupon paid for. It may be negative.
 */
export function marginOf(order: Earning, marginBp: number): Fen {
  const goods = order.lines.map((line, i) => {
    const back = unitsBack(order.refunds, i)
    const paid = line.payFen - costOfFirst(back, line.qty, line.payFen)
    const list = line.listFen - costOfFirst(back, line.qty, line.listFen)
    return paid - Math.ceil((list * (10_000 - marginBp)) / 10_000)
  })
  const commission = commissionLeft(order.lines, order.commissionTerms?.rateBps ?? [], order.refunds)
  return goods.reduce((sum, fen) => sum + fen, 0) - commission - order.deliveryOffFen
}

const unitsBack = (refunds: readonly UnitsBack[], line: number): number =>
  refunds.flatMap(({ units }) => units).reduce((sum, back) => sum + (back.line === line ? back.units : 0), 0)

/** What a cart would have earned at list prices, before any coupon. */
export const cartMarginFen = (goodsFen: Fen, marginBp: number): Fen =>
  Math.floor((goodsFen * marginBp) / 10_000)
