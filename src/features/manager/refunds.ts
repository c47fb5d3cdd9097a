import type { BoardOrder } from '@shared/manager/contract'
import type { RefundWish } from '@shared/orders/refund'
import { SYSTEM_SENTENCES } from '@shared/kernel/sentences'
import { api } from './api'
import { replaceRecent } from './recent'
import { inTurn, refreshBoard, replaceOrder, take } from './store'

/** Clerks serve; what gives away money that was earned is the owner's and the managers' (decision 0008). */
export const NOT_A_CLERKS = '只有店主和店长能退款，请他们来操作'

/** Gives back a part of an order, or all of it. Answers null when it was done, else the sentence that says why not. */
export async function refundUnits(
  order: BoardOrder,
  wish: RefundWish,
  reason: string,
): Promise<string | null> {
  const { id: orderId, storeId, refunds } = order
  const words = await inTurn(orderId, async () => {
    const input = { storeId, orderId, ...wish, units: [...wish.units], reason, refundsSeen: refunds.length }
    const answer = await api.refund(input)
    if (answer.ok) heard(answer.data.order)
    else if (answer.code === 'CHANGED_MEANWHILE') heard(answer.details.order)
    else if (answer.code === 'FORBIDDEN') return NOT_A_CLERKS
    return take(storeId, answer)
  })
  // whether only the role is too small, or somebody was dismissed, is what the board says
  if (words === NOT_A_CLERKS) await refreshBoard('hand')
  return words === undefined ? SYSTEM_SENTENCES.BUSY : words
}

/** An order as it is now, wherever it is shown. */
function heard(order: BoardOrder): void {
  replaceOrder(order)
  replaceRecent(order)
}
