import { lastOf } from '@shared/kernel/lists'
import { create } from 'zustand'
import type { BoardOrder } from '@shared/manager/contract'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  /** What was looked for: a pickup number or a customer's code; '' for the last orders. */
  readonly code: string
  /** The newest first; null until the cloud was heard. */
  readonly orders: readonly BoardOrder[] | null
  readonly more: boolean
  readonly loading: boolean
  readonly failed: Failed | null
}
const START = { storeId: '', code: '', orders: null, more: false, loading: false, failed: null } as const

/** A store's paid orders of the last 30 days, also those that were handed over. */
export const useRecent = create<State>(() => START)
const { getState: get, setState: put } = useRecent

// Only the last question's answer counts.
let asked = 0

async function load(before: number | null): Promise<void> {
  const { storeId, code } = get()
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.orders({ storeId, before, code: code === '' ? null : code })
  if (mine !== asked) return
  if (!answer.ok) {
    const { code: no, requestId } = answer
    put({ loading: false, failed: { code: no, sentence: sentence(answer), requestId } })
    return
  }
  const earlier = before === null ? [] : (get().orders ?? [])
  const known = new Set(earlier.map((o) => o.id))
  const orders = [...earlier, ...answer.data.orders.filter((o) => !known.has(o.id))]
  put({ orders, more: answer.data.more, loading: false })
}

/** The last orders of a store, or those of a number. */
export function lookFor(storeId: string, code: string): Promise<void> {
  put({ ...START, storeId, code: code.trim() })
  return load(null)
}

/** The same question again. */
export const lookAgain = (): Promise<void> => load(null)

/** The page behind the last order. */
export async function loadEarlier(): Promise<void> {
  const { orders, more, loading } = get()
  const last = lastOf(orders ?? [])
  if (more && !loading && last !== undefined) await load(last.placedAt)
}

/** An order as it is now, if it is shown. */
export function replaceRecent(order: BoardOrder): void {
  const { orders } = get()
  if (orders !== null) put({ orders: orders.map((o) => (o.id === order.id ? order : o)) })
}
