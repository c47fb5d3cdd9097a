import type { Board } from '@shared/manager/contract'
import { chime } from '@/platform/chime'
import { toast } from '@/ui/toast'

/** Orders that wait to be accepted. */
export const paidIds = (board: Board): string[] =>
  board.orders.filter((o) => o.state === 'paid').map((o) => o.id)

/** Rings, and says which order came. */
export function announce(board: Board, arrived: readonly string[]): void {
  const first = board.orders.find((o) => o.id === arrived[0])
  if (first === undefined) return
  chime()
  toast(arrived.length === 1 ? `新订单 ${first.pickupCode}` : `来了 ${arrived.length} 个新订单`)
}
