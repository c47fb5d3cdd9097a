import type { Instant } from '@shared/kernel/time'
import type { Board, BoardOrder } from '@shared/manager/contract'
import { liesAhead } from '@shared/orders/ahead'
import { chime } from '@/platform/chime'
import { cloudNow } from '@/platform/clock'
import { toast } from '@/ui/toast'
import { isUrgent, momentText } from './words'

/** Orders that wait to be accepted; not those that came onto the board with their day, after `since`. */
export const paidIds = (board: Board, since: Instant): string[] =>
  board.orders.filter((o) => o.state === 'paid' && !liesAhead(o, since)).map((o) => o.id)

/** Pre-orders of later days that wait likewise. */
export const waitingAhead = ({ ahead }: Board): number => ahead.reduce((sum, { waiting }) => sum + waiting, 0)

/** Of these, those that were called out a second time. */
export const remindedIds = (board: Board): string[] => board.orders.filter(isUrgent).map((o) => o.id)

/**
 * Rings, and says which order came, or which one nobody has accepted yet: that one is in a greater hurry. What came in for
 * a later day (`later`) is only said.
 */
export function announce(
  board: Board,
  arrived: readonly string[],
  reminded: readonly string[],
  later: number,
): void {
  const [news = []] = [reminded, arrived].filter((ids) => ids.length > 0)
  const first = board.orders.find((o) => o.id === news[0])
  if (first === undefined) {
    if (later > 0) toast(`来了 ${later} 单预订`)
    return
  }
  chime()
  toast(reminded.length > 0 ? waiting(first, news.length) : came(first, news.length))
}

const waiting = ({ pickupCode }: BoardOrder, count: number) =>
  count === 1 ? `${pickupCode} 还没接单，请尽快处理` : `${count} 单还没接，请尽快处理`

function came({ pickupCode, slot }: BoardOrder, count: number): string {
  if (count > 1) return `来了 ${count} 个新订单`
  return slot === null ? `新订单 ${pickupCode}` : `新预订 ${pickupCode}，${momentText(slot.at, cloudNow())}`
}
