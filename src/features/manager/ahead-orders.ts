import { create } from 'zustand'
import type { AheadDay, BoardOrder } from '@shared/manager/contract'
import type { Role } from '@shared/members/contract'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  readonly role: Role | null
  /** What is ordered for each later day. */
  readonly days: readonly AheadDay[]
  /** The day that is shown, `YYYYMMDD`. */
  readonly day: string
  /** Its pre-orders, the soonest slot first; null until the cloud was heard. */
  readonly orders: readonly BoardOrder[] | null
  /** Those beyond what is sent. */
  readonly hidden: number
  readonly failed: Failed | null
}
const NO_ORDERS = { orders: null, hidden: 0, failed: null } as const

/** The pre-orders of a store's later days, on the page that shows them beside the board. */
export const useAhead = create<State>(() => ({ storeId: '', role: null, days: [], day: '', ...NO_ORDERS }))
const { getState: get, setState: put } = useAhead

/** Turns to a store's day. What is known of another is put away. */
export function turnToDay(storeId: string, day: string): void {
  if (get().storeId !== storeId) put({ storeId, role: null, days: [], day, ...NO_ORDERS })
  else if (get().day !== day) put({ day, ...NO_ORDERS })
}

/** What is ordered for each day, as an answer about the board has just said. */
export function heardDays(storeId: string, days: readonly AheadDay[]): void {
  if (get().storeId === storeId) put({ days })
}

/** Changes an order where it is shown; one that was given back whole is no pre-order of that day any more. */
export function changeAhead(id: string, change: Partial<BoardOrder>): void {
  const { orders } = get()
  const over = change.state === 'refunding' || change.state === 'refunded'
  if (orders !== null)
    put({ orders: orders.flatMap((o) => (o.id !== id ? o : over ? [] : { ...o, ...change })) })
}
