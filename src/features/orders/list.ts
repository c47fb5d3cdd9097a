import { lastOf } from '@shared/kernel/lists'
import { create } from 'zustand'
import type { OrderView } from '@shared/orders/contract'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  /** Newest first; null until the cloud was heard. */
  readonly orders: readonly OrderView[] | null
  readonly more: boolean
  readonly loading: boolean
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

export const useOrders = create<State>(() => ({ orders: null, more: false, loading: false, failed: null }))
const { getState: get, setState: put } = useOrders

// Only the last question's answer counts: a page asked before a refresh would come twice.
let asked = 0

async function load(before: number | null): Promise<void> {
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.list(before)
  if (mine !== asked) return
  if (!answer.ok) {
    put({ loading: false, failed: { sentence: sentence(answer), requestId: answer.requestId } })
    return
  }
  const earlier = before === null ? [] : (get().orders ?? [])
  const known = new Set(earlier.map((o) => o.id))
  const orders = [...earlier, ...answer.data.orders.filter((o) => !known.has(o.id))]
  put({ orders, more: answer.data.more, loading: false })
}

/** The newest page again; older ones come with scrolling. */
export const loadOrders = (): Promise<void> => load(null)

/** The page behind the last order. */
export async function loadMore(): Promise<void> {
  const { orders, more, loading } = get()
  const last = lastOf(orders ?? [])
  if (more && !loading && last !== undefined) await load(last.placedAt)
}
