import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { Board, BoardOrder } from '@shared/manager/contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { STATE_LABELS } from '@shared/orders/can'
import type { OrderState } from '@shared/orders/contract'
import { cloudNow } from '@/platform/clock'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { spendOne } from './allowance'
import { changeAhead, heardDays } from './ahead-orders'
import { announce, paidIds, remindedIds, waitingAhead } from './announce'
import type { Deed } from './next-deed'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  readonly board: Board | null
  /** Why the last call failed; the board that was there stays. */
  readonly failed: Failed | null
  /** Orders with a tap on its way, and 'paused' for the switch. */
  readonly busy: Readonly<Record<string, true>>
  /** Orders that came in since the page opened and were not touched yet. */
  readonly fresh: Readonly<Record<string, true>>
  /** When the cloud last answered (or failed to); the next refresh is counted from here. */
  readonly heardAt: Instant
  /** When the page was last touched, came into view, or the board last changed. */
  readonly activeAt: Instant
}

const START = {
  storeId: '',
  board: null,
  failed: null,
  busy: {},
  fresh: {},
  heardAt: 0,
  activeAt: 0,
} as const
export const useBoard = create<State>(() => START)
const { getState: get, setState: put } = useBoard

/** Who works at the board: a tap is activity, and quickens the refreshing. */
export const touched = () => put({ activeAt: cloudNow() })

/** Turns to a store. Another store's board is put away. */
export function turnTo(storeId: string): void {
  if (get().storeId !== storeId) put({ ...START, storeId, activeAt: cloudNow() })
}

// One call at a time: each answers with a whole board, and boards that overtake each other would show old orders.
let lane: Promise<unknown> = Promise.resolve()
let waiting = 0
function inLane<T>(work: () => Promise<T>): Promise<T> {
  waiting++
  const turn = lane.then(work)
  const over = () => {
    waiting--
  }
  lane = turn.then(over, over)
  return turn
}

const look = (board: Board) =>
  board.orders.map((o) => `${o.id}${o.state}${o.notice}${o.remindedAt}`).join() +
  JSON.stringify([board.paused, board.ahead])

function show(board: Board): void {
  const { board: was, fresh, heardAt } = get()
  const now = cloudNow()
  const changed = was === null || look(was) !== look(board)
  const arrived =
    was === null
      ? []
      : news(
          paidIds(board, heardAt),
          was.orders.map(({ id }) => id),
        )
  const reminded = was === null ? [] : news(remindedIds(board), remindedIds(was))
  const still = paidIds(board, heardAt).filter((id) => fresh[id] || arrived.includes(id))
  put({
    board,
    failed: null,
    heardAt: now,
    fresh: Object.fromEntries(still.map((id) => [id, true as const])),
    ...(changed ? { activeAt: now } : {}),
  })
  announce(board, arrived, reminded, was === null ? 0 : waitingAhead(board) - waitingAhead(was))
}
const news = (now: readonly string[], before: readonly string[]) => now.filter((id) => !before.includes(id))

/** Puts an order as it is now in the place of the one that the board shows; the board may not show it. */
export function replaceOrder(order: BoardOrder): void {
  const { board } = get()
  if (board === null || board.storeId !== order.storeId) return
  put({ board: { ...board, orders: board.orders.map((o) => (o.id === order.id ? order : o)) } })
}

/** What every call at the counter answers: a board, or a no. */
type Answered =
  | { readonly ok: true; readonly data: { readonly board: Board; readonly order?: BoardOrder } }
  | Exclude<Awaited<ReturnType<(typeof api)['refuse' | 'refund' | 'handOverByCode']>>, { readonly ok: true }>

/** Takes what a call answered. null: done; else the sentence for the person. A board for a store we left is dropped. */
export function take(storeId: string, answer: Answered): string | null {
  if (answer.ok) {
    const { board, order } = answer.data
    heardDays(storeId, board.ahead)
    if (order !== undefined) changeAhead(order.id, order)
    if (get().storeId === storeId) show(board)
    return null
  }
  const words = sentence(answer, MANAGER_SENTENCES)
  if (answer.code === 'WRONG_STATE') {
    if (get().storeId === storeId) show(answer.details.board)
    const label = STATE_LABELS[answer.details.state as OrderState]
    return label === undefined ? words : `这单已经是「${label}」，看板已更新`
  }
  // a no to this one deed says nothing about the board
  if (get().storeId !== storeId || answer.code in MANAGER_SENTENCES) return words
  const failed = { code: answer.code, sentence: words, requestId: answer.requestId }
  put({ failed, heardAt: cloudNow(), ...(answer.code === 'FORBIDDEN' ? { board: null } : {}) })
  return words
}

/** Reads the board again. `own`: the page does it by itself, and it counts against the day's allowance. */
export async function refreshBoard(by: 'own' | 'hand'): Promise<void> {
  const { storeId } = get()
  if (storeId === '' || waiting > 0) return lane.then(() => undefined)
  if (by === 'own') spendOne()
  await inLane(async () => take(storeId, await api.board(storeId)))
}

/** Works in its turn, with `key` marked busy meanwhile; undefined when that key has a call on its way already. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T | undefined> {
  const { busy } = get()
  if (busy[key]) return undefined
  put({ busy: { ...busy, [key]: true }, activeAt: cloudNow() })
  const result = await inLane(work)
  const { [key]: _done, ...others } = get().busy
  put({ busy: others })
  return result
}

async function ask(key: string, work: (storeId: string) => Promise<Answered>): Promise<string | null> {
  const { storeId } = get()
  return (await inTurn(key, async () => take(storeId, await work(storeId)))) ?? null
}

/** One tap on an order. Answers null or the sentence that says why not. */
export const act = (deed: Deed, orderId: string) => ask(orderId, (storeId) => api[deed](storeId, orderId))

/** Refuses an order: the money goes back. */
export const refuseOrder = (orderId: string, reason: string) =>
  ask(orderId, (storeId) => api.refuse(storeId, orderId, reason))

/** Stops or resumes taking orders. */
export const setPaused = (paused: boolean) => ask('paused', (storeId) => api.setPaused(storeId, paused))

/** How many differences wait at this store, as the page that shows them has just heard. */
export function countAlerts(storeId: string, alerts: number): void {
  const { board } = get()
  if (board?.storeId === storeId) put({ board: { ...board, alerts } })
}
