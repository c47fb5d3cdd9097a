import { create } from 'zustand'
import type { Menu } from '@shared/catalogue/contract'
import type { CartLine } from '@shared/orders/contract'
import { load, save } from '@/platform/storage'
import { withLine, withQty } from './lines'
import { readMemory, type Last } from './memory'
import { stillOffered } from './priced'

type State = {
  /** One cart for each store: prices are the same, but what can be had is not. */
  readonly carts: Readonly<Record<string, readonly CartLine[]>>
  /** What was ordered last from this phone. */
  readonly last: Last | null
}

const MEMORY = 'cart'
const NO_LINES: readonly CartLine[] = []

export const useCart = create<State>(() => readMemory(load(MEMORY)))
useCart.subscribe(({ carts, last }) => save(MEMORY, { carts, last }))

/** The lines in a store's cart. A stored reference: safe as a selector. */
export const cartLines = (s: State, storeId: string | null): readonly CartLine[] =>
  s.carts[storeId ?? ''] ?? NO_LINES

const put = (storeId: string, lines: readonly CartLine[]) =>
  useCart.setState((s) => ({ carts: { ...s.carts, [storeId]: lines } }))

/** Adds a line, merged with one that is the same. Answers how many fitted: fewer than asked when the cart is full. */
export function addLine(storeId: string, line: CartLine): number {
  const { lines, took } = withLine(cartLines(useCart.getState(), storeId), line)
  if (took > 0) put(storeId, lines)
  return took
}

/** Adds several lines (再来一单). Answers how many units fitted. */
export function addLines(storeId: string, lines: readonly CartLine[]): number {
  return lines.reduce((took, line) => took + addLine(storeId, line), 0)
}

/** Sets how many of the line with this key (`keyOf`); 0 takes it out. */
export function setQty(storeId: string, key: string, qty: number): void {
  put(storeId, withQty(cartLines(useCart.getState(), storeId), key, qty))
}

/** Drops lines that the menu no longer offers as they were chosen. Answers how many lines went. */
export function dropGone(storeId: string, menu: Menu): number {
  const lines = cartLines(useCart.getState(), storeId)
  const kept = stillOffered(lines, menu)
  if (kept.length < lines.length) put(storeId, kept)
  return lines.length - kept.length
}

export function clearCart(storeId: string): void {
  put(storeId, NO_LINES)
}

/** The cart became an order: it is emptied and remembered for 再来一单. */
export function checkedOut(storeId: string): void {
  const lines = cartLines(useCart.getState(), storeId)
  if (lines.length > 0) useCart.setState({ last: { storeId, lines } })
  clearCart(storeId)
}
