import type { BoardOrder } from '@shared/manager/contract'
import { MOST_AT_ONCE } from '@shared/orders/ahead'
import { can } from '@shared/orders/can'
import { cloudNow } from '@/platform/clock'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { changeAhead, turnToDay, useAhead } from './ahead-orders'
import { inTurn, take, turnTo } from './store'

// Only the last question's answer counts.
let asked = 0

/** Reads a later day's pre-orders. What is known of it stays until the answer. */
export async function loadAhead(storeId: string, day: string): Promise<void> {
  turnTo(storeId)
  turnToDay(storeId, day)
  const mine = ++asked
  const answer = await api.ahead(storeId, day)
  if (mine !== asked) return
  if (answer.ok) return useAhead.setState({ ...answer.data, failed: null })
  const { code, requestId } = answer
  useAhead.setState({ failed: { code, sentence: sentence(answer), requestId } })
}

type Waiting = Pick<BoardOrder, 'id' | 'state'>
/** Of these, those that wait to be accepted: so many as one tap may take on. */
export const waitingOf = <O extends Waiting>(orders: readonly O[]): readonly O[] =>
  orders.filter(can.accept).slice(0, MOST_AT_ONCE)

/** Accepts all of these that still wait, with one call. Answers what to say. */
export async function acceptAll(storeId: string, orders: readonly Waiting[]): Promise<string> {
  const ids = waitingOf(orders).map(({ id }) => id)
  const said = await inTurn('acceptAll', async () => {
    const answer = await api.acceptAll(storeId, ids)
    const words = take(storeId, answer)
    if (!answer.ok) return words ?? ''
    const { results } = answer.data
    // an answer that a reading asked before would bring is older
    asked++
    for (const { orderId, state } of results)
      if (state !== null)
        changeAhead(orderId, { state, ...(state === 'making' ? { acceptedAt: cloudNow() } : {}) })
    return outcome(ids.length, results.filter(({ accepted }) => accepted).length)
  })
  const { hidden, day } = useAhead.getState()
  if (hidden > 0 && useAhead.getState().storeId === storeId) await loadAhead(storeId, day)
  return said ?? ''
}

/** 已接 8 单，1 单已取消 */
function outcome(all: number, accepted: number): string {
  const others = all - accepted
  if (others === 0) return `已接 ${accepted} 单`
  return accepted === 0 ? '这些单刚被取消了，已更新' : `已接 ${accepted} 单，${others} 单已取消`
}
