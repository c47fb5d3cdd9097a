import { lastOf, sortedCopy } from '../kernel/lists'
import type { Instant } from '../kernel/time'
import { lotEndsAt, type Lots } from './account'
import type { PointLine } from './contract'
import { sumOf } from './move'
import { earnedBy, type PostedOrder, type PostedRefund } from './posting'

/** What is read of an order for its lines. */
export type ToldOrder = Omit<PostedOrder, 'refunds'> & {
  readonly _id: string
  readonly storeName: string
  readonly closedAt: Instant | null
  readonly refunds: readonly (PostedRefund & { readonly at: Instant })[]
}
/** Lines that stay together on a page, at the instant by which they are found. */
export type Told = { readonly at: Instant; readonly lines: readonly PointLine[] }

/** A page of 积分明细 has about so many lines. */
export const LINES_A_PAGE = 50

/** What an order did to its member's points, in the order in which it happened. Lines of nothing are left out. */
export function linesOfOrder(order: ToldOrder): Told {
  const { placedAt, paidAt, closedAt, state, refunds } = order
  const lines: PointLine[] = []
  const tell = (why: PointLine['why'], at: Instant, points: number, id: string = why) => {
    if (points !== 0) lines.push({ id: `${order._id}:${id}`, at, points, why, what: order.storeName })
  }
  const spent = sumOf(order.pointsTaken)
  tell('spent', placedAt, -spent)
  if (paidAt === null) {
    const free = state !== 'pendingPay' && state !== 'closing'
    if (free) tell('returned', closedAt ?? placedAt, spent)
    return { at: placedAt, lines }
  }
  tell('earned', paidAt, order.earnsLot === '' ? 0 : order.earns)
  refunds.forEach((refund, i) => {
    tell('returned', refund.at, refund.points, `returned${i}`)
    tell('takenBack', refund.at, earnedAfter(order, i + 1) - earnedAfter(order, i), `takenBack${i}`)
  })
  return { at: placedAt, lines }
}

const earnedAfter = (order: ToldOrder, refunds: number): number =>
  sumOf(earnedBy(order, order.refunds.slice(0, refunds))?.lots ?? {})

/** What has ended and no entry says yet, as if it did: `posted` are the lines that there are. */
export function linesOfEnded(ended: Lots, idOf: (lot: string) => string): Told[] {
  return Object.entries(ended).map(([lot, n]) => {
    const at = lotEndsAt(lot)
    return { at, lines: [{ id: idOf(lot), at, points: -n, why: 'expired', what: '' }] }
  })
}

/** A source of lines, newest first, and whether there is more of it than was read. */
export type Source = { readonly told: readonly Told[]; readonly more: boolean }

/**
 * One page of several sources, newest first, and where the next one begins (`before`), or null. What one source may still
 * hide behind the last that was read of it waits for the next page, so that nothing is shown twice or never. Lines of an
 * order stay together; within the page each stands at its own instant.
 */
export function pageOf(sources: readonly Source[]): { lines: PointLine[]; next: Instant | null } {
  const hiddenFrom = Math.max(
    -1,
    ...sources.flatMap(({ told, more }) => (more ? [lastOf(told)?.at ?? Infinity] : [])),
  )
  const all = sortedCopy(
    sources.flatMap(({ told }) => told),
    (a, b) => b.at - a.at,
  )
  const sure = all.filter(({ at }) => at > hiddenFrom)
  const taken: Told[] = []
  let count = 0
  for (const told of sure) {
    const last = lastOf(taken)
    if (count > 0 && count + told.lines.length > LINES_A_PAGE && told.at !== last?.at) break
    taken.push(told)
    count += told.lines.length
  }
  const whole = taken.length === all.length && hiddenFrom === -1
  const lines = sortedCopy(merged(taken.flatMap((told) => told.lines)), (a, b) => b.at - a.at)
  return { lines, next: whole ? null : (lastOf(taken)?.at ?? null) }
}

/** What ended of one lot is one line, also where only a part of it has an entry. */
function merged(lines: readonly PointLine[]): PointLine[] {
  const byId = new Map<string, PointLine>()
  for (const line of lines) {
    const same = byId.get(line.id)
    byId.set(line.id, same ? { ...line, points: same.points + line.points } : line)
  }
  return [...byId.values()].filter(({ points }) => points !== 0)
}
