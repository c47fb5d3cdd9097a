import type { OrderRow } from '../../cloudfunctions/database/rows'
import type { Rule } from './books'
import { sumOf, yes } from './orders'

const KINDS = ['memberOffFen', 'itemOffFen', 'orderOffFen', 'pointsOffFen'] as const

/** Laws 1 and 2: an order's amounts add up, line by line, and no more goes back than was paid. */
export const orderSums: Rule = ({ orders }) =>
  orders.flatMap((o) => [...lineFaults(o), ...sumFaults(o), ...refundFaults(o)])

function lineFaults(o: OrderRow): string[] {
  return o.lines.flatMap((line, i) => {
    const off = sumOf(KINDS, (kind) => line[kind])
    return [
      ...yes(
        line.listFen !== line.unitFen * line.qty,
        `${o._id} line ${i}: ${line.qty} units don't make its list price`,
      ),
      ...yes(
        off !== line.discountFen,
        `${o._id} line ${i}: its discounts are ${off}, not ${line.discountFen}`,
      ),
      ...yes(line.listFen - line.discountFen !== line.payFen, `${o._id} line ${i}: list − discount ≠ pay`),
      ...yes(
        line.payFen < 0 || KINDS.some((kind) => line[kind] < 0),
        `${o._id} line ${i}: an amount below zero`,
      ),
    ]
  })
}

function sumFaults(o: OrderRow): string[] {
  const kinds = KINDS.flatMap((kind) => {
    const shares = sumOf(o.lines, (line) => line[kind])
    return yes(
      shares !== o[kind],
      `${o._id}: the lines' ${kind} add up to ${shares}, the order says ${o[kind]}`,
    )
  })
  const pay = o.goodsFen - o.memberOffFen - o.couponFen - o.pointsOffFen + o.packagingFen + o.deliveryFen
  return [
    ...kinds,
    ...yes(
      sumOf(o.lines, (line) => line.listFen) !== o.goodsFen,
      `${o._id}: the lines don't make the goods' sum`,
    ),
    ...yes(o.couponFen !== o.itemOffFen + o.orderOffFen + o.deliveryOffFen, `${o._id}: coupons don't add up`),
    ...yes(o.deliveryOffFen > o.deliveryFen, `${o._id}: more off the delivery than it costs`),
    ...yes(pay !== o.payFen || o.payFen < 0, `${o._id}: its parts make ${pay}, to pay was ${o.payFen}`),
    ...yes(sumOf(o.lines, (line) => line.qty) !== o.units, `${o._id}: units don't add up`),
  ]
}

function refundFaults(o: OrderRow): string[] {
  const asked = sumOf(o.refunds, (r) => r.payFen)
  const arrived = sumOf(
    o.refunds.filter((r) => r.state === 'success'),
    (r) => r.payFen,
  )
  const overdrawn = o.lines.flatMap((line, i) => {
    const back = sumOf(o.refunds, (r) =>
      sumOf(
        r.units.filter((u) => u.line === i),
        (u) => u.units,
      ),
    )
    return yes(back > line.qty, `${o._id} line ${i}: ${back} of ${line.qty} units were refunded`)
  })
  const numbers = new Set(o.refunds.map((r) => r.no))
  return [
    ...overdrawn,
    ...yes(numbers.size < o.refunds.length, `${o._id}: two refunds share a number`),
    ...yes(asked > o.payFen, `${o._id}: ${asked} fen are refunded of ${o.payFen} paid`),
    ...yes(
      arrived !== o.refundedFen,
      `${o._id}: ${arrived} fen of refunds arrived, it says ${o.refundedFen}`,
    ),
    ...yes(sumOf(o.refunds, (r) => r.points) > o.points, `${o._id}: more points came back than it took`),
    ...yes(
      o.state === 'refunded' && arrived !== o.payFen,
      `${o._id}: refunded, but only ${arrived} of ${o.payFen} fen`,
    ),
  ]
}
