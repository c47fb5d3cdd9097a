import { sortedCopy } from '../kernel/lists'
import type { Fen } from '../kernel/money'
import { costOfFirst } from '../pricing/split-discount'
import type { LineUnits, OrderView, RefundView } from './contract'

/** What the rule looks at; an order's row and its view both fit. */
export type Refundable = Pick<
  OrderView,
  'packagingFen' | 'deliveryFen' | 'deliveryOffFen' | 'points' | 'pointsOffFen'
> & {
  readonly lines: readonly Pick<OrderView['lines'][number], 'qty' | 'payFen' | 'pointsOffFen'>[]
  /** Every giving back so far, whether its money has arrived or not: what was promised once is never promised again. */
  readonly refunds: readonly GivenBack[]
}
type GivenBack = Pick<RefundView, 'packagingFen' | 'deliveryFen' | 'points'> & {
  readonly units: readonly LineUnits[]
}
/** What somebody wants to give back. With the last unit, packaging and delivery go back whether they are ticked or not. */
export type RefundWish = {
  readonly units: readonly LineUnits[]
  readonly packaging: boolean
  readonly delivery: boolean
}
/** What one refund gives back. */
export type RefundPart = {
  /** By line, each line once. */
  readonly units: readonly LineUnits[]
  readonly goodsFen: Fen
  readonly packagingFen: Fen
  readonly deliveryFen: Fen
  /** The three together. */
  readonly payFen: Fen
  readonly points: number
  /** Nothing is left after it. */
  readonly whole: boolean
}

/** Units of each line that nobody has given back yet. */
export function unitsLeft({ lines, refunds }: Pick<Refundable, 'lines' | 'refunds'>): number[] {
  const left = lines.map((line) => line.qty)
  for (const { line, units } of refunds.flatMap((refund) => refund.units))
    left[line] = (left[line] ?? 0) - units
  return left
}

/** What of the fees has not gone back yet; a delivery counts with what was paid for it. */
export function feesLeft(order: Refundable): { readonly packagingFen: Fen; readonly deliveryFen: Fen } {
  const given = (fee: 'packagingFen' | 'deliveryFen') => order.refunds.reduce((sum, r) => sum + r[fee], 0)
  return {
    packagingFen: order.packagingFen - given('packagingFen'),
    deliveryFen: order.deliveryFen - order.deliveryOffFen - given('deliveryFen'),
  }
}

/**
 * What giving back these units would return, or null when they aren't there (any more), or when the wish is empty.
 * Law 2: each line gives back differences of `costOfFirst`, so refunds add up to what was paid in any partition and any
 * order, and never exceed it. Points go back in whole points by the share that the units bore, rounded down over
 * everything given back so far, so that they too add up when the last unit goes.
 */
export function refundPart(order: Refundable, wish: RefundWish): RefundPart | null {
  const before = unitsLeft(order)
  const wanted = merged(wish.units)
  if (wanted.some(({ line, units }) => units > (before[line] ?? 0))) return null
  const after = before.map((left, line) => left - (wanted.find((w) => w.line === line)?.units ?? 0))
  const noUnits = after.every((left) => left === 0)
  const fees = feesLeft(order)
  const packagingFen = wish.packaging || noUnits ? fees.packagingFen : 0
  const deliveryFen = wish.delivery || noUnits ? fees.deliveryFen : 0
  if (wanted.length === 0 && packagingFen + deliveryFen === 0) return null
  const goodsFen = valueOf(order, 'payFen', before) - valueOf(order, 'payFen', after)
  return {
    units: wanted,
    goodsFen,
    packagingFen,
    deliveryFen,
    payFen: goodsFen + packagingFen + deliveryFen,
    points: pointsBack(order, after),
    whole: noUnits,
  }
}

/** Everything that is left; null when nothing is. */
export const refundRest = (order: Refundable): RefundPart | null =>
  refundPart(order, {
    units: unitsLeft(order).flatMap((units, line) => (units > 0 ? [{ line, units }] : [])),
    packaging: true,
    delivery: true,
  })

/** What the units that are left have cost of `field`, over all lines. */
const valueOf = (order: Refundable, field: 'payFen' | 'pointsOffFen', left: readonly number[]): Fen =>
  order.lines.reduce((sum, line, i) => {
    const given = line.qty - (left[i] ?? 0)
    return sum + line[field] - costOfFirst(given, line.qty, line[field])
  }, 0)

function pointsBack(order: Refundable, after: readonly number[]): number {
  const given = order.refunds.reduce((sum, refund) => sum + refund.points, 0)
  if (after.every((left) => left === 0)) return order.points - given
  if (order.pointsOffFen === 0) return 0
  const returnedFen = order.pointsOffFen - valueOf(order, 'pointsOffFen', after)
  return Math.floor((order.points * returnedFen) / order.pointsOffFen) - given
}

function merged(units: readonly LineUnits[]): LineUnits[] {
  const byLine = new Map<number, number>()
  for (const { line, units: n } of units) byLine.set(line, (byLine.get(line) ?? 0) + n)
  return [...byLine].map(([line, n]) => ({ line, units: n })).sort((a, b) => a.line - b.line)
}

/**
 * Into which lots `points` go back, of those that an order took, when `before` have gone back already. What ends last
 * comes back first: it was spent last. Law: in any partition every lot ends with what was taken from it.
 */
export function lotsBack(
  taken: Readonly<Record<string, number>>,
  before: number,
  points: number,
): Record<string, number> {
  const back: Record<string, number> = {}
  let passed = 0
  for (const [lot, n] of sortedCopy(Object.entries(taken), ([a], [b]) => (a < b ? 1 : -1))) {
    const share = Math.min(passed + n, before + points) - Math.max(passed, before)
    if (share > 0) back[lot] = share
    passed += n
  }
  return back
}
