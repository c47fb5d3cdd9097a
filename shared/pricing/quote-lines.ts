import type { Fen } from '../kernel/money'
import type { QuoteLine } from '../orders/quote-contract'
import type { PricedLine } from './member-price'
import type { Picked } from './picked'
import { splitDiscount } from './split-discount'

/**
 * Each line with its share of what comes off, in the order of the price. An item coupon's share lies on the lines whose
 * units it took; the order coupon is split over what its scope still costs, the points over what everything still costs.
 * Law 1: Σ shares = discount, for each kind; 0 ≤ share ≤ what the line still costs.
 */
export function quoteLines(priced: readonly PricedLine[], pick: Picked, pointsOffFen: Fen): QuoteLine[] {
  const listFen = priced.map((line) => line.listFen)
  const memberOff = priced.map((line) => line.listFen - line.memberUnitFen * line.qty)
  const itemOff = priced.map(() => 0)
  for (const { line, fen } of pick.item?.takes ?? []) itemOff[line] = fen
  const afterItem = less(less(listFen, memberOff), itemOff)
  const scoped = afterItem.map((rest, i) => (pick.order?.covers[i] ? rest : 0))
  const orderOff = splitDiscount(scoped, pick.orderOffFen)
  const afterOrder = less(afterItem, orderOff)
  const pointsOff = splitDiscount(afterOrder, pointsOffFen)
  const pay = less(afterOrder, pointsOff)
  return priced.map(({ memberUnitFen: _unit, memberSkuUnitFen: _sku, ...line }, i) => ({
    ...line,
    memberOffFen: memberOff[i] ?? 0,
    itemOffFen: itemOff[i] ?? 0,
    orderOffFen: orderOff[i] ?? 0,
    pointsOffFen: pointsOff[i] ?? 0,
    discountFen: line.listFen - (pay[i] ?? 0),
    payFen: pay[i] ?? 0,
  }))
}

const less = (from: readonly Fen[], off: readonly Fen[]): Fen[] => from.map((fen, i) => fen - (off[i] ?? 0))
