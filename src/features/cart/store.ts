import { create } from 'zustand'
import type { Menu } from '@shared/catalogue/contract'
import type { CartLine } from '@shared/orders/contract'
import { load, save } from '@/platform/storage'
import { keyOf, withLine, withQty } from './lines'
import { readMemory, type Last } from './memory'
import { stillOffered } from './priced'

type State = {
  /** One cart, whichever store it is ordered from: what that store can't make stays in it, uncounted. */
  readonly lines: readonly CartLine[]
  /** What was ordered last from this phone. */
  readonly last: Last | null
}

const MEMORY = 'cart'
const NO_LINES: readonly CartLine[] = []

export const useCart = create<State>(() => readMemory(load(MEMORY)))
useCart.subscribe(({ lines, last }) => save(MEMORY, { lines, last }))

const found = useCart.getState().lines
/** The cart is as the last visit left it: nobody has put anything in or taken it out since the app was opened. */
export const wasLeft = ({ lines }: State): boolean => lines === found && lines.length > 0

const linesNow = () => useCart.getState().lines
const put = (lines: readonly CartLine[]) => useCart.setState({ lines })

/** Adds a line, merged with one that is the same. Answers how many fitted: fewer than asked when the cart is full. */
export function addLine(line: CartLine): number {
  const { lines, took } = withLine(linesNow(), line)
  if (took > 0) put(lines)
  return took
}

/** Adds several lines (再来一单). Answers how many units fitted. */
export function addLines(lines: readonly CartLine[]): number {
  return lines.reduce((took, line) => took + addLine(line), 0)
}

/** Sets how many of the line with this key (`keyOf`); 0 takes it out. */
export function setQty(key: string, qty: number): void {
  put(withQty(linesNow(), key, qty))
}

/** Drops lines that the menu no longer offers as they were chosen. Answers how many lines went. */
export function dropGone(menu: Menu): number {
  const lines = linesNow()
  const kept = stillOffered(lines, menu)
  if (kept.length < lines.length) put(kept)
  return lines.length - kept.length
}

export function clearCart(): void {
  put(NO_LINES)
}

/** What became an order leaves the cart and is remembered for 再来一单; what the store could not make stays. */
export function checkedOut(storeId: string, ordered: readonly CartLine[]): void {
  const keys = new Set(ordered.map(keyOf))
  put(linesNow().filter((line) => !keys.has(keyOf(line))))
  if (ordered.length > 0) useCart.setState({ last: { storeId, lines: ordered } })
}
