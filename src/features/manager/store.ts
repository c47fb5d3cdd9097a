import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { Board } from '@shared/manager/contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { STATE_LABELS } from '@shared/orders/can'
import type { OrderState } from '@shared/orders/contract'
import { cloudNow } from '@/platform/clock'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { spendOne } from './allowance'
import { announce, paidIds } from './announce'

export type Deed = 'accept' | 'ready' | 'handOver'
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
  board.orders.map((o) => `${o.id}${o.state}${o.notice}`).join() + String(board.paused)

function show(board: Board): void {
  const { board: was, fresh } = get()
  const now = cloudNow()
  const changed = was === null || look(was) !== look(board)
  const known = was === null ? null : new Set(was.orders.map((o) => o.id))
  const arrived = known === null ? [] : paidIds(board).filter((id) => !known.has(id))
  const still = paidIds(board).filter((id) => fresh[id] || arrived.includes(id))
  put({
    board,
    failed: null,
    heardAt: now,
    fresh: Object.fromEntries(still.map((id) => [id, true as const])),
    ...(changed ? { activeAt: now } : {}),
  })
  announce(board, arrived)
}

type Answered = Awaited<ReturnType<(typeof api)['refuse']>>

/** Takes what a call answered. null: done; else the sentence for the person. A board for a store we left is dropped. */
function take(storeId: string, answer: Answered): string | null {
  if (get().storeId !== storeId) return null
  if (answer.ok) {
    show(answer.data.board)
    return null
  }
  const words = sentence(answer, MANAGER_SENTENCES)
  if (answer.code === 'WRONG_STATE') {
    show(answer.details.board)
    const label = STATE_LABELS[answer.details.state as OrderState]
    return label === undefined ? words : `这单已经是「${label}」，看板已更新`
  }
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

async function busyWhile(key: string, work: () => Promise<Answered>): Promise<string | null> {
  const { storeId, busy } = get()
  if (busy[key]) return null
  put({ busy: { ...busy, [key]: true }, activeAt: cloudNow() })
  const words = await inLane(async () => take(storeId, await work()))
  const { [key]: _done, ...others } = get().busy
  put({ busy: others })
  return words
}

/** One tap on an order. Answers null or the sentence that says why not. */
export const act = (deed: Deed, orderId: string) =>
  busyWhile(orderId, () => api[deed](get().storeId, orderId))

/** Refuses an order: the money goes back. */
export const refuseOrder = (orderId: string, reason: string) =>
  busyWhile(orderId, () => api.refuse(get().storeId, orderId, reason))

/** Stops or resumes taking orders. */
export const setPaused = (paused: boolean) => busyWhile('paused', () => api.setPaused(get().storeId, paused))
